package app.keypoint.cohort.statistics;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.TooMuchToRecord;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.statistics.CohortExports.Gradebook;
import app.keypoint.cohort.statistics.CohortExports.LearnerAnswer;
import app.keypoint.cohort.statistics.CohortExports.Occasion;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.privacy.OwnData;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.StoredAttempts;
import app.keypoint.support.StoredAttempts.Answered;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What an instructor takes along of a cohort. */
@ServiceTest
class CohortExportsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  /** As many as the log keeps of one person within an hour. */
  private static final int MOST_ENTRIES = 2_000;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

  @Autowired CohortExports exports;
  @Autowired LearnerHistories histories;
  @Autowired OwnData own;
  @Autowired AuditSearch log;
  @Autowired AuditTrail trail;
  @Autowired Assignments assignments;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcTemplate jdbc;

  Account instructor;
  Account learner;
  Cohort cohort;
  Quiz quiz;

  @BeforeEach
  void aCohortWithALearner() {
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    learner = joined();
    quiz = catalogue.quizzes().getFirst();
  }

  @Test
  void everyAnswerOfAQuizIsARowWithWhatWasAskedAndAnswered() {
    finish(learner, MONDAY, 1);
    List<LearnerAnswer> all = answers();
    assertThat(all).hasSize(quiz.questions().size());
    assertThat(all)
        .allSatisfy(
            each -> {
              assertThat(each.name()).isEqualTo(learner.displayName());
              assertThat(each.username()).isEqualTo(learner.username());
              assertThat(each.occasion()).isEqualTo(Occasion.QUIZ);
              assertThat(each.quizId()).isEqualTo(quiz.id());
              assertThat(each.attempt()).isEqualTo(1);
              assertThat(each.question()).isNotNull();
              assertThat(each.response()).isNotNull();
              assertThat(each.grade()).isNull();
              assertThat(each.at()).isEqualTo(MONDAY);
              assertThat(each.timeTaken()).isEqualTo(THREE_SECONDS);
            });
    assertThat(all).filteredOn(each -> each.marks() == 0).hasSize(1);
    finish(learner, MONDAY.plus(DAY), 0);
    assertThat(answers()).last().extracting(LearnerAnswer::attempt).isEqualTo(2);
  }

  @Test
  void answersOfAttemptsThatDoNotCountSaySo() {
    finish(learner, MONDAY, 0);
    jdbc.update("update attempt set state = 'DROPPED' where learner_id = ?", learner.id());
    finish(learner, MONDAY.plus(DAY), 0);
    assertThat(answers())
        .extracting(LearnerAnswer::state)
        .startsWith(Attempt.State.DROPPED)
        .endsWith(Attempt.State.FINISHED);
  }

  @Test
  void answersInReviewsFollowWithoutThoseTakenBack() {
    finish(learner, MONDAY, 0);
    Studying studying = new Studying(reviewing, events, transactions);
    fixtures.as(learner, () -> studying.review(learner, MONDAY.plus(DAY.multipliedBy(2)), 1));
    List<LearnerAnswer> reviewed =
        answers().stream().filter(each -> each.occasion() != Occasion.QUIZ).toList();
    assertThat(reviewed).extracting(LearnerAnswer::occasion).contains(Occasion.REVIEW);
    assertThat(reviewed.getFirst().grade()).isLessThan(3);
    assertThat(reviewed)
        .allSatisfy(
            each -> {
              assertThat(each.question()).isNotNull();
              assertThat(each.marks()).isNull();
              assertThat(each.timeTaken()).isEqualTo(Studying.PACE);
            });
    SimulatedTime.at(
        MONDAY.plus(DAY.multipliedBy(2)).plus(Duration.ofHours(1)),
        () -> fixtures.as(learner, () -> reviewing.undo(learner)));
    assertThat(answers()).hasSize(quiz.questions().size() + reviewed.size() - 1);
  }

  @Test
  void nobodyElsesAnswersAreAmongThem() {
    Account stranger = fixtures.learner();
    finish(stranger, MONDAY, 0);
    assertThat(answers()).isEmpty();
    Account second = joined();
    finish(second, MONDAY, 0);
    assertThat(answers()).extracting(LearnerAnswer::username).containsOnly(second.username());
    cohorts.removeMember(instructor.id(), cohort.id(), second.id());
    assertThat(answers()).isEmpty();
  }

  @Test
  void whoDoesNotRunTheCohortGetsNothingOfIt() {
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> exports.answers(other.id(), cohort.id(), _ -> {}))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> exports.roster(other.id(), cohort.id()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> exports.gradebook(other.id(), cohort.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void theRosterHasWhoSignsInHow() {
    assertThat(exports.roster(instructor.id(), cohort.id()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo(learner.displayName());
              assertThat(each.username()).isEqualTo(learner.username());
            });
  }

  @Test
  void theGradebookHasTheBestScoreOfWhatIsAssigned() {
    finish(learner, MONDAY, quiz.questions().size());
    finish(learner, MONDAY.plus(DAY), 0);
    Account idle = joined();
    assertThat(gradebook().quizzes()).isEqualTo(catalogue.quizzes());
    SimulatedTime.at(
        MONDAY,
        () ->
            assignments.assign(
                instructor.id(),
                cohort.id(),
                quiz.id(),
                new Assignments.Terms(null, MONDAY.plus(DAY), null)));
    Gradebook gradebook = gradebook();
    assertThat(gradebook.quizzes()).containsExactly(quiz);
    assertThat(gradebook.rows())
        .filteredOn(row -> row.learnerId() == learner.id())
        .singleElement()
        .satisfies(row -> assertThat(row.best()).containsEntry(quiz.id(), 1.0));
    assertThat(gradebook.rows())
        .filteredOn(row -> row.learnerId() == idle.id())
        .singleElement()
        .satisfies(row -> assertThat(row.best()).isEmpty());
  }

  @Test
  void whoIsInAFileSeesWhoTookItAlong_andAdministratorsSeeOneEntry() {
    Account second = joined();
    Account absent = joined();
    exports.taken(instructor.id(), cohort.id(), "Learners", List.of(learner.id(), second.id()));
    cohorts.removeMember(instructor.id(), cohort.id(), second.id());
    for (Account in : List.of(learner, second)) {
      assertThat(looksAt(in))
          .singleElement()
          .satisfies(
              look -> {
                assertThat(look.by()).isEqualTo(instructor.displayName());
                assertThat(look.what()).isEqualTo("Seminar · Learners");
                assertThat(look.file()).isTrue();
              });
    }
    assertThat(looksAt(absent)).as("not in it").isEmpty();
    Account administrator = fixtures.administrator();
    assertThat(
            fixtures.as(
                administrator,
                () ->
                    log.page(
                        new AuditSearch.Filter(
                            instructor.username(), AuditKind.EXPORTED, null, null),
                        0,
                        50)))
        .singleElement()
        .extracting(AuditEntry::detail)
        .isEqualTo("Seminar · Learners");
  }

  @Test
  void filesAndLooksAtAPageAreToldInTheirOrderPageByPage() {
    for (int i = 0; i < 3; i++) {
      int minute = i;
      SimulatedTime.at(
          MONDAY.plus(Duration.ofMinutes(2L * i)),
          () ->
              exports.taken(instructor.id(), cohort.id(), "No. " + minute, List.of(learner.id())));
      SimulatedTime.at(
          MONDAY.plus(Duration.ofMinutes(2L * i + 1)),
          () -> histories.of(instructor.id(), cohort.id(), learner.id()));
    }
    List<OwnData.Look> all = looksAt(learner);
    assertThat(all).hasSize(6).isSortedAccordingTo(comparing(OwnData.Look::at).reversed());
    assertThat(all)
        .extracting(OwnData.Look::file)
        .containsExactly(false, true, false, true, false, true);
    List<OwnData.Look> paged = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      int which = page;
      paged.addAll(fixtures.as(learner, () -> own.looks(learner, which, 2)));
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void nobodyNotesWhatTheyDidNotTake() {
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(
            () -> exports.taken(other.id(), cohort.id(), "Learners", List.of(learner.id())))
        .isInstanceOf(GoneException.class);
    assertThat(looksAt(learner)).isEmpty();
    Cohort theirs = cohorts.create(other.id(), "Another");
    exports.taken(other.id(), theirs.id(), "Learners", List.of(learner.id()));
    assertThat(looksAt(learner)).as("not a member").isEmpty();
  }

  @Test
  void aFileOfNobodyIsTakenAlongHoweverMuchIsOnRecord() {
    SimulatedTime.at(
        MONDAY,
        () -> {
          transactions.executeWithoutResult(
              _ -> {
                for (int i = 0; i < MOST_ENTRIES; i++) {
                  trail.record(AuditNote.of(AuditKind.EXPORTED));
                }
              });
          assertThatThrownBy(
                  () ->
                      exports.taken(
                          instructor.id(), cohort.id(), "Learners", List.of(learner.id())))
              .isInstanceOf(TooMuchToRecord.class);
          assertThatCode(() -> exports.taken(instructor.id(), cohort.id(), "Questions", List.of()))
              .doesNotThrowAnyException();
        });
  }

  @Test
  void aLargeFileIsNotedWithAsManyStatementsAsASmallOne() {
    exports.taken(instructor.id(), cohort.id(), "Learners", List.of(learner.id()));
    long few = noting(List.of(learner.id()));
    List<Long> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(joined().id());
    }
    assertThat(noting(many)).isEqualTo(few);
  }

  private int noting(List<Long> learners) {
    return SqlRecorder.statementsOf(
            () -> {
              exports.taken(instructor.id(), cohort.id(), "Learners", learners);
              return "";
            })
        .size();
  }

  private List<OwnData.Look> looksAt(Account account) {
    return fixtures.as(account, () -> own.looks(account, 0, 50));
  }

  @Test
  void moreAnswersAreNoMoreStatements() {
    finish(learner, MONDAY, 0);
    long few = counter.statementsOf(this::answers);
    for (int i = 1; i < 4; i++) {
      finish(learner, MONDAY.plus(DAY.multipliedBy(i)), 0);
      finish(joined(), MONDAY.plus(DAY.multipliedBy(i)), 0);
    }
    assertThat(counter.statementsOf(this::answers)).isEqualTo(few);
  }

  /** Far more rows than either database or its driver keeps in memory of a result by itself. */
  @Test
  @Tag("slow")
  void memoryDoesNotGrowWithTheAnswers() {
    StoredAttempts stored = new StoredAttempts(jdbc);
    try {
      QuestionVersion asked = quiz.questions().getFirst();
      Answered answer = new Answered(asked, Responses.right(asked.question()), 1);
      stored.finished(learner.id(), MONDAY, Collections.nCopies(120_000, answer));
      long[] told = {0};
      long[] atFirst = {0};
      long[] atTheEnd = {0};
      exports.answers(
          instructor.id(),
          cohort.id(),
          _ -> {
            // H2 holds its sorted result by then: what matters is what is held of what was told.
            if (++told[0] == 1_000) {
              atFirst[0] = used();
            } else if (told[0] == 119_000) {
              atTheEnd[0] = used();
            }
          });
      assertThat(told[0]).isEqualTo(120_000);
      assertThat(atTheEnd[0] - atFirst[0]).as("bytes held").isLessThan(20_000_000);
    } finally {
      stored.clear();
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Gradebook gradebook() {
    return exports.gradebook(instructor.id(), cohort.id());
  }

  private List<LearnerAnswer> answers() {
    List<LearnerAnswer> all = new ArrayList<>();
    exports.answers(instructor.id(), cohort.id(), all::add);
    return all;
  }

  private Account joined() {
    Account account = fixtures.learner();
    fixtures.as(account, () -> memberships.join(account.id(), cohort.joinCode().toString()));
    return account;
  }

  private void finish(Account account, Instant at, int wrong) {
    SimulatedTime.at(
        at,
        () ->
            fixtures.as(
                account,
                () -> QuizAttempts.take(taking, account.id(), quiz.id(), wrong, THREE_SECONDS)));
  }
}
