package app.keypoint.progress;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.Retention;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Small quizzes, cards and days to compute with. */
final class Samples {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  static final long LEARNER = 1;

  private Samples() {}

  /** A quiz with key points {@code id-k1..}, each with questions {@code id-k1-q1..}. */
  static Quiz quiz(String id, int keyPoints, int questionsEach) {
    return new Quiz(
        id,
        "Quiz " + id,
        1,
        new Quiz.Article("Article", "Author", "Section"),
        IntStream.rangeClosed(1, keyPoints).mapToObj(k -> keyPoint(id, k)).toList(),
        IntStream.rangeClosed(1, keyPoints)
            .boxed()
            .flatMap(k -> IntStream.rangeClosed(1, questionsEach).mapToObj(q -> question(id, k, q)))
            .toList());
  }

  private static KeyPoint keyPoint(String quiz, int k) {
    return new KeyPoint(quiz + "-k" + k, quiz, "Point " + k, null, "What point " + k + " says.", 0);
  }

  private static QuestionVersion question(String quiz, int k, int q) {
    String keyPoint = quiz + "-k" + k;
    String id = keyPoint + "-q" + q;
    return new QuestionVersion(
        id.hashCode(), quiz, 1, new Question.Single(id, keyPoint, "Which?", options(), "Because."));
  }

  private static List<Option> options() {
    return List.of();
  }

  /** A card last reviewed today: its recall is 1 unless the interval is 0. */
  static CardState card(String question, int intervalDays) {
    return card(question, intervalDays, 250, 0);
  }

  static CardState card(String question, int intervalDays, int easiness, int lapses) {
    return new CardState(
        LEARNER,
        question,
        1,
        easiness,
        intervalDays,
        0,
        0,
        TODAY.plusDays(intervalDays),
        TODAY,
        lapses);
  }

  /** A day on which each answer cleared a card. */
  static DayActivity day(int daysAgo, int answers, int remembered, int reviews, long seconds) {
    return new DayActivity(
        TODAY.minusDays(daysAgo),
        answers,
        answers,
        new Retention(remembered, reviews),
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(seconds),
        ConfidenceTally.NONE,
        DayActivity.Brought.NONE);
  }
}
