package app.keypoint.cohort.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.HeavyWork;
import app.keypoint.audit.AuditSearch;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortAdministration;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.roster.Rosters.ChangedException;
import app.keypoint.cohort.roster.Rosters.Entry;
import app.keypoint.cohort.roster.Rosters.MadeAccount;
import app.keypoint.cohort.roster.Rosters.Outcome;
import app.keypoint.cohort.roster.Rosters.Plan;
import app.keypoint.cohort.roster.Rosters.Reason;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.progress.Invitations;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Many learners come into a cohort by a file. */
@ServiceTest
class RostersTest {

  @Autowired Rosters rosters;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired CohortAdministration administration;
  @Autowired Memberships memberships;
  @Autowired Invitations invitations;
  @Autowired Accounts accounts;
  @Autowired AccountAdministration accountAdministration;
  @Autowired AuditSearch log;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;

  Account instructor;
  Account learner;
  Account administrator;
  Cohort cohort;

  @BeforeEach
  void aCohort() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    administrator = fixtures.administrator();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
  }

  @AfterEach
  void nothingIsAllowed() {
    allow(RosterRules.NONE);
  }

  @Test
  void onlyAnAdministratorAllowsAnything() {
    assertThatThrownBy(() -> administration.allowMakingAccounts(true))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> administration.allowJoiningUnasked(true))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(fixtures.as(administrator, administration::rosterRules)).isEqualTo(RosterRules.NONE);
    allow(new RosterRules(true, false));
    assertThat(
            fixtures
                .as(
                    administrator,
                    () ->
                        log.page(
                            new AuditSearch.Filter(administrator.username(), null, null, null),
                            0,
                            5))
                .stream()
                .map(entry -> entry.kind() + " " + entry.detail()))
        .contains("ROSTER_RULES_CHANGED MAKING_ACCOUNTS");
  }

  @Test
  void whoHasAnAccountIsNotToldAndIsAsked() {
    Plan plan = plan(learner.username(), "nobody-" + UUID.randomUUID());
    assertThat(plan.entries()).extracting(Entry::outcome).containsOnly(Outcome.ASKED_IF_KNOWN);
    assertThat(asked()).as("before the import").isEmpty();
    assertThat(bring(plan)).isEmpty();
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isZero();
    assertThat(plan(learner.username()).entries())
        .as("and not by a second look either")
        .extracting(Entry::outcome)
        .containsOnly(Outcome.ASKED_IF_KNOWN);

    assertThat(asked())
        .containsExactly(
            new Invitations.Invitation(cohort.id(), "Seminar", List.of(instructor.displayName())));
    fixtures.as(learner, () -> invitations.accept(learner.id(), cohort.id()));
    assertThat(asked()).isEmpty();
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
    assertThat(plan(learner.username()).entries())
        .extracting(Entry::outcome)
        .containsExactly(Outcome.MEMBER);
  }

  @Test
  void whoSaysNoIsNotAskedAgainAndMayStillJoinByTheCode() {
    bring(plan(learner.username()));
    fixtures.as(learner, () -> invitations.refuse(learner.id(), cohort.id()));
    bring(plan(learner.username()));
    assertThat(asked()).isEmpty();
    assertThatThrownBy(
            () -> fixtures.as(learner, () -> invitations.accept(learner.id(), cohort.id())))
        .isInstanceOf(GoneException.class);
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
  }

  @Test
  void anInvitationEndsWithTheCohort() {
    bring(plan(learner.username()));
    cohorts.archive(instructor.id(), cohort.id());
    assertThat(asked()).isEmpty();
    assertThatThrownBy(
            () -> fixtures.as(learner, () -> invitations.accept(learner.id(), cohort.id())))
        .isInstanceOf(GoneException.class);
    cohorts.bringBack(instructor.id(), cohort.id());
    assertThat(asked()).hasSize(1);
    cohorts.delete(instructor.id(), cohort.id());
    assertThat(asked()).isEmpty();
  }

  @Test
  void accountsAreMadeWhereThatIsAllowedWithPasswordsForOnce() {
    allow(new RosterRules(true, false));
    String name = "new-" + UUID.randomUUID();
    Plan plan = plan("Ann Lee," + name.toUpperCase(), "Somebody," + learner.username());
    assertThat(plan.entries())
        .extracting(Entry::outcome)
        .containsExactly(Outcome.NEW, Outcome.ASKED);
    assertThat(accounts.byUsername(name)).as("before the import").isEmpty();

    List<MadeAccount> made = bring(plan);
    assertThat(made).extracting(MadeAccount::username).containsExactly(name);
    assertThat(made.toString()).doesNotContain(made.getFirst().oneTimePassword());
    Account account = accounts.byUsername(name).orElseThrow();
    assertThat(account.displayName()).isEqualTo("Ann Lee");
    assertThat(account.role()).isEqualTo(Role.LEARNER);
    assertThat(
            jdbc.queryForMap(
                "select password_one_time, password_hash, one_time_until from account where id = ?",
                account.id()))
        .containsEntry("PASSWORD_ONE_TIME", true)
        .doesNotContainEntry("ONE_TIME_UNTIL", null)
        .extractingByKey("PASSWORD_HASH")
        .asString()
        .doesNotContain(made.getFirst().oneTimePassword());
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
    assertThat(asked()).hasSize(1);
    assertThat(told(name)).contains("ACCOUNT_CREATED by " + instructor.username());
    assertThat(told(instructor.username())).contains("ROSTER_IMPORTED by " + instructor.username());
  }

  @Test
  void whoHasAnAccountJoinsUnaskedWhereThatIsAllowed() {
    allow(new RosterRules(false, true));
    Plan plan = plan(learner.username(), "nobody-" + UUID.randomUUID());
    assertThat(plan.entries())
        .extracting(Entry::outcome, Entry::reason)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Outcome.JOINS, null),
            org.assertj.core.api.Assertions.tuple(Outcome.REFUSED, Reason.NO_ACCOUNT));
    bring(plan);
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).hasSize(1);
    assertThat(asked()).isEmpty();
  }

  @Test
  void whatIsLeftOutSaysWhy() {
    allow(new RosterRules(true, true));
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    String name = "new-" + UUID.randomUUID();
    Plan plan =
        plan(
            "Ann," + name,
            "Ann again," + name.toUpperCase(),
            "Nobody,",
            "Bad,two words",
            "," + name + "-2",
            "Removed," + learner.username());
    assertThat(plan.entries())
        .extracting(Entry::reason)
        .containsExactly(
            null,
            Reason.TWICE,
            Reason.NO_USERNAME,
            Reason.BAD_USERNAME,
            Reason.BAD_NAME,
            Reason.REMOVED);
    assertThat(plan.entries()).extracting(entry -> entry.row().line()).startsWith(1L, 2L, 3L);
    assertThat(bring(plan)).hasSize(1);
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
  }

  @Test
  void allOrNothing() {
    allow(new RosterRules(true, true));
    String name = "new-" + UUID.randomUUID();
    Plan plan = plan("A," + name + "-1", "B," + name + "-2", "C," + learner.username());
    assertThatThrownBy(
            () ->
                rosters.bring(
                    instructor.id(),
                    cohort.id(),
                    plan,
                    (done, all) -> {
                      // Somebody takes a name while the passwords are hashed.
                      if (done == 0) {
                        fixtures.as(
                            administrator,
                            () -> accountAdministration.create(name + "-2", "Bea", Role.LEARNER));
                      }
                      return true;
                    }))
        .isInstanceOf(ChangedException.class);
    assertThat(accounts.byUsername(name + "-1")).isEmpty();
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isZero();
    assertThat(told(instructor.username())).noneMatch(each -> each.startsWith("ROSTER_IMPORTED"));
    assertThatThrownBy(() -> bring(plan))
        .as("as it was shown")
        .isInstanceOf(ChangedException.class);
  }

  @Test
  void whatIsCalledOffDoesNothing() {
    allow(new RosterRules(true, false));
    String name = "new-" + UUID.randomUUID();
    Plan plan = plan("A," + name);
    assertThatThrownBy(
            () -> rosters.bring(instructor.id(), cohort.id(), plan, (done, all) -> false))
        .isInstanceOf(CancellationException.class);
    assertThat(accounts.byUsername(name)).isEmpty();
    assertThatThrownBy(
            () -> rosters.bring(instructor.id(), cohort.id(), plan, (done, all) -> done < all))
        .as("during the last passwords")
        .isInstanceOf(CancellationException.class);
    assertThat(accounts.byUsername(name)).isEmpty();
  }

  @Test
  void whoSaidNoOrLeftIsNotBroughtBackUnasked() {
    Account leaving = fixtures.learner();
    bring(plan(learner.username()));
    fixtures.as(learner, () -> invitations.refuse(learner.id(), cohort.id()));
    fixtures.as(leaving, () -> memberships.join(leaving.id(), cohort.joinCode().toString()));
    fixtures.as(leaving, () -> memberships.leave(leaving.id(), cohort.id()));
    bring(plan(leaving.username()));
    assertThat(fixtures.as(leaving, () -> invitations.of(leaving.id()))).isEmpty();

    allow(new RosterRules(false, true));
    Plan plan = plan(learner.username(), leaving.username());
    assertThat(plan.entries())
        .as("which is told nobody")
        .extracting(Entry::outcome)
        .containsOnly(Outcome.JOINS);
    bring(plan);
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isZero();
    fixtures.as(leaving, () -> memberships.join(leaving.id(), cohort.joinCode().toString()));
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
  }

  @Test
  void oneImportOfAPersonAtATime() {
    allow(new RosterRules(true, false));
    Plan plan = plan("A,new-" + UUID.randomUUID());
    Plan another = plan(learner.username());
    assertThatThrownBy(
            () ->
                rosters.bring(
                    instructor.id(),
                    cohort.id(),
                    plan,
                    (done, all) -> {
                      bring(another);
                      return true;
                    }))
        .isInstanceOf(HeavyWork.UnderWay.class);
    assertThat(asked()).isEmpty();
  }

  @Test
  void whoeverHasAnAccountCostsTheSameHoweverManyThereAre() {
    allow(new RosterRules(false, true));
    assertThat(statementsOfJoining(12)).isEqualTo(statementsOfJoining(2));
    allow(RosterRules.NONE);
    assertThat(statementsOfJoining(12)).isEqualTo(statementsOfJoining(2));
  }

  /** Now and then one more asks for the next block of ids. */
  private long statementsOfJoining(int count) {
    return Math.min(statementsOfOneJoining(count), statementsOfOneJoining(count));
  }

  private long statementsOfOneJoining(int count) {
    Plan plan =
        plan(
            IntStream.range(0, count)
                .mapToObj(_ -> fixtures.learner().username())
                .toArray(String[]::new));
    return counter.statementsOf(() -> bring(plan));
  }

  @Test
  void whoeverIsTakenAwayMeanwhileBringsNobody() {
    allow(new RosterRules(true, true));
    Account colleague = fixtures.instructor();
    instructors.add(instructor.id(), cohort.id(), colleague.username());
    Plan plan = plan("A,new-" + UUID.randomUUID(), "B," + learner.username());
    fixtures.signIn(colleague);
    assertThatThrownBy(
            () ->
                rosters.bring(
                    colleague.id(),
                    cohort.id(),
                    plan,
                    (done, all) -> {
                      if (done == 0) {
                        fixtures.as(
                            instructor,
                            () ->
                                instructors.remove(
                                    instructor.id(), cohort.id(), colleague.username()));
                      }
                      return true;
                    }))
        .isInstanceOf(GoneException.class);
    fixtures.signIn(instructor);
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isZero();
  }

  @Test
  void aPlanThatNobodyWasShownIsRefused() {
    Plan made =
        new Plan(
            List.of(
                new Entry(new RosterRow(1, "A", learner.username()), Outcome.JOINS, null),
                new Entry(new RosterRow(2, "B", "new-" + UUID.randomUUID()), Outcome.NEW, null)));
    assertThatThrownBy(() -> bring(made)).isInstanceOf(ChangedException.class);
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
  }

  @Test
  void othersBringNobody() {
    Plan plan = plan(learner.username());
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> rosters.preview(other.id(), cohort.id(), "a".getBytes(UTF_8)))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> rosters.bring(other.id(), cohort.id(), plan, (done, all) -> true))
        .isInstanceOf(GoneException.class);
    fixtures.signIn(learner);
    assertThatThrownBy(() -> rosters.preview(learner.id(), cohort.id(), "a".getBytes(UTF_8)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void filesAreLookedAtSoOftenAnHour() {
    for (int i = 0; i < Rosters.MAX_PREVIEWS; i++) {
      plan(learner.username());
    }
    assertThatThrownBy(() -> plan(learner.username())).isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void aLookCostsTheSameHoweverManyAreInTheFile() {
    plan("somebody");
    long few = counter.statementsOf(() -> plan("a", "b"));
    String[] many = IntStream.range(0, 400).mapToObj(i -> "somebody-" + i).toArray(String[]::new);
    assertThat(counter.statementsOf(() -> plan(many))).isEqualTo(few).isLessThanOrEqualTo(7);
  }

  @Test
  @Tag("slow")
  void fiveHundredNewcomers() {
    allow(new RosterRules(true, false));
    String name = "new-" + UUID.randomUUID();
    String[] many =
        IntStream.range(0, 500).mapToObj(i -> "Somebody," + name + i).toArray(String[]::new);
    List<MadeAccount> made = bring(plan(many));
    assertThat(made).hasSize(500).extracting(MadeAccount::oneTimePassword).doesNotHaveDuplicates();
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(500);
  }

  private List<Invitations.Invitation> asked() {
    return fixtures.as(learner, () -> invitations.of(learner.id()));
  }

  private void allow(RosterRules rules) {
    fixtures.as(
        administrator,
        () -> {
          administration.allowMakingAccounts(rules.makingAccounts());
          administration.allowJoiningUnasked(rules.joiningUnasked());
        });
  }

  private Plan plan(String... rows) {
    String file = Arrays.stream(rows).collect(Collectors.joining("\n"));
    return (Plan) rosters.preview(instructor.id(), cohort.id(), file.getBytes(UTF_8));
  }

  private List<MadeAccount> bring(Plan plan) {
    return rosters.bring(instructor.id(), cohort.id(), plan, (done, all) -> true);
  }

  private List<String> told(String about) {
    return fixtures.as(
        administrator,
        () ->
            log.page(new AuditSearch.Filter(about, null, null, null), 0, 50).stream()
                .map(entry -> entry.kind() + " by " + entry.actor())
                .toList());
  }
}
