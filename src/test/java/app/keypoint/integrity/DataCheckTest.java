package app.keypoint.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.internal.Signed;
import app.keypoint.integrity.DataCheck.BackupNeeded;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever is kept and does not follow from the log is found, with its entry, and rebuilt. */
@CheckedDataTest
@Tag("slow")
class DataCheckTest {

  private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired DataCheck check;
  @Autowired List<Derived> derived;
  @Autowired Differences differences;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired ApplicationContext context;
  @Autowired JdbcTemplate sql;

  private Account learner;
  private Account administrator;

  @BeforeEach
  void aLearnerWithAQuizAndADayOfReviews() {
    learner = fixtures.learner();
    administrator = fixtures.administrator();
    takeQuiz(learner, catalogue.quizzes().getFirst().id());
    new Studying(reviewing, events, transactions).review(learner, DAY.plus(Duration.ofDays(1)), 2);
  }

  private void takeQuiz(Account who, String quizId) {
    Attempt attempt = Studying.at(DAY, () -> taking.startAgain(who.id(), quizId));
    for (Attempt.Item item : attempt.items()) {
      var unused =
          Studying.at(
              DAY,
              () ->
                  taking.answer(
                      who.id(),
                      attempt.id(),
                      item.position(),
                      Responses.right(item.asked().question()),
                      Duration.ofSeconds(9)));
    }
  }

  @Test
  void findsNothingWhereEverythingFollows() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void tellsACardThatIsNotWhatItsLastEntryLeft_withThatEntry_andRebuildsIt() {
    long card = oneCard();
    sql.update("update card set interval_days = 77, version = version + 1 where id = ?", card);

    assertThat(differences())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.CARD);
              assertThat(found.of()).startsWith("card " + card);
              assertThat(found.kept()).contains("intervalDays=77");
              assertThat(found.follows()).doesNotContain("77");
              assertThat(found.entry()).contains("SCHEDULED");
            });
    repair();
    assertThat(differences()).isEmpty();
  }

  @Test
  void tellsADayWhoseCountersAreOff_andRebuildsIt() {
    sql.update("update learner_day set answers = answers + 3 where learner_id = ?", learner.id());
    sql.update(
        "delete from learner_day where learner_id = ? and study_day = date '2026-03-02'",
        learner.id());

    assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.DAY, Kind.DAY);
    repair();
    assertThat(differences()).isEmpty();
  }

  @Test
  void tellsAStandingThatItsAttemptsDoNotGive_andRebuildsIt() {
    sql.update(
        "update learner_quiz set finished = 5, best = 0.1 where learner_id = ?", learner.id());

    assertThat(differences())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.QUIZ);
              assertThat(found.entry()).startsWith("attempt ");
            });
    repair();
    assertThat(differences()).isEmpty();
  }

  @Test
  void anAttemptThatWasLeftWithAnAnswer_isTheFirst_alsoWhereTheClockWasSetBackSince() {
    for (Instant again : List.of(DAY.plusSeconds(60), DAY.minus(Duration.ofHours(6)))) {
      learner = fixtures.learner();
      String quizId = catalogue.quizzes().getFirst().id();
      Attempt left = Studying.at(DAY, () -> taking.start(learner.id(), quizId));
      answerFirst(DAY, left);
      answerFirst(again, Studying.at(again, () -> taking.startAgain(learner.id(), quizId)));
      var unused = Studying.at(again, () -> taking.startAgain(learner.id(), quizId));

      assertThat(differences()).isEmpty();
    }
  }

  private void answerFirst(Instant at, Attempt attempt) {
    var unused =
        Studying.at(
            at,
            () ->
                taking.answer(
                    learner.id(),
                    attempt.id(),
                    1,
                    Responses.right(attempt.item(1).asked().question()),
                    Duration.ofSeconds(9)));
  }

  @Test
  void tellsAnEntryThatDoesNotGoOnWhereTheOneBeforeEnded() {
    long card = oneCard();
    sql.update(
        "update review_log set before_lapses = 9 where card_id = ? and card_version = 1", card);

    assertThat(differences())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.LOG));
    repair();
    assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.LOG);
    sql.update(
        "update review_log set before_lapses = 0 where card_id = ? and card_version = 1", card);
    assertThat(differences()).isEmpty();
  }

  @Test
  void checksAllLearners_repairsAfterABackup_andRemembersWhenAllWasClean() throws Exception {
    sql.update("update card set lapses = 5 where id = ?", oneCard());
    boolean backsUp = asAdministrator(check::backsUp);

    Report different = run(false);
    assertThat(different.state()).isEqualTo(State.DIFFERENT);
    assertThat(different.done()).isEqualTo(different.learners());
    assertThat(different.first()).anyMatch(found -> found.learnerId() == learner.id());

    if (!backsUp) {
      assertThatThrownBy(() -> run(true)).isInstanceOf(BackupNeeded.class);
    } else {
      Report repaired = run(true);
      assertThat(repaired.rebuilt()).isPositive();
      assertThat(repaired.first()).noneMatch(found -> found.learnerId() == learner.id());
      assertThat(Path.of(repaired.backup())).isNotEmptyFile();
      assertThat(differences()).isEmpty();
    }
  }

  /** What one moment saw stays together, however many answer meanwhile. */
  @Test
  void findsNothingWhileLearnersAnswer() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Studying studying = new Studying(reviewing, events, transactions);
    Account busy = fixtures.learner();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> answers =
          other.submit(
              () -> {
                takeQuiz(busy, catalogue.quizzes().getFirst().id());
                for (int day = 1; !done.get(); day++) {
                  studying.review(busy, DAY.plus(Duration.ofDays(day)), 5);
                }
              });
      try {
        for (int round = 0; round < 15; round++) {
          assertThat(run(false).first())
              .filteredOn(found -> found.learnerId() == busy.id())
              .isEmpty();
        }
      } finally {
        done.set(true);
      }
      answers.get();
    }
  }

  @Test
  void repairsWhileALearnerAnswers() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    String quizId = catalogue.quizzes().get(1).id();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> answers =
          other.submit(
              () -> {
                while (!done.get()) {
                  takeQuiz(learner, quizId);
                }
              });
      try {
        for (int round = 0; round < 40; round++) {
          repair();
        }
      } finally {
        done.set(true);
      }
      answers.get();
    }
    assertThat(differences()).isEmpty();
  }

  @Test
  void isForAdministrators() {
    for (Account other : List.of(learner, fixtures.instructor())) {
      List<Runnable> calls =
          List.of(check::report, () -> check.start(false), check::cancel, () -> check.start(true));
      for (Runnable call : calls) {
        assertThatThrownBy(
                () ->
                    Signed.in(
                        context,
                        other,
                        () -> {
                          call.run();
                          return true;
                        }))
            .isInstanceOf(AccessDeniedException.class);
      }
    }
  }

  private Report run(boolean repair) throws InterruptedException {
    asAdministrator(
        () -> {
          check.start(repair);
          return true;
        });
    Report report = asAdministrator(check::report);
    while (report.state() == State.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(20);
      report = asAdministrator(check::report);
    }
    return report;
  }

  private <T> T asAdministrator(Supplier<T> action) {
    return Signed.in(context, administrator, action);
  }

  private long oneCard() {
    return sql.queryForObject(
        "select min(card_id) from review_log where learner_id = ? and kind = 'SCHEDULED'",
        Long.class,
        learner.id());
  }

  private List<Difference> differences() {
    return differences.of(learner.id());
  }

  private void repair() {
    derived.forEach(each -> transactions.executeWithoutResult(_ -> each.repair(learner.id())));
  }
}
