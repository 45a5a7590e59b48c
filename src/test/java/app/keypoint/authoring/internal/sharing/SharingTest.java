package app.keypoint.authoring.internal.sharing;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.audit.AuditSearch;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.QuizFiles.Copyable;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.CohortGlimpses;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.statistics.QuestionStatistics;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.content.loading.TakeUp;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Colleagues;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.practice.Exams;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.NewCards;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

@AuthoringTest
class SharingTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizFiles files;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired Dashboards dashboards;
  @Autowired Assignments assignments;
  @Autowired CohortExams exams;
  @Autowired CohortGlimpses glimpses;
  @Autowired QuestionStatistics statistics;
  @Autowired Catalogue catalogue;
  @Autowired LearnerProgress progress;
  @Autowired QuizTaking taking;
  @Autowired NewCards newCards;
  @Autowired AuditSearch log;
  @Autowired ReviewHistory history;
  @Autowired Exams ownExams;
  @Autowired LearnersNotes notes;
  @Autowired AccountAdministration administration;
  @Autowired ReviewStatistics reviews;
  @Autowired Fixtures fixtures;
  @Autowired TakeUp content;
  @Autowired TransactionOperations transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  private Account author;
  private Account other;
  private String draft;
  private String question;

  @BeforeEach
  void aPublishedQuiz() {
    author = fixtures.instructor();
    other = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    question = new WrittenQuiz(drafts, author.id(), draft).complete();
    publish();
  }

  @Test
  void whatIsPublishedWithdrawnAndOpenedIsOnRecord() {
    sharing.openToEveryone(author.id(), draft, true);
    publishing.withdraw(author.id(), draft);
    fixtures.signIn(fixtures.administrator());
    assertThat(
            log.page(new AuditSearch.Filter(author.username(), null, null, null), 0, 100).stream()
                .map(entry -> entry.kind() + ": " + entry.detail())
                .filter(told -> told.startsWith("QUIZ"))
                .toList())
        .containsExactly("QUIZ_WITHDRAWN: Bees", "QUIZ_OPENED: Bees", "QUIZ_PUBLISHED: Bees");
  }

  @Test
  void aNewQuizIsForNobody() {
    Account learner = fixtures.learner();
    assertThat(drafts.of(author.id()).getFirst().openTo()).isEqualTo(OpenedTo.NOBODY);
    assertHidden(learner);
  }

  @Test
  void aCohortsMembersGetItAndNobodyElse() {
    Cohort cohort = cohorts.create(author.id(), "Class");
    Account member = member(cohort);
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    assertThat(drafts.of(author.id()).getFirst().openTo()).isEqualTo(OpenedTo.COHORTS);
    assertThat(shown(member)).contains(draft);
    fixtures.as(member, () -> newCards.add(member, draft));
    assertHidden(fixtures.learner());
    assertThat(quizzesOf(cohort)).contains(draft);
    Cohort another = cohorts.create(author.id(), "Another");
    assertThat(quizzesOf(another)).doesNotContain(draft);
  }

  @Test
  void whoeverRunsTheCohortOpensToItAndWhatTheyOpenedIsClosedWhenTheyAreTakenAway() {
    Cohort cohort = cohorts.create(author.id(), "Class");
    Account member = member(cohort);
    instructors.add(author.id(), cohort.id(), other.username());
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    assertThat(shown(member)).contains(draft);
    instructors.handOver(author.id(), cohort.id(), other.username());
    fixtures.as(other, () -> instructors.remove(other.id(), cohort.id(), author.username()));
    assertThat(shown(member)).doesNotContain(draft);
    fixtures.signIn(fixtures.administrator());
    assertThat(
            log.page(new AuditSearch.Filter(other.username(), null, null, null), 0, 100).stream()
                .map(entry -> entry.kind() + ": " + entry.detail()))
        .contains("QUIZ_CLOSED: Class: Bees");
  }

  @Test
  void whatAnotherWhoRunsTheCohortCouldOpenStaysOpen() {
    Account third = fixtures.instructor();
    Cohort cohort = cohorts.create(author.id(), "Class");
    Account member = member(cohort);
    sharing.share(author.id(), draft, other.username(), Right.USE);
    sharing.share(author.id(), draft, third.username(), Right.USE);
    instructors.add(author.id(), cohort.id(), other.username());
    instructors.add(author.id(), cohort.id(), third.username());
    fixtures.as(other, () -> sharing.openToCohort(other.id(), draft, cohort.id(), true));
    instructors.remove(author.id(), cohort.id(), other.username());
    assertThat(shown(member)).as("its author runs it").contains(draft);
    sharing.unshare(author.id(), draft, other.username());
    assertThat(shown(member)).as("it is the author's opening now").contains(draft);
    instructors.handOver(author.id(), cohort.id(), third.username());
    fixtures.as(third, () -> instructors.remove(third.id(), cohort.id(), author.username()));
    assertThat(shown(member)).as("it is shared with one who runs it").contains(draft);
    sharing.unshare(author.id(), draft, third.username());
    assertThat(shown(member)).doesNotContain(draft);
  }

  @Test
  void anArchivedCohortCanOnlyBeClosed() {
    Cohort open = cohorts.create(author.id(), "Class");
    Cohort never = cohorts.create(author.id(), "Never");
    sharing.openToCohort(author.id(), draft, open.id(), true);
    cohorts.archive(author.id(), open.id());
    cohorts.archive(author.id(), never.id());
    assertThat(sharing.of(author.id(), draft).cohorts())
        .containsExactly(new Sharing.CohortOpening(open.id(), "Class", true, true));
    assertGone(() -> sharing.openToCohort(author.id(), draft, never.id(), true));
    sharing.openToCohort(author.id(), draft, open.id(), false);
    assertThat(sharing.of(author.id(), draft).cohorts()).isEmpty();
  }

  @Test
  void whoeverIsTakenAwayAtThisMomentOpensNothing() throws Exception {
    Cohort cohort = cohorts.create(author.id(), "Class");
    sharing.share(author.id(), draft, other.username(), Right.USE);
    instructors.add(author.id(), cohort.id(), other.username());
    CompletableFuture<?> opening =
        requireNonNull(
            transaction.execute(
                _ -> {
                  instructors.remove(author.id(), cohort.id(), other.username());
                  CompletableFuture<Void> begun =
                      CompletableFuture.runAsync(
                          () ->
                              fixtures.as(
                                  other,
                                  () ->
                                      sharing.openToCohort(other.id(), draft, cohort.id(), true)));
                  // Time enough to look, and to open it if nothing holds them.
                  begun.handle((_, _) -> true).completeOnTimeout(false, 500, MILLISECONDS).join();
                  return begun;
                }));
    assertThatThrownBy(opening::get).hasCauseInstanceOf(GoneException.class);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from authored_opening where cohort_id = ?",
                Long.class,
                cohort.id()))
        .isZero();
  }

  @Test
  void whatIsForNobodyIsNoOtherInstructorsToAssignToExamineOrToMeasure() {
    fixtures.signIn(other);
    long id = other.id();
    long theirs = cohorts.create(id, "Theirs").id();
    String file = catalogue.quizzes().getFirst().id();
    assertThat(assignments.of(id, theirs).quizzes())
        .extracting(Quiz::id)
        .contains(file)
        .doesNotContain(draft);
    assertThat(statistics.of(id, theirs, file, AttemptSelection.ALL, null).quizzes())
        .extracting(Quiz::id)
        .contains(file)
        .doesNotContain(draft);
    assertGone(() -> statistics.of(id, theirs, draft, AttemptSelection.ALL, null));
    assertGone(() -> assignments.assign(id, theirs, draft, due(1)));
    assertGone(() -> exams.set(id, theirs, draft, LocalDate.now(clock).plusDays(9)));
    assertThat(assignments.of(id, theirs).assignments()).isEmpty();
    assertThat(exams.of(id, theirs)).isEmpty();
  }

  @Test
  void whatIsAssignedStaysAssignedWhenTheQuizIsClosed() {
    long cohort = cohorts.create(author.id(), "Class").id();
    sharing.openToCohort(author.id(), draft, cohort, true);
    assertThat(assignments.of(author.id(), cohort).quizzes()).extracting(Quiz::id).contains(draft);
    assignments.assign(author.id(), cohort, draft, due(1));
    long another = cohorts.create(author.id(), "Another").id();
    sharing.openToCohort(author.id(), draft, another, true);
    assignments.assign(author.id(), another, draft, due(1));
    assertThat(nextOf(cohort)).isEqualTo(draft);
    exams.set(author.id(), cohort, draft, LocalDate.now(clock).plusDays(9));
    assertThat(statistics.of(author.id(), cohort, draft, AttemptSelection.ALL, null).quiz().id())
        .isEqualTo(draft);
    sharing.openToCohort(author.id(), draft, cohort, false);
    assertThat(nextOf(cohort)).as("nobody can begin it").isNull();
    assertThat(nextOf(another)).as("still open there").isEqualTo(draft);
    Assignments.Terms longer = due(2);
    assignments.assign(author.id(), cohort, draft, longer);
    var overview = assignments.of(author.id(), cohort);
    assertThat(overview.quizzes()).extracting(Quiz::id).doesNotContain(draft);
    assertThat(overview.assignments())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.quiz().title()).isEqualTo("Bees");
              assertThat(each.terms()).isEqualTo(longer);
            });
    assignments.withdraw(author.id(), cohort, draft);
    assertGone(() -> assignments.assign(author.id(), cohort, draft, longer));
  }

  private @Nullable String nextOf(long cohort) {
    CohortGlimpses.Due next = requireNonNull(glimpses.of(author.id()).get(cohort)).next();
    return next == null ? null : next.quiz().id();
  }

  @Test
  void whatWasClosedIsAskedOnlyOfThoseWhoCanStillFinishIt() {
    Cohort cohort = cohorts.create(author.id(), "Class");
    Account never = member(cohort);
    Account begun = member(cohort);
    Account done = member(cohort);
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    assignments.assign(author.id(), cohort.id(), draft, due(1));
    fixtures.as(begun, () -> taking.start(begun.id(), draft));
    take(done);
    Instant threeDaysOn = clock.instant().plus(Duration.ofDays(3));
    assertThat(lateAt(threeDaysOn, cohort)).containsExactlyInAnyOrder(never.id(), begun.id());
    sharing.openToCohort(author.id(), draft, cohort.id(), false);
    assertThat(lateAt(threeDaysOn, cohort)).containsExactly(begun.id());
    assertThat(assignments.of(author.id(), cohort.id()).assignments())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.closed()).isTrue();
              assertThat(each.learners())
                  .extracting(Assignments.Standing::learnerId)
                  .containsExactlyInAnyOrder(begun.id(), done.id());
            });
  }

  /** Members who are told to be late with an assignment. */
  private List<Long> lateAt(Instant when, Cohort cohort) {
    return Studying.at(when, () -> dashboards.of(author.id(), cohort.id())).members().stream()
        .filter(
            member ->
                member.nudges().stream()
                    .anyMatch(nudge -> nudge.kind() == Nudge.Kind.ASSIGNMENT_LATE))
        .map(Dashboard.Member::learnerId)
        .toList();
  }

  @Test
  void whatIsWithdrawnAndStillServedStaysClosed() {
    Cohort cohort = cohorts.create(author.id(), "Class");
    Cohort another = cohorts.create(author.id(), "Another");
    Account member = member(cohort);
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    jdbc.execute("alter table content_load rename to content_load_away");
    try {
      publishing.withdraw(author.id(), draft);
      assertThat(catalogue.quiz(draft)).isPresent();
      assertHidden(fixtures.learner());
      assertThat(quizzesOf(another)).doesNotContain(draft);
      assertThat(shown(member)).contains(draft);
      assertThat(quizzesOf(cohort)).contains(draft);
      fixtures.as(
          other,
          () -> {
            assertThat(files.copyable(other.id())).extracting(Copyable::quizId).isNotEmpty();
            assertThat(files.copyable(other.id()))
                .extracting(Copyable::quizId)
                .doesNotContain(draft);
            assertGone(() -> files.copy(other.id(), draft));
          });
    } finally {
      jdbc.execute("alter table content_load_away rename to content_load");
    }
    content.now();
    assertThat(shown(member)).doesNotContain(draft);
  }

  @Test
  void everyoneGetsWhatIsOpenToEveryone() {
    Account learner = fixtures.learner();
    sharing.openToEveryone(author.id(), draft, true);
    assertThat(shown(learner)).contains(draft);
    take(learner);
    sharing.openToEveryone(author.id(), draft, false);
    assertHidden(fixtures.learner());
  }

  @Test
  void whoMayOnlyLearnFromItCannotCopyItsKeysEvenAsAnInstructor() {
    Cohort cohort = cohorts.create(author.id(), "Class");
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    Account member = fixtures.instructor();
    join(member, cohort);
    assertThat(shown(member)).as("they take it as learners do").contains(draft);
    assertNoCopy(member);
    sharing.openToEveryone(author.id(), draft, true);
    assertNoCopy(other);
    sharing.share(author.id(), draft, other.username(), Right.USE);
    fixtures.as(
        other,
        () -> assertThat(files.copyable(other.id())).extracting(Copyable::quizId).contains(draft));
  }

  private void assertNoCopy(Account instructor) {
    fixtures.as(
        instructor,
        () -> {
          assertThat(files.copyable(instructor.id()))
              .extracting(Copyable::quizId)
              .isNotEmpty()
              .doesNotContain(draft);
          assertGone(() -> files.copy(instructor.id(), draft));
        });
  }

  @Test
  void whoHasBegunKeepsTheirCardsAndCannotBeginAnew() {
    Cohort cohort = cohorts.create(author.id(), "Class");
    Account member = member(cohort);
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    take(member);
    sharing.openToCohort(author.id(), draft, cohort.id(), false);
    assertThat(fixtures.as(member, () -> reviews.cards(member.id())))
        .extracting("questionId")
        .contains(question);
    assertThat(shown(member)).contains(draft);
    assertGone(() -> fixtures.as(member, () -> taking.startAgain(member.id(), draft)));
    fixtures.as(member, () -> ownExams.set(member, draft, today().plusDays(9)));
    assertThat(fixtures.as(member, () -> history.add(member, List.of(past()))).matched())
        .as("more of the past of a card that they have")
        .isEqualTo(1);
    assertThat(fixtures.as(member, () -> progress.quiz(member, draft)).open()).isFalse();
    assertThat(fixtures.as(member, () -> progress.quizzes(member)))
        .allSatisfy(each -> assertThat(each.open()).isEqualTo(!each.quiz().id().equals(draft)));
  }

  @Test
  void whoIsNoInstructorAnyMoreIsALearnerLikeOthers() {
    sharing.share(author.id(), draft, other.username(), Right.USE);
    fixtures.as(
        other,
        () -> {
          Cohort theirs = cohorts.create(other.id(), "Theirs");
          sharing.openToCohort(other.id(), draft, theirs.id(), true);
        });
    assertThat(shown(other)).contains(draft);
    assertThat(shown(author)).contains(draft);
    Account administrator = fixtures.administrator();
    for (Account each : List.of(author, other)) {
      fixtures.as(administrator, () -> administration.changeRole(each.id(), Role.LEARNER));
      assertHidden(each);
    }
  }

  @Test
  void whoMayUseItCopiesItAndOpensItToTheirOwnCohorts() {
    sharing.share(author.id(), draft, other.username(), Right.USE);
    fixtures.signIn(other);
    assertThat(drafts.of(other.id()))
        .extracting(DraftSummary::id, DraftSummary::right)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(draft, Right.USE));
    Cohort theirs = cohorts.create(other.id(), "Theirs");
    sharing.openToCohort(other.id(), draft, theirs.id(), true);
    Account member = fixtures.as(other, () -> member(theirs));
    assertThat(shown(member)).contains(draft);
    assertThat(files.download(other.id(), draft)).contains(WrittenQuiz.STEM);
    assertThat(files.copy(other.id(), draft).summary().title()).isEqualTo("Bees");

    fixtures.signIn(author);
    assertThat(sharing.of(author.id(), draft).othersCohorts()).isEqualTo(1);
    sharing.unshare(author.id(), draft, other.username());
    assertHidden(member);
    fixtures.signIn(other);
    assertGone(() -> files.download(other.id(), draft));
  }

  @Test
  void whoMayOnlyUseItCannotChangeIt() {
    sharing.share(author.id(), draft, other.username(), Right.USE);
    fixtures.signIn(other);
    long id = other.id();
    ItemBody body = new ItemBody.KeyPoint("x", "", "", 0, "");
    assertGone(() -> drafts.draft(id, draft));
    assertGone(() -> drafts.checked(id, draft));
    assertGone(() -> drafts.add(id, draft, 0, body));
    assertGone(() -> drafts.save(id, draft, question, 1, body));
    assertGone(() -> drafts.move(id, draft, question, 0));
    assertGone(() -> drafts.retire(id, draft, question, true));
    assertGone(() -> publishing.preview(id, draft));
    assertGone(() -> publishing.publish(id, draft, "x", ""));
    assertGone(() -> publishing.withdraw(id, draft));
    assertGone(() -> publishing.history(id, draft));
    assertGone(() -> publishing.historyBefore(id, draft, 2));
    assertGone(() -> publishing.differences(id, draft, 1, 1));
    assertGone(() -> publishing.restore(id, draft, 1));
    assertGone(() -> sharing.share(id, draft, author.username(), Right.EDIT));
    assertGone(() -> sharing.unshare(id, draft, other.username()));
    assertGone(() -> sharing.openToEveryone(id, draft, true));
    assertGone(() -> notes.of(id, draft));
    assertGone(() -> notes.accept(id, draft, question, 1, "food"));
    assertThat(sharing.of(id, draft).people()).isEmpty();
  }

  @Test
  void whoMayEditWritesAndPublishesAndDoesNotShare() {
    sharing.share(author.id(), draft, other.username(), Right.EDIT);
    fixtures.signIn(other);
    DraftItem item = drafts.draft(other.id(), draft).item(question).orElseThrow();
    var saved =
        drafts.save(
            other.id(),
            draft,
            question,
            item.revision(),
            WrittenQuiz.question(
                ((ItemBody.Question) item.body()).keyPointId(),
                "What is danced?",
                "Where food is"));
    assertThat(saved).isNotNull();
    var unused =
        publishing.publish(
            other.id(), draft, publishing.preview(other.id(), draft).mark(), "by another");
    assertThat(catalogue.question(question).orElseThrow().question().stem())
        .isEqualTo("What is danced?");
    assertGone(() -> sharing.openToEveryone(other.id(), draft, true));
    assertGone(() -> sharing.share(other.id(), draft, author.username(), Right.USE));
    fixtures.signIn(author);
    assertThat(drafts.draft(author.id(), draft).item(question).orElseThrow().changedBy())
        .isEqualTo(other.displayName());
    sharing.share(author.id(), draft, other.username(), Right.USE);
    fixtures.signIn(other);
    assertGone(() -> drafts.draft(other.id(), draft));
  }

  @Test
  void itIsSharedWithInstructorsOnly() {
    Account learner = fixtures.learner();
    assertGone(() -> sharing.share(author.id(), draft, learner.username(), Right.USE));
    assertGone(() -> sharing.share(author.id(), draft, "nobody at all", Right.USE));
    assertGone(() -> sharing.share(author.id(), draft, author.username(), Right.USE));
    assertThat(sharing.of(author.id(), draft).people()).isEmpty();
  }

  @Test
  void whoIsAnInstructorIsFoundOutSlowly() {
    for (int i = 0; i < Colleagues.MAX_IN_VAIN - 1; i++) {
      String guess = "guess" + i;
      assertGone(() -> sharing.share(author.id(), draft, guess, Right.USE));
    }
    sharing.share(author.id(), draft, other.username(), Right.USE);
    assertGone(() -> sharing.share(author.id(), draft, "guess", Right.USE));
    assertThatThrownBy(() -> sharing.share(author.id(), draft, other.username(), Right.USE))
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void itIsOpenedToOnesOwnCohortsOnly() {
    Cohort theirs = fixtures.as(other, () -> cohorts.create(other.id(), "Theirs"));
    assertGone(() -> sharing.openToCohort(author.id(), draft, theirs.id(), true));
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }

  private Assignments.Terms due(int days) {
    Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
    return new Assignments.Terms(null, due, null);
  }

  private Account member(Cohort cohort) {
    Account member = fixtures.learner();
    join(member, cohort);
    return member;
  }

  private void join(Account account, Cohort cohort) {
    var unused =
        fixtures.as(account, () -> memberships.join(account.id(), cohort.joinCode().toString()));
  }

  private void take(Account learner) {
    fixtures.as(
        learner,
        () -> {
          Attempt attempt = taking.start(learner.id(), draft);
          var unused =
              taking.answer(
                  learner.id(),
                  attempt.id(),
                  1,
                  Responses.right(attempt.item(1).asked().question()),
                  Duration.ofSeconds(5));
        });
  }

  private List<String> shown(Account learner) {
    return fixtures.as(learner, () -> progress.quizzes(learner)).stream()
        .map(shown -> shown.quiz().id())
        .toList();
  }

  private List<String> quizzesOf(Cohort cohort) {
    return dashboards.of(author.id(), cohort.id()).quizzes().stream().map(Quiz::id).toList();
  }

  private void assertHidden(Account learner) {
    assertThat(shown(learner)).isNotEmpty().doesNotContain(draft);
    assertGone(() -> fixtures.as(learner, () -> progress.quiz(learner, draft)));
    assertGone(() -> fixtures.as(learner, () -> taking.start(learner.id(), draft)));
    assertGone(() -> fixtures.as(learner, () -> newCards.add(learner, draft)));
    assertGone(() -> fixtures.as(learner, () -> ownExams.set(learner, draft, today().plusDays(9))));
    List<PastAnswer> brought = List.of(past());
    assertThat(fixtures.as(learner, () -> history.preview(learner, brought)).matched()).isZero();
    assertThat(fixtures.as(learner, () -> history.add(learner, brought)).matched()).isZero();
    assertThat(fixtures.as(learner, () -> reviews.cards(learner.id())))
        .as("an import knows the question by its id and begins no card of it")
        .isEmpty();
  }

  private PastAnswer past() {
    LocalDate day = today().minusDays(40);
    return new PastAnswer(
        question, day.atTime(12, 0).toInstant(ZoneOffset.UTC), day, 3, null, null);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static void assertGone(ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(GoneException.class);
  }
}
