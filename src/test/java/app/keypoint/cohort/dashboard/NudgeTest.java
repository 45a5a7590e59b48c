package app.keypoint.cohort.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.dashboard.Nudge.Figures;
import app.keypoint.cohort.dashboard.Nudge.Level;
import app.keypoint.content.Quiz;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NudgeTest {

  private static final Retention STEADY = new Retention(44, 50);
  private static final Quiz ANTS = quiz("Ants");
  private static final Quiz BEES = quiz("Bees");

  private static Quiz quiz(String title) {
    return new Quiz(
        title, title, 1, new Quiz.Article("Article", "Author", "Section"), List.of(), List.of());
  }

  @Test
  void leavesAnActiveLearnerAlone() {
    assertThat(Nudge.of(active(), 3)).isEmpty();
  }

  @Test
  void speaksOfALearnerWhoHasNotFinishedAQuizDaysAfterJoining() {
    assertThat(Nudge.of(joined(2), 0)).isEmpty();
    assertThat(Nudge.of(joined(3), 0)).containsExactly(new Nudge.NotStarted(3, Level.WATCH));
    assertThat(Nudge.of(joined(7), 0)).containsExactly(new Nudge.NotStarted(7, Level.ACT));
  }

  @Test
  void speaksOfAPauseOnlyWhileCardsAreDue() {
    assertThat(Nudge.of(idle(4, 8), 3)).isEmpty();
    assertThat(Nudge.of(idle(6, 8), 3)).containsExactly(new Nudge.NoReview(6, Level.WATCH));
    assertThat(Nudge.of(idle(10, 8), 3)).containsExactly(new Nudge.NoReview(10, Level.ACT));
    assertThat(Nudge.of(idle(30, 0), 3)).isEmpty();
  }

  @Test
  void comparesOverdueCardsWithTheCohort() {
    assertThat(Nudge.of(overdue(14), 0)).isEmpty();
    assertThat(Nudge.of(overdue(20), 3.5)).containsExactly(new Nudge.Overdue(20, 3.5, Level.WATCH));
    assertThat(Nudge.of(overdue(41), 3)).containsExactly(new Nudge.Overdue(41, 3, Level.ACT));
    assertThat(Nudge.of(overdue(41), 14)).isEmpty();
  }

  @Test
  void speaksOfRetentionThatFellByMoreThanChance() {
    assertThat(Nudge.of(retention(new Retention(44, 50), new Retention(32, 50)), 0))
        .containsExactly(
            new Nudge.RetentionFell(new Retention(44, 50), new Retention(32, 50), Level.ACT));
    assertThat(Nudge.of(retention(new Retention(180, 200), new Retention(156, 200)), 0))
        .extracting(Nudge::level)
        .containsExactly(Level.WATCH);
  }

  @Test
  void doesNotTakeChanceForAFall() {
    // 85 % and 70 % of twenty: two standard errors are 26 points.
    assertThat(Nudge.of(retention(new Retention(17, 20), new Retention(14, 20)), 0)).isEmpty();
    assertThat(Nudge.of(retention(new Retention(19, 19), new Retention(0, 19)), 0)).isEmpty();
    assertThat(Nudge.of(retention(new Retention(2000, 2000), new Retention(1900, 2000)), 0))
        .isEmpty();
  }

  @Test
  void speaksOfAnAssignmentFromTheDayAfterItWasDue() {
    assertThat(Nudge.of(late(new Nudge.Late(BEES, 0)), 0)).isEmpty();
    assertThat(Nudge.of(late(new Nudge.Late(BEES, 1)), 0))
        .containsExactly(new Nudge.AssignmentLate(BEES, 1, 0, Level.WATCH));
    assertThat(
            Nudge.of(
                late(new Nudge.Late(BEES, 1), new Nudge.Late(ANTS, 7), new Nudge.Late(BEES, 0)), 0))
        .containsExactly(new Nudge.AssignmentLate(ANTS, 7, 1, Level.ACT));
  }

  @Test
  void speaksOfWhoSuspendedMostOfTheirCards() {
    assertThat(Nudge.of(suspended(20, 40), 0)).isEmpty();
    assertThat(Nudge.of(suspended(9, 9), 0)).as("a few are no reason").isEmpty();
    assertThat(Nudge.of(suspended(21, 40), 0))
        .containsExactly(new Nudge.Suspended(21, 40, Level.WATCH));
    assertThat(Nudge.of(suspended(36, 40), 0))
        .containsExactly(new Nudge.Suspended(36, 40, Level.ACT));
  }

  @Test
  void namesTheMostPressingFirst() {
    Figures figures =
        new Figures(40, true, OptionalInt.of(6), waits(60, 45), STEADY, STEADY, List.of());
    assertThat(Nudge.of(figures, 3))
        .containsExactly(new Nudge.Overdue(45, 3, Level.ACT), new Nudge.NoReview(6, Level.WATCH));
  }

  @Property
  void neverTwoOfAKindAndNeverLessPressingAfterMore(
      @ForAll("figures") Figures figures, @ForAll @DoubleRange(max = 100) double median) {
    List<Nudge> nudges = Nudge.of(figures, median);
    assertThat(nudges).extracting(Nudge::kind).doesNotHaveDuplicates();
    assertThat(nudges).extracting(Nudge::level).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Property
  void aLongerPauseNeverCalmsANudge(@ForAll("figures") Figures figures) {
    OptionalInt longer =
        figures.daysSinceAnswer().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(figures.daysSinceAnswer().getAsInt() + 1);
    Figures later =
        new Figures(
            figures.daysSinceJoining() + 1,
            figures.begun(),
            longer,
            figures.load(),
            figures.before(),
            figures.now(),
            figures.late());
    assertThat(pressing(later)).isGreaterThanOrEqualTo(pressing(figures));
  }

  @Property
  void aRetentionThatRoseIsNeverAReason(
      @ForAll("retentions") Retention one, @ForAll("retentions") Retention two) {
    double first = (double) one.remembered() / one.reviews();
    double second = (double) two.remembered() / two.reviews();
    Retention lower = first <= second ? one : two;
    Retention higher = first <= second ? two : one;
    assertThat(Nudge.of(retention(lower, higher), 0)).isEmpty();
  }

  private static int pressing(Figures figures) {
    return Nudge.of(figures, 3).stream().mapToInt(nudge -> nudge.level().ordinal() + 1).sum();
  }

  @Provide
  Arbitrary<Retention> retentions() {
    return Arbitraries.integers()
        .between(1, 300)
        .flatMap(
            reviews ->
                Arbitraries.integers()
                    .between(0, reviews)
                    .map(remembered -> new Retention(remembered, reviews)));
  }

  @Provide
  Arbitrary<Figures> figures() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 60);
    Arbitrary<List<Nudge.Late>> late =
        days.map(day -> new Nudge.Late(BEES, day)).list().ofMaxSize(3);
    Arbitrary<Integer> cards = Arbitraries.integers().between(0, 80);
    return Combinators.combine(
            days,
            Arbitraries.of(true, false),
            days.optional().map(day -> day.map(OptionalInt::of).orElse(OptionalInt.empty())),
            Combinators.combine(cards, cards, cards, cards)
                .as((due, overdue, all, off) -> new LearnerLoad(due, overdue, all, 0, off)),
            retentions(),
            retentions(),
            late)
        .as(Figures::new);
  }

  private static Figures late(Nudge.Late... late) {
    return new Figures(40, true, OptionalInt.of(0), waits(5, 2), STEADY, STEADY, List.of(late));
  }

  private static LearnerLoad waits(int due, int overdue) {
    return new LearnerLoad(due, overdue, 80, 0, 0);
  }

  private static Figures suspended(int cards, int of) {
    return new Figures(
        40,
        true,
        OptionalInt.of(0),
        new LearnerLoad(0, 0, of, 0, cards),
        STEADY,
        STEADY,
        List.of());
  }

  private static Figures active() {
    return new Figures(40, true, OptionalInt.of(0), waits(5, 2), STEADY, STEADY, List.of());
  }

  private static Figures joined(int days) {
    return new Figures(
        days,
        false,
        OptionalInt.empty(),
        LearnerLoad.NONE,
        Retention.NONE,
        Retention.NONE,
        List.of());
  }

  private static Figures idle(int days, int due) {
    return new Figures(40, true, OptionalInt.of(days), waits(due, 0), STEADY, STEADY, List.of());
  }

  private static Figures overdue(int cards) {
    return new Figures(40, true, OptionalInt.of(1), waits(cards, cards), STEADY, STEADY, List.of());
  }

  private static Figures retention(Retention before, Retention now) {
    return new Figures(40, true, OptionalInt.of(1), waits(3, 0), before, now, List.of());
  }
}
