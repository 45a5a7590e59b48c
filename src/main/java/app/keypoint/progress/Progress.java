package app.keypoint.progress;

import app.keypoint.content.Quiz;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.practice.Exam;
import app.keypoint.review.CardState;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.Streak;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A learner's memory on a study day: what was read, and what follows from it.
 *
 * @param review how far the day's review is
 * @param exams the coming ones, the nearest first
 * @param cards all of the learner's cards that were ever answered
 * @param forecast cards per day on which they come up, from today for {@link #FORECAST_DAYS}
 * @param days the last {@link #DAYS} study days with activity, oldest first; there may be one after
 *     today, earned before a move further west
 * @param streak of all days that ever were
 * @param quizzes those being served, by position
 */
public record Progress(
    LocalDate today,
    LearnerLoad load,
    ReviewProgress review,
    List<Exam> exams,
    List<CardState> cards,
    SortedMap<LocalDate, Integer> forecast,
    List<DayActivity> days,
    Streak streak,
    List<QuizProgress> quizzes) {

  /** How far the forecast looks ahead, today included. */
  public static final int FORECAST_DAYS = 30;

  /** As far as any figure looks back, today included. */
  public static final int DAYS = 53 * 7;

  /** How far the averages look back, today included. */
  public static final int RECENT_DAYS = 30;

  /** How far retention looks back, today included: as far as instructors' tables. */
  public static final int RETAINED_DAYS = LearnerFigures.DAYS;

  /** How far it looks back at how sure the learner was, today included. */
  public static final int CONFIDENCE_DAYS = 90;

  /** Without the quizzes, cards and exams of others than these. Sums over days are of all. */
  public Progress within(Collection<Quiz> some) {
    Set<String> ids = some.stream().map(Quiz::id).collect(Collectors.toSet());
    Set<String> questions =
        some.stream().flatMap(quiz -> quiz.questionIds().stream()).collect(Collectors.toSet());
    return new Progress(
        today,
        load,
        review,
        exams.stream().filter(exam -> ids.contains(exam.quizId())).toList(),
        cards.stream().filter(card -> questions.contains(card.questionId())).toList(),
        forecast,
        days,
        streak,
        quizzes.stream().filter(quiz -> ids.contains(quiz.quiz().id())).toList());
  }

  /** How sure the learner was of the answers of the last 90 study days, and how many were right. */
  public ConfidenceTally confidence() {
    return recent(CONFIDENCE_DAYS).stream()
        .map(DayActivity::confidence)
        .reduce(ConfidenceTally.NONE, ConfidenceTally::plus);
  }

  /** Whether anything was answered today. */
  public boolean activeToday() {
    return recent(1).stream().anyMatch(day -> day.answers() > 0);
  }

  /** Retention over the last {@link #RETAINED_DAYS} study days. */
  public Retention recentRetention() {
    return ActivityStatistics.retention(days, today.minusDays(RETAINED_DAYS - 1), today);
  }

  /** Retention of the last weeks, oldest first. */
  public List<RetentionWeek> weeks(int weeks) {
    return RetentionWeek.last(weeks, days, today);
  }

  /** Days with activity among the last {@code weeks} times seven. */
  public List<DayActivity> lastWeeks(int weeks) {
    return recent(7 * weeks).stream().filter(day -> day.answers() > 0).toList();
  }

  /** Mean time of a day with reviews among the last 30; zero when there was none. */
  public Duration timePerDay() {
    return ActivityStatistics.perDay(recent(RECENT_DAYS));
  }

  /** How long the due cards take at the learner's own pace of the last 30 days. */
  public Duration timeDue() {
    return ActivityStatistics.perCard(recent(RECENT_DAYS)).multipliedBy(review.left());
  }

  /** The next day after today on which cards come up, within the forecast. */
  public Optional<Map.Entry<LocalDate, Integer>> nextDue() {
    return upcoming().filter(entry -> entry.getKey().isAfter(today)).findFirst();
  }

  /** The forecast's day with the most cards, the first of several. */
  public Optional<Map.Entry<LocalDate, Integer>> busiest() {
    return upcoming()
        .max(
            Map.Entry.<LocalDate, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
  }

  /** What to do when nothing is due: go on with a quiz, begin one, or strengthen the weakest. */
  public Optional<QuizProgress> suggestion() {
    return first(QuizProgress.State.OPEN)
        .or(() -> first(QuizProgress.State.NEW))
        .or(
            () ->
                quizzes.stream()
                    .filter(QuizProgress::canBeTaken)
                    .min(Comparator.comparingDouble(QuizProgress::retained)));
  }

  /** Cards forgotten most often, then those of the lowest easiness; none that gave no trouble. */
  public List<HardCard> hardest(int limit) {
    Map<String, CardState> byQuestion =
        cards.stream().collect(Collectors.toMap(CardState::questionId, Function.identity()));
    return quizzes.stream()
        .flatMap(progress -> HardCard.of(progress.quiz(), byQuestion))
        .sorted(HardCard.HARDEST_FIRST)
        .limit(limit)
        .toList();
  }

  private Optional<QuizProgress> first(QuizProgress.State state) {
    return quizzes.stream().filter(quiz -> quiz.canBeTaken() && quiz.state() == state).findFirst();
  }

  private Stream<Map.Entry<LocalDate, Integer>> upcoming() {
    return forecast.entrySet().stream().filter(entry -> entry.getValue() > 0);
  }

  private List<DayActivity> recent(int lastDays) {
    return ActivityStatistics.between(days, today.minusDays(lastDays - 1L), today);
  }
}
