package app.keypoint.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.NewCards;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each column that follows from something else is spoilt in turn, behind the program's back: it is
 * found, with the entry that explains it, and rebuilt.
 */
@CheckedDataTest
@Tag("slow")
class SpoiledDataTest {

  private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired List<Derived> derived;
  @Autowired Differences differences;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired NewCards newCards;
  @Autowired ReviewHistory history;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcTemplate sql;

  private Account learner;

  /** One quiz finished and reviewed, one half way, one dropped, one taken up, and a past. */
  @BeforeEach
  void somebodyOfWhomThereIsSomethingOfEverything() {
    learner = fixtures.learner();
    List<Quiz> quizzes = catalogue.quizzes();
    Studying studying = new Studying(reviewing, events, transactions);
    answer(quizzes.get(0), DAY, Integer.MAX_VALUE);
    studying.review(learner, DAY.plus(Duration.ofDays(1)), 2);
    answer(quizzes.get(1), DAY.plus(Duration.ofDays(2)), 2);
    answer(quizzes.get(1), DAY.plus(Duration.ofDays(3)), 1);
    int unused =
        Studying.at(DAY.plus(Duration.ofDays(4)), () -> newCards.add(learner, quizzes.get(2).id()));
    var unusedAddition =
        history.add(
            learner,
            Stream.of(
                    brought(quizzes.get(3).questions().getFirst().question().id(), 100),
                    brought("elsewhere", 101))
                .toList());
    assertThat(differences()).isEmpty();
  }

  private static PastAnswer brought(String card, int daysBefore) {
    Instant at = DAY.minus(Duration.ofDays(daysBefore));
    return new PastAnswer(
        card,
        at,
        at.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
        3,
        PastAnswer.Phase.REVIEW,
        Duration.ofSeconds(4));
  }

  private void answer(Quiz quiz, Instant at, int most) {
    Attempt attempt = Studying.at(at, () -> taking.startAgain(learner.id(), quiz.id()));
    attempt.items().stream()
        .limit(most)
        .forEach(
            item -> {
              var unused =
                  Studying.at(
                      at,
                      () ->
                          taking.answer(
                              learner.id(),
                              attempt.id(),
                              item.position(),
                              Responses.right(item.asked().question()),
                              Duration.ofSeconds(9)));
            });
  }

  @Test
  void aCard() {
    String card = "id = " + reviewed();
    for (String spoilt :
        List.of(
            "version = version + 1",
            "retired = not retired",
            "fresh = not fresh",
            "queue_day = date '2030-01-01'",
            "queue_day = null",
            "repetitions = repetitions + 1",
            "easiness = easiness + 10",
            "interval_days = interval_days + 1",
            "stability = stability + 1",
            "difficulty = difficulty + 1",
            "due = date '2030-01-01'",
            "drill = not drill",
            "comes_up = date '2030-01-01'",
            "queued_at = timestamp with time zone '2030-01-01 00:00:00+00'",
            "last_reviewed = null",
            "last_seen = date '2020-01-01'",
            "lapses = lapses + 1",
            "suspended = not suspended")) {
      finds("update card set " + spoilt + " where " + card, Kind.CARD, "entry \\d+: .*");
    }
  }

  @Test
  void aCardThatNothingHappenedToYet() {
    for (String spoilt :
        List.of(
            "repetitions = 1",
            "last_seen = date '2030-01-01'",
            "suspended = true",
            "comes_up = date '2030-01-01'",
            "fresh = false",
            "version = 1",
            "retired = true")) {
      finds(
          "update card set " + spoilt + " where version = 0 and id = " + withoutLog(),
          Kind.CARD,
          null);
    }
  }

  @Test
  void aCardThatItsWholeLogLeadsElsewhere() {
    long card = reviewed();
    sql.update("update card set easiness = 130 where id = ?", card);
    finds(
        """
        update review_log set after_easiness = 130
        where card_id = %d and card_version = (select version - 1 from card where id = %d)
        """
            .formatted(card, card),
        Kind.SCHEDULE,
        "entry \\d+: .*");
    assertThat(
            sql.queryForObject(
                "select kind from review_log where card_id = ? order by card_version desc limit 1",
                String.class,
                card))
        .isEqualTo("REPLAY");
  }

  @Test
  void aDayOfReviews() {
    for (String counter :
        List.of(
            "answers",
            "cleared",
            "due_done",
            "introduced",
            "reviews",
            "remembered",
            "millis",
            "queue_millis",
            "sure",
            "sure_right",
            "think_so",
            "think_so_right",
            "guess",
            "guess_right",
            "brought_answers",
            "brought_reviews",
            "brought_remembered",
            "brought_millis")) {
      finds(onDay(counter, "2026-03-03"), Kind.DAY, "entry \\d+: SCHEDULED .*");
    }
    finds(
        "delete from learner_day where study_day = date '2026-03-03' and learner_id = "
            + learner.id(),
        Kind.DAY,
        "entry \\d+: SCHEDULED .*");
  }

  @Test
  void aDayOfQuizzesOrOfAnImportOrOfNothing() {
    finds(onDay("answers", "2026-03-04"), Kind.DAY, "attempt \\d+");
    finds(onDay("millis", "2025-11-22"), Kind.DAY, "the answer brought of .*");
    finds(onDay("brought_answers", "2025-11-22"), Kind.DAY, "the answer brought of .*");
    finds(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged)
        values (%d, date '2026-02-02', 7, 0, 0, 0, 0, 0, 0, 0, false)
        """
            .formatted(learner.id()),
        Kind.DAY,
        null);
  }

  private String onDay(String counter, String day) {
    return "update learner_day set %s = %s + 3 where study_day = date '%s' and learner_id = %d"
        .formatted(counter, counter, day, learner.id());
  }

  @Test
  void aStanding() {
    for (String spoilt :
        List.of(
            "finished = finished + 1",
            "best = 0.1",
            "first_attempt_id = null",
            "answered = answered + 1",
            "total = total + 1",
            "saved_at = timestamp with time zone '2030-01-01 00:00:00+00'")) {
      finds(
          "update learner_quiz set %s where finished > 0 and learner_id = %d"
              .formatted(spoilt, learner.id()),
          Kind.QUIZ,
          "attempt \\d+");
    }
    String left =
        "(select min(a.id) from attempt a where a.quiz_id = learner_quiz.quiz_id"
            + " and a.learner_id = learner_quiz.learner_id)";
    for (String spoilt : List.of("open_attempt_id = null", "first_attempt_id = " + left)) {
      finds(
          "update learner_quiz set %s where finished = 0 and learner_id = %d"
              .formatted(spoilt, learner.id()),
          Kind.QUIZ,
          "attempt \\d+");
    }
    finds(
        "delete from learner_quiz where finished > 0 and learner_id = " + learner.id(),
        Kind.QUIZ,
        "attempt \\d+");
  }

  @Test
  void anAttempt() {
    for (String spoilt :
        List.of(
            "marks = marks + 1",
            "max_marks = max_marks + 1",
            "finished_at = timestamp with time zone '2030-01-01 00:00:00+00'")) {
      finds(
          "update attempt set %s where state = 'FINISHED' and learner_id = %d"
              .formatted(spoilt, learner.id()),
          Kind.ATTEMPT,
          "attempt \\d+: FINISHED, .*");
    }
    for (String spoilt : List.of("series = series + 1", "question_id = 'another'")) {
      finds(
          """
          update attempt_item set %s where position = 1 and attempt_id = (
            select id from attempt where state = 'FINISHED' and learner_id = %d)
          """
              .formatted(spoilt, learner.id()),
          Kind.ATTEMPT,
          "version \\d+ of the question");
    }
  }

  @Test
  void anImport() {
    for (String spoilt :
        List.of("answers = 1", "first_day = date '2020-01-01'", "last_day = date '2030-01-01'")) {
      finds(
          "update history_import set %s where learner_id = %d".formatted(spoilt, learner.id()),
          Kind.IMPORT,
          "the answer brought of .*");
    }
  }

  @Test
  void theCountOfSteps() {
    finds(
        "update review_learner set steps = 1 where learner_id = " + learner.id(),
        Kind.STEP,
        "entry \\d+: .*");
    finds(
        "delete from review_learner where learner_id = " + learner.id(),
        Kind.STEP,
        "entry \\d+: .*");
  }

  /** The log is the truth: where it is broken, nothing here can mend it. */
  @Test
  void theLogItselfStaysAsItIs() {
    long card = reviewed();
    String last = " where card_id = " + card + " and card_version = 1";
    for (List<String> spoilt :
        List.of(
            List.of("before_lapses = before_lapses + 9", "before_lapses = before_lapses - 9"),
            List.of("step = step - 100000", "step = step + 100000"),
            List.of("overruled = not overruled", "overruled = not overruled"))) {
      assertThat(sql.update("update review_log set " + spoilt.getFirst() + last)).isOne();
      assertThat(differences())
          .as(spoilt.getFirst())
          .isNotEmpty()
          .allSatisfy(
              found -> {
                assertThat(found.kind()).isEqualTo(Kind.LOG);
                assertThat(found.of()).startsWith("card " + card);
                assertThat(found.entry()).matches("entry \\d+: .*");
              });
      repair();
      assertThat(differences()).extracting(Difference::kind).containsOnly(Kind.LOG);
      assertThat(sql.update("update review_log set " + spoilt.getLast() + last)).isOne();
      assertThat(differences()).isEmpty();
    }
  }

  /** Runs a statement that spoils something; a null entry is that there is none. */
  private void finds(String statement, Kind kind, String entry) {
    assertThat(sql.update(statement)).as(statement).isOne();
    assertThat(differences())
        .as(statement)
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(kind);
              assertThat(found.kept()).isNotEqualTo(found.follows());
              if (entry == null) {
                assertThat(found.entry()).isNull();
              } else {
                assertThat(found.entry()).matches(entry);
              }
            });
    repair();
    assertThat(differences()).as(statement).isEmpty();
  }

  private long reviewed() {
    return oneCard("l.kind = 'SCHEDULED'");
  }

  private long oneCard(String where) {
    return sql.queryForObject(
        "select min(card_id) from review_log l where learner_id = ? and " + where,
        Long.class,
        learner.id());
  }

  private long withoutLog() {
    return sql.queryForObject(
        """
        select min(id) from card c where learner_id = ?
          and not exists (select 1 from review_log l where l.card_id = c.id)
        """,
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
