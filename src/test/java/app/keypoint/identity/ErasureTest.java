package app.keypoint.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.PersonalData;
import app.keypoint.access.PersonalData.Held;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.statistics.KeyPointMaps;
import app.keypoint.cohort.statistics.QuestionStatistics;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.privacy.OwnData;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Names go, sums stay. */
@ServiceTest
class ErasureTest {

  @Autowired ErasureRequests erasure;
  @Autowired ErasureAdministration administration;
  @Autowired AccountAdministration accountList;
  @Autowired Accounts accounts;
  @Autowired AuditSearch log;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired Dashboards dashboards;
  @Autowired Learners learners;
  @Autowired KeyPointMaps maps;
  @Autowired CohortTrends trends;
  @Autowired CohortExports exports;
  @Autowired QuestionStatistics statistics;
  @Autowired Nudges nudges;
  @Autowired ProblemReports reports;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Drafts drafts;
  @Autowired Sharing sharing;
  @Autowired Publishing publishing;
  @Autowired DraftPictures pictures;
  @Autowired OwnData own;
  @Autowired List<Derived> derived;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Fixtures fixtures;

  private Account administrator;
  private Account instructor;
  private Account learner;
  private Cohort cohort;
  private Quiz quiz;
  private @Nullable String opened;

  @BeforeEach
  void aCohortThatHasTakenAQuiz() {
    administrator = fixtures.administrator();
    instructor = fixtures.instructor();
    quiz =
        catalogue.quizzes().stream()
            .filter(
                one ->
                    one.questions().stream()
                        .anyMatch(version -> version.question() instanceof Question.Typed))
            .findFirst()
            .orElseThrow();
    cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    learner = joined(3);
    fixtures.as(
        learner,
        () -> {
          var unused =
              reports.report(
                  learner.id(), quiz.questions().getFirst().id(), "Says " + learner.username());
        });
    fixtures.as(
        instructor,
        () -> {
          nudges.dismiss(
              instructor.id(),
              cohort.id(),
              learner.id(),
              Nudge.Kind.NOT_STARTED,
              Nudge.Level.WATCH,
              "Spoke with " + learner.displayName());
          var unused = dashboards.learner(instructor.id(), cohort.id(), learner.id());
        });
    jdbc.update(
        "insert into email_reminder (learner_id, address, send_hour, language, stop_token,"
            + " failures) values (?, ?, 7, 'en', ?, 0)",
        learner.id(),
        learner.username() + "@example.org",
        "stop-" + learner.id());
    jdbc.update(
        "insert into external_identity values (?, ?, 'https://school', ?)",
        learner.id(),
        learner.id(),
        learner.username());
  }

  @Test
  void nothingInTheWholeDatabaseNamesThem() {
    assertThat(columnsWith(learner.username())).isNotEmpty();
    erase(learner);
    assertThat(columnsWith(learner.username())).isEmpty();
    assertThat(columnsWith(learner.displayName())).isEmpty();
    fixtures.as(
        administrator,
        () -> {
          assertThat(accountList.count(learner.username())).isZero();
          assertThat(accountList.count(Account.numbered(learner.id()))).isZero();
        });
    assertThat(accounts.byUsername(learner.username())).isEmpty();
    assertThat(accounts.active(learner.id())).isEmpty();
    assertThat(accounts.require(learner.id()).anonymous()).isTrue();
    assertThatThrownBy(() -> fixtures.as(learner, () -> memberships.of(learner.id())))
        .as("their session")
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void theLogKeepsANumber_andWhatWasTypedIsGone() {
    erase(learner);
    String number = Account.numbered(learner.id());
    List<AuditEntry> told =
        fixtures.as(
            administrator, () -> log.page(new AuditSearch.Filter(number, null, null, null), 0, 50));
    assertThat(told)
        .extracting(AuditEntry::kind)
        .contains(
            AuditKind.ACCOUNT_ERASED,
            AuditKind.ERASURE_ASKED,
            AuditKind.LEARNER_VIEWED,
            AuditKind.MEMBER_JOINED,
            AuditKind.ACCOUNT_CREATED);
    assertThat(
            jdbc.queryForList(
                "select i.response from attempt_item i join attempt a on a.id = i.attempt_id"
                    + " where a.learner_id = ? and i.response not like '%picked%'",
                String.class, learner.id()))
        .isNotEmpty()
        .allMatch(response -> response.contains("\"typed\":\"\"") || response.contains("[\"\""));
  }

  @Test
  void nobodyIsAskedForWhatTheyCannotGive() {
    besidesOthers();
    fixtures.signIn(instructor);
    int members = exports.roster(instructor.id(), cohort.id()).size();
    int rows = exports.gradebook(instructor.id(), cohort.id()).rows().size();
    erase(learner);
    fixtures.signIn(instructor);
    assertThat(exports.roster(instructor.id(), cohort.id())).hasSize(members - 1);
    assertThat(exports.gradebook(instructor.id(), cohort.id()).rows()).hasSize(rows - 1);
    Dashboard dashboard = dashboards.of(instructor.id(), cohort.id());
    int due =
        dashboard.members().stream()
            .filter(member -> member.learnerId() != learner.id())
            .mapToInt(member -> member.load().due())
            .sum();
    assertThat(dashboard.due()).isEqualTo(due);
  }

  @Test
  void countsOfPeopleSpeakOfThoseWhoCanStillLearn() {
    besidesOthers();
    fixtures.signIn(instructor);
    Dashboard before = dashboards.of(instructor.id(), cohort.id());
    assertThat(before.onTrack()).contains(learner.id());
    int coming = coming();
    erase(learner);
    fixtures.signIn(instructor);
    Dashboard dashboard = dashboards.of(instructor.id(), cohort.id());
    assertThat(dashboard.learning()).hasSize(before.learning().size() - 1);
    assertThat(dashboard.onTrack()).hasSize(before.onTrack().size() - 1);
    assertThat(dashboard.weeks().active()).isEqualTo(before.weeks().active() - 1);
    assertThat(dashboard.finished()).isEqualTo(before.finished() - 1);
    assertThat(before.quizzes()).isEqualTo(dashboard.quizzes());
    assertThat(coming()).as("what comes up for people").isEqualTo(coming - quiz.questions().size());
    // The lists behind the figures say the same.
    for (Filter filter : Filter.values()) {
      List<Long> found =
          learners
              .all(instructor.id(), cohort.id(), new Search("", filter, Sort.NAME, false))
              .stream()
              .map(Dashboard.Member::learnerId)
              .toList();
      assertThat(found.contains(learner.id())).as(filter.name()).isEqualTo(filter == Filter.ALL);
    }
    assertThat(maps.of(instructor.id(), cohort.id(), null).rows())
        .hasSize(dashboard.learning().size())
        .noneMatch(row -> row.learnerId() == learner.id());
  }

  private int coming() {
    return trends.of(instructor.id(), cohort.id()).forecast().values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  @Test
  void figuresAreTheSameToTheDigit() {
    besidesOthers();
    List<Object> before = figures();
    erase(learner);
    assertThat(figures()).usingRecursiveComparison().isEqualTo(before);
    List<Difference> found = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> derived.forEach(each -> each.check(learner.id(), found::add)));
    assertThat(found).as("what Check data says").isEmpty();
    // Their page still opens, under the number.
    fixtures.as(
        instructor,
        () ->
            assertThat(
                    dashboards.learner(instructor.id(), cohort.id(), learner.id()).member().name())
                .isEqualTo(Account.numbered(learner.id())));
  }

  @Test
  void onlyWhatIsAskedForIsCarriedOut() {
    fixtures.as(
        administrator,
        () ->
            assertThatThrownBy(() -> administration.carryOut(learner.id()))
                .isInstanceOf(GoneException.class));
    fixtures.as(learner, () -> erasure.ask(learner.id()));
    fixtures.as(
        administrator,
        () ->
            assertThat(administration.requests())
                .extracting(request -> request.account().id())
                .contains(learner.id()));
    fixtures.as(learner, () -> erasure.withdraw(learner.id()));
    fixtures.as(
        administrator,
        () ->
            assertThatThrownBy(() -> administration.carryOut(learner.id()))
                .isInstanceOf(GoneException.class));
    assertThat(accounts.require(learner.id()).displayName()).isEqualTo(learner.displayName());
  }

  @Test
  void cohortsAndQuizzesAreHandedOverFirst() {
    Account colleague = fixtures.instructor();
    String draft = shared("About bees", colleague);
    fixtures.as(
        instructor,
        () -> {
          erasure.ask(instructor.id());
          assertThat(erasure.held(instructor.id()))
              .containsExactlyInAnyOrder(
                  new Held(Held.Kind.COHORT, "Seminar"), new Held(Held.Kind.QUIZ, "About bees"));
        });
    fixtures.as(
        administrator,
        () ->
            assertThatThrownBy(() -> administration.carryOut(instructor.id()))
                .isInstanceOf(ErasureAdministration.StillHeld.class));
    fixtures.as(
        instructor,
        () -> {
          sharing.handOver(instructor.id(), draft, colleague.username());
          instructors.add(instructor.id(), cohort.id(), colleague.username());
          instructors.handOver(instructor.id(), cohort.id(), colleague.username());
          assertThat(sharing.of(instructor.id(), draft).right()).isEqualTo(Right.EDIT);
        });
    fixtures.as(administrator, () -> administration.carryOut(instructor.id()));
    assertThat(columnsWith(instructor.username())).isEmpty();
    assertThat(columnsWith(instructor.displayName())).isEmpty();
    fixtures.as(
        colleague,
        () -> {
          assertThat(cohorts.require(colleague.id(), cohort.id()).name()).isEqualTo("Seminar");
          assertThat(instructors.of(colleague.id(), cohort.id())).hasSize(1);
          assertThat(sharing.of(colleague.id(), draft).right()).isEqualTo(Right.OWN);
        });
  }

  @Test
  void anAdministratorHandsOverWhereTheOwnerCannot() {
    Account colleague = fixtures.instructor();
    String draft = shared("About bees", colleague);
    // Who is no instructor any more gets at neither.
    jdbc.update("update account set role = 'LEARNER' where id = ?", instructor.id());
    fixtures.as(
        administrator,
        () ->
            assertThatThrownBy(() -> administration.handOver(instructor.id(), colleague.username()))
                .as("nobody asked")
                .isInstanceOf(GoneException.class));
    jdbc.update(
        "insert into authored_quiz (id, author_id, title, visibility, created_at, changed_at)"
            + " values (?, ?, 'Seen by nobody', 'COHORTS', current_timestamp, current_timestamp)",
        "private-" + instructor.id(),
        instructor.id());
    fixtures.as(instructor, () -> erasure.ask(instructor.id()));
    fixtures.as(
        administrator,
        () -> {
          assertThatThrownBy(() -> administration.handOver(instructor.id(), learner.username()))
              .as("to a learner")
              .isInstanceOf(GoneException.class);
          administration.handOver(instructor.id(), colleague.username());
          assertThat(administration.heldBy(instructor.id())).isEmpty();
          administration.carryOut(instructor.id());
        });
    assertThat(
            jdbc.queryForList(
                "select id from authored_quiz where id = ?", "private-" + instructor.id()))
        .isEmpty();
    fixtures.as(
        colleague,
        () -> {
          assertThat(cohorts.require(colleague.id(), cohort.id()).name()).isEqualTo("Seminar");
          assertThat(sharing.of(colleague.id(), draft).right()).isEqualTo(Right.OWN);
          assertThat(sharing.of(colleague.id(), draft).people()).isEmpty();
        });
  }

  @Test
  void nobodyIsGivenMoreQuizzesThanTheyMayHave() {
    Account colleague = fixtures.instructor();
    String draft = shared("About bees", colleague);
    for (int i = 0; i < Drafts.MAX_QUIZZES; i++) {
      jdbc.update(
          "insert into authored_quiz (id, author_id, title, visibility, created_at, changed_at)"
              + " values (?, ?, 'One', 'COHORTS', current_timestamp, current_timestamp)",
          "full-" + colleague.id() + "-" + i,
          colleague.id());
    }
    fixtures.as(
        instructor,
        () -> {
          assertThatThrownBy(() -> sharing.handOver(instructor.id(), draft, colleague.username()))
              .isInstanceOf(Drafts.TooMuch.class);
          erasure.ask(instructor.id());
        });
    fixtures.as(
        administrator,
        () ->
            assertThatThrownBy(() -> administration.handOver(instructor.id(), colleague.username()))
                .isInstanceOf(PersonalData.NoRoom.class));
    fixtures.as(
        instructor,
        () -> {
          assertThat(sharing.of(instructor.id(), draft).right()).isEqualTo(Right.OWN);
          assertThat(cohorts.require(instructor.id(), cohort.id()).name()).isEqualTo("Seminar");
        });
  }

  @Test
  void draftsThatReachedNobodyGoWithTheirAuthor() {
    Account author = fixtures.instructor();
    String draft = fixtures.as(author, () -> drafts.create(author.id(), "Not yet")).id();
    assertThat(fixtures.as(author, () -> erasure.held(author.id()))).isEmpty();
    erase(author);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from authored_quiz where id = ?", Integer.class, draft))
        .isZero();
  }

  @Test
  void imagesOfDraftsThatGoAreLetGoOf_unlessAnotherQuizHasThem() {
    Account author = fixtures.instructor();
    Account colleague = fixtures.instructor();
    byte[] own = TestPictures.png(System.nanoTime());
    byte[] both = TestPictures.png(System.nanoTime());
    String alone = bring(author, drafts(author), own);
    String common = bring(author, drafts(author), both);
    assertThat(bring(colleague, drafts(colleague), both)).isEqualTo(common);
    erase(author);
    assertThat(kept(alone)).isZero();
    assertThat(kept(common)).isEqualTo(1);
  }

  private String drafts(Account author) {
    return fixtures.as(author, () -> drafts.create(author.id(), "Not yet")).id();
  }

  private String bring(Account author, String draft, byte[] png) {
    return fixtures.as(
        author,
        () -> ((DraftPictures.Brought.Taken) pictures.bring(author.id(), draft, png)).file());
  }

  private Integer kept(String file) {
    return jdbc.queryForObject(
        "select count(*) from picture where hash = ?",
        Integer.class,
        file.substring(0, file.indexOf('.')));
  }

  @Test
  void whatTheyOpenedToTheirCohortStaysOpenInTheHandsOfTheNext() {
    Account colleague = fixtures.instructor();
    String draft = fixtures.as(instructor, () -> drafts.create(instructor.id(), "Bees")).id();
    fixtures.as(
        instructor,
        () -> {
          var unused = new WrittenQuiz(drafts, instructor.id(), draft).complete();
          String mark = publishing.preview(instructor.id(), draft).mark();
          var published = publishing.publish(instructor.id(), draft, mark, "");
          opened = draft;
          sharing.openToCohort(instructor.id(), draft, cohort.id(), true);
          erasure.ask(instructor.id());
        });
    fixtures.as(
        administrator,
        () -> {
          administration.handOver(instructor.id(), colleague.username());
          administration.carryOut(instructor.id());
        });
    assertThat(
            jdbc.queryForList(
                "select opened_by from authored_opening where quiz_id = ? and cohort_id = ?",
                Long.class,
                draft,
                cohort.id()))
        .containsExactly(colleague.id());
    assertThat(fixtures.as(colleague, () -> dashboards.of(colleague.id(), cohort.id())).quizzes())
        .extracting(Quiz::id)
        .contains(draft);
  }

  /** What is served is one for all tests. */
  @AfterEach
  void withdraw() {
    String draft = opened;
    if (draft != null) {
      long owner =
          Objects.requireNonNull(
              jdbc.queryForObject(
                  "select author_id from authored_quiz where id = ?", Long.class, draft));
      fixtures.as(accounts.require(owner), () -> publishing.withdraw(owner, draft));
    }
  }

  /** As when a roster or a provider still has them. */
  @Test
  void whoComesBackUnderTheOldNameIsSomebodyElse() {
    fixtures.as(
        instructor,
        () -> exports.taken(instructor.id(), cohort.id(), "Roster", List.of(learner.id())));
    erase(learner);
    List<Object> before = figures();
    Account again =
        accounts.create(
            new NewAccount(
                learner.username(),
                learner.displayName(),
                Fixtures.PASSWORD,
                Role.LEARNER,
                learner.calendar(),
                null));
    assertThat(again.id()).isNotEqualTo(learner.id());
    fixtures.as(
        again,
        () -> {
          assertThat(memberships.of(again.id())).isEmpty();
          assertThat(own.looks(again, 0, 50)).isEmpty();
          assertThat(taking.finished(again.id(), quiz.id())).isEmpty();
          assertThat(data(again)).contains("ACCOUNT_CREATED").doesNotContain("MEMBER_JOINED");
          QuizAttempts.take(taking, again.id(), quiz.id(), 0, Duration.ofSeconds(4));
        });
    assertThat(figures()).usingRecursiveComparison().isEqualTo(before);
    fixtures.as(
        administrator,
        () -> {
          assertThat(log.page(new AuditSearch.Filter(learner.username(), null, null, null), 0, 50))
              .as("what the log has under the name")
              .extracting(AuditEntry::kind)
              .containsOnly(AuditKind.ACCOUNT_CREATED);
        });
  }

  private String data(Account account) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      own.write(account, "", file);
      StringBuilder all = new StringBuilder();
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
        while (zip.getNextEntry() != null) {
          all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anAdministratorGoesOnlyWhileAnotherIsThere() {
    Account other = fixtures.administrator();
    fixtures.as(other, () -> erasure.ask(other.id()));
    fixtures.as(other, () -> administration.carryOut(other.id()));
    assertThat(columnsWith(other.username())).isEmpty();
    List<Long> rest =
        jdbc.queryForList(
            "select id from account where role = 'ADMINISTRATOR' and enabled and id <> ?",
            Long.class,
            administrator.id());
    try {
      rest.forEach(id -> jdbc.update("update account set enabled = false where id = ?", id));
      fixtures.as(administrator, () -> erasure.ask(administrator.id()));
      fixtures.as(
          administrator,
          () ->
              assertThatThrownBy(() -> administration.carryOut(administrator.id()))
                  .isInstanceOf(AccountAdministration.LastAdministrator.class));
    } finally {
      rest.forEach(id -> jdbc.update("update account set enabled = true where id = ?", id));
    }
  }

  @Test
  void theDatabaseLetsANameBecomeItsAccountsNumberAndNothingElse() {
    Account other = fixtures.learner();
    for (String change :
        List.of(
            "actor = 'somebody'",
            "subject = 'somebody'",
            "subject = null",
            "subject = '" + Account.numbered(other.id()) + "'",
            "detail = 'else'",
            "address = '10.0.0.1'",
            "kind = 'SIGNED_OUT'",
            "happened_at = current_timestamp",
            "detail = 'else', subject = '" + Account.numbered(learner.id()) + "'")) {
      assertThatThrownBy(
              () ->
                  jdbc.update(
                      "update audit_entry set " + change + " where subject = ?",
                      learner.username()))
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(
            jdbc.update(
                "update audit_entry set subject = ? where subject = ?",
                Account.numbered(learner.id()),
                learner.username()))
        .isPositive();
  }

  private String shared(String title, Account colleague) {
    return fixtures.as(
        instructor,
        () -> {
          String draft = drafts.create(instructor.id(), title).id();
          sharing.share(instructor.id(), draft, colleague.username(), Right.USE);
          return draft;
        });
  }

  private void erase(Account account) {
    fixtures.as(account, () -> erasure.ask(account.id()));
    fixtures.as(administrator, () -> administration.carryOut(account.id()));
  }

  /** As many as figures are told of. */
  private void besidesOthers() {
    for (int wrong = 0; wrong < 6; wrong++) {
      var unused = joined(wrong);
    }
  }

  private Account joined(int wrong) {
    Account account = fixtures.learner();
    fixtures.as(
        account,
        () -> {
          var unused = memberships.join(account.id(), cohort.joinCode().toString());
          QuizAttempts.take(taking, account.id(), quiz.id(), wrong, Duration.ofSeconds(4));
        });
    return account;
  }

  /** What the cohort's page and the statistics of its questions say, without names. */
  private List<Object> figures() {
    return fixtures.as(
        instructor,
        () -> {
          Dashboard dashboard = dashboards.whole(instructor.id(), cohort.id());
          return List.of(
              dashboard.members().stream()
                  .sorted(java.util.Comparator.comparing(Dashboard.Member::learnerId))
                  .map(
                      member ->
                          List.of(
                              member.learnerId(),
                              member.load(),
                              member.retained(),
                              member.mastery(),
                              member.standings()))
                  .toList(),
              dashboard.weeks().now(),
              dashboard.weeks().before(),
              dashboard.hardest(),
              dashboard.leeches(),
              dashboard.judged(),
              statistics.of(instructor.id(), cohort.id(), quiz.id(), AttemptSelection.FIRST, null),
              dashboards.reports(instructor.id(), cohort.id()).size());
        });
  }

  /** Every text column of every table in which these words stand. */
  private List<String> columnsWith(String words) {
    List<Map<String, Object>> columns =
        jdbc.queryForList(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public'
              and lower(data_type) in ('character varying', 'text', 'character large object',
                'character')
            """);
    List<String> found = new ArrayList<>();
    for (Map<String, Object> column : columns) {
      Object table = column.get("table_name");
      Object name = column.get("column_name");
      Integer rows =
          jdbc.queryForObject(
              "select count(*) from %s where lower(cast(\"%s\" as varchar(1000000))) like ?"
                  .formatted(table, name),
              Integer.class,
              "%" + words.toLowerCase(Locale.ROOT) + "%");
      if (rows != null && rows > 0) {
        found.add(table + "." + name);
      }
    }
    return found;
  }
}
