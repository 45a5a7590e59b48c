package app.keypoint.progress;

import static app.keypoint.progress.Samples.LEARNER;
import static app.keypoint.progress.Samples.TODAY;
import static app.keypoint.progress.Samples.card;
import static app.keypoint.progress.Samples.day;
import static app.keypoint.progress.Samples.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.review.CardState;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.Streak;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final QuizStanding OPEN = new QuizStanding(LEARNER, "b", 0, null, 7L, 1, 4, null);
  private static final QuizStanding TAKEN =
      new QuizStanding(LEARNER, "a", 2, 0.75, null, 0, 0, null);

  @Test
  void dueCardsTakeTheLearnersOwnTime() {
    Progress progress =
        progress(12, List.of(), Map.of(), List.of(day(40, 10, 0, 0, 900), day(2, 10, 0, 0, 100)));
    assertThat(progress.timeDue()).isEqualTo(Duration.ofSeconds(120));
  }

  @Test
  void orTheUsualTimeBeforeTheyHaveAnswered() {
    assertThat(progress(4, List.of(), Map.of(), List.of()).timeDue())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void quizAnswersWhichNobodyTimesDoNotCount() {
    DayActivity quizzes =
        new DayActivity(
            TODAY,
            12,
            0,
            Retention.NONE,
            Duration.ZERO,
            Duration.ZERO,
            ConfidenceTally.NONE,
            DayActivity.Brought.NONE);
    Progress progress = progress(1, List.of(), Map.of(), List.of(day(2, 10, 0, 0, 100), quizzes));
    assertThat(progress.timeDue()).isEqualTo(Duration.ofSeconds(10));
    assertThat(progress.timePerDay()).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void averagesLookBackThirtyDays_andRetentionAsFarAsInstructorsTables() {
    Progress progress =
        progress(
            0,
            List.of(),
            Map.of(),
            List.of(
                day(30, 5, 0, 5, 600),
                day(28, 5, 0, 5, 60),
                day(27, 5, 4, 5, 90),
                day(0, 5, 5, 5, 120)));
    assertThat(progress.recentRetention()).isEqualTo(new Retention(9, 10));
    assertThat(progress.timePerDay()).isEqualTo(Duration.ofSeconds(90));
    assertThat(progress.activeToday()).isTrue();
  }

  @Test
  void knowsWhatComesNextAndTheBusiestDay() {
    Map<LocalDate, Integer> forecast =
        Map.of(TODAY, 3, TODAY.plusDays(1), 0, TODAY.plusDays(2), 5, TODAY.plusDays(9), 5);
    Progress progress = progress(3, List.of(), forecast, List.of());
    assertThat(progress.nextDue()).contains(Map.entry(TODAY.plusDays(2), 5));
    assertThat(progress.busiest()).contains(Map.entry(TODAY.plusDays(2), 5));
    assertThat(progress(0, List.of(), Map.of(TODAY, 0), List.of()).busiest()).isEmpty();
  }

  @Test
  void suggestsToGoOnBeforeBeginningBeforePractising() {
    assertThat(suggested(null, OPEN)).isEqualTo("b");
    assertThat(suggested(TAKEN, null)).isEqualTo("b");
    // Both taken: the one less retained.
    assertThat(suggested(TAKEN, TAKEN, card("a-k1-q1", 30))).isEqualTo("b");
  }

  @Test
  void ranksCardsByLapsesThenEasiness() {
    Progress progress =
        progress(
            0,
            List.of(
                card("a-k1-q1", 6, 250, 0),
                card("a-k1-q2", 6, 236, 0),
                card("a-k2-q1", 6, 250, 2),
                card("a-k2-q2", 6, 130, 2),
                card("gone", 6, 130, 9)),
            Map.of(),
            List.of());
    assertThat(progress.hardest(5))
        .extracting(hard -> hard.question().id())
        .containsExactly("a-k2-q2", "a-k2-q1", "a-k1-q2");
    assertThat(progress.hardest(1))
        .extracting(hard -> hard.keyPoint().id())
        .containsExactly("a-k2");
  }

  private static String suggested(
      @Nullable QuizStanding a, @Nullable QuizStanding b, CardState... cards) {
    Map<String, CardState> byQuestion =
        List.of(cards).stream()
            .collect(Collectors.toMap(CardState::questionId, Function.identity()));
    Progress progress =
        new Progress(
            TODAY,
            new LearnerLoad(0, 0, cards.length, 0, 0),
            review(0),
            List.of(),
            List.of(cards),
            new TreeMap<>(),
            List.of(),
            Streak.NONE,
            List.of(of("a", a, byQuestion), of("b", b, byQuestion)));
    return progress.suggestion().orElseThrow().quiz().id();
  }

  private static QuizProgress of(
      String id, @Nullable QuizStanding standing, Map<String, CardState> cards) {
    return new QuizProgress(
        quiz(id, 2, 2), standing, KeyPointMastery.of(quiz(id, 2, 2), cards, TODAY), true);
  }

  private static Progress progress(
      int due, List<CardState> cards, Map<LocalDate, Integer> forecast, List<DayActivity> days) {
    return new Progress(
        TODAY,
        new LearnerLoad(due, 0, cards.size(), 0, 0),
        review(due),
        List.of(),
        cards,
        new TreeMap<>(forecast),
        days,
        Streak.NONE,
        List.of(of("a", null, Map.of())));
  }

  private static ReviewProgress review(int left) {
    return new ReviewProgress(0, 0, left, 0, 0, 0, null, 0);
  }
}
