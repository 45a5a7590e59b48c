package app.keypoint.cohort.dashboard;

import app.keypoint.content.Quiz;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A reason to look after a learner, with the numbers that it rests on, so that an instructor can
 * judge it. Rules anyone can check, no hidden model; nothing is sent to the learner.
 */
public sealed interface Nudge {

  /** By level, then by {@link #size}. */
  Comparator<Nudge> MOST_PRESSING_FIRST =
      Comparator.comparing(Nudge::level).thenComparingDouble(Nudge::size).reversed();

  /** How pressing it is. */
  enum Level {
    WATCH,
    ACT
  }

  /** Which rule speaks; at most one nudge of a kind for a learner. */
  enum Kind {
    NOT_STARTED,
    NO_REVIEW,
    OVERDUE,
    RETENTION_FELL,
    ASSIGNMENT_LATE,
    SUSPENDED
  }

  /** Whose rule it is. */
  default Kind kind() {
    return switch (this) {
      case NotStarted _ -> Kind.NOT_STARTED;
      case NoReview _ -> Kind.NO_REVIEW;
      case Overdue _ -> Kind.OVERDUE;
      case RetentionFell _ -> Kind.RETENTION_FELL;
      case AssignmentLate _ -> Kind.ASSIGNMENT_LATE;
      case Suspended _ -> Kind.SUSPENDED;
    };
  }

  Level level();

  /** How far it goes as a multiple of what is urgent, so that reasons of two kinds compare. */
  default double size() {
    return switch (this) {
      case NotStarted it -> (double) it.days() / Threshold.NOT_STARTED_ACT_DAYS;
      case NoReview it -> (double) it.days() / Threshold.NO_REVIEW_ACT_DAYS;
      case Overdue it -> (double) it.cards() / Threshold.OVERDUE_ACT_CARDS;
      case RetentionFell it -> it.fall() / Threshold.RETENTION_ACT_FALL;
      case AssignmentLate it -> (double) it.days() / Threshold.LATE_ACT_DAYS;
      case Suspended it -> it.cards() / (Threshold.SUSPENDED_ACT_SHARE * it.of());
    };
  }

  /** Neither a quiz of the cohort finished nor a card of one reviewed so long after joining. */
  record NotStarted(int days, Level level) implements Nudge {}

  /** No review for so many days although cards are due. */
  record NoReview(int days, Level level) implements Nudge {}

  /**
   * Many more cards overdue than others have.
   *
   * @param median of the cohort's learners who have cards
   */
  record Overdue(int cards, double median, Level level) implements Nudge {}

  /** Less remembered in the last two weeks than in the two weeks before. */
  record RetentionFell(Retention before, Retention now, Level level) implements Nudge {

    /** How much less, as a share. */
    double fall() {
      return share(before) - share(now);
    }

    private static double share(Retention of) {
      return of.reviews() == 0 ? 0 : (double) of.remembered() / of.reviews();
    }
  }

  /**
   * An assignment past its time and not finished.
   *
   * @param quiz the one that has been due the longest
   * @param days since then, by the learner's calendar; 1 is yesterday
   * @param others how many more are late
   */
  record AssignmentLate(Quiz quiz, int days, int others, Level level) implements Nudge {}

  /**
   * Most cards suspended, so that few come up.
   *
   * @param of how many cards
   */
  record Suspended(int cards, int of, Level level) implements Nudge {}

  /** Where each rule starts to speak: the values of ADR 0061. */
  final class Threshold {
    static final int NOT_STARTED_WATCH_DAYS = 3;
    static final int NOT_STARTED_ACT_DAYS = 7;
    static final int NO_REVIEW_WATCH_DAYS = 5;
    static final int NO_REVIEW_ACT_DAYS = 10;
    static final int OVERDUE_WATCH_CARDS = 15;
    static final int OVERDUE_ACT_CARDS = 30;
    static final double OVERDUE_TIMES_MEDIAN = 3;
    static final int RETENTION_REVIEWS = 20;
    static final double RETENTION_WATCH_FALL = 0.10;
    static final double RETENTION_ACT_FALL = 0.20;

    static final int LATE_WATCH_DAYS = 1;
    static final int LATE_ACT_DAYS = 7;

    static final int SUSPENDED_CARDS = 10;
    static final double SUSPENDED_WATCH_SHARE = 0.5;
    static final double SUSPENDED_ACT_SHARE = 0.9;

    /** A fall has to exceed what chance explains by so many standard errors. */
    static final double RETENTION_STANDARD_ERRORS = 2;

    private Threshold() {}
  }

  /**
   * What the rules look at.
   *
   * @param daysSinceJoining study days of the learner, 0 or more
   * @param begun whether they have finished a quiz of the cohort or reviewed a card of one
   * @param daysSinceAnswer study days since the last answer, in reviews, practice or a quiz; empty
   *     before the first
   * @param before retention of the 28th to the 15th day back
   * @param now retention of the last 14 days
   * @param late assignments past their time and not finished
   */
  record Figures(
      int daysSinceJoining,
      boolean begun,
      OptionalInt daysSinceAnswer,
      LearnerLoad load,
      Retention before,
      Retention now,
      List<Late> late) {}

  /**
   * An assignment that somebody has not finished.
   *
   * @param days how many days ago it was due, by the learner's calendar
   */
  record Late(Quiz quiz, int days) {}

  /**
   * The nudges for a learner, the most pressing first.
   *
   * @param medianOverdue cards overdue of the median learner who has cards
   */
  static List<Nudge> of(Figures figures, double medianOverdue) {
    List<Nudge> nudges = new ArrayList<>();
    if (!figures.begun() && figures.daysSinceJoining() >= Threshold.NOT_STARTED_WATCH_DAYS) {
      nudges.add(
          new NotStarted(
              figures.daysSinceJoining(),
              levelOf(figures.daysSinceJoining(), Threshold.NOT_STARTED_ACT_DAYS)));
    }
    int idle = figures.daysSinceAnswer().orElse(0);
    LearnerLoad load = figures.load();
    if (load.due() > 0 && idle >= Threshold.NO_REVIEW_WATCH_DAYS) {
      nudges.add(new NoReview(idle, levelOf(idle, Threshold.NO_REVIEW_ACT_DAYS)));
    }
    if (load.overdue() >= Threshold.OVERDUE_WATCH_CARDS
        && load.overdue() >= Threshold.OVERDUE_TIMES_MEDIAN * medianOverdue) {
      nudges.add(
          new Overdue(
              load.overdue(), medianOverdue, levelOf(load.overdue(), Threshold.OVERDUE_ACT_CARDS)));
    }
    if (load.suspended() >= Threshold.SUSPENDED_CARDS
        && load.suspended() > Threshold.SUSPENDED_WATCH_SHARE * load.cards()) {
      nudges.add(
          new Suspended(
              load.suspended(),
              load.cards(),
              levelOf(load.suspended(), Threshold.SUSPENDED_ACT_SHARE * load.cards())));
    }
    fall(figures.before(), figures.now())
        .ifPresent(
            fall ->
                nudges.add(
                    new RetentionFell(
                        figures.before(),
                        figures.now(),
                        levelOf(fall, Threshold.RETENTION_ACT_FALL))));
    List<Late> late =
        figures.late().stream()
            .filter(one -> one.days() >= Threshold.LATE_WATCH_DAYS)
            .sorted(
                Comparator.comparingInt(Late::days)
                    .reversed()
                    .thenComparing(one -> one.quiz().title()))
            .toList();
    if (!late.isEmpty()) {
      Late longest = late.getFirst();
      nudges.add(
          new AssignmentLate(
              longest.quiz(),
              longest.days(),
              late.size() - 1,
              levelOf(longest.days(), Threshold.LATE_ACT_DAYS)));
    }
    nudges.sort(MOST_PRESSING_FIRST);
    return List.copyOf(nudges);
  }

  private static Level levelOf(double value, double act) {
    return value >= act ? Level.ACT : Level.WATCH;
  }

  /** How far retention fell, 0..1, when that is worth speaking of and not chance alone. */
  private static OptionalDouble fall(Retention before, Retention now) {
    Double was = before.rate();
    Double is = now.rate();
    if (was == null
        || is == null
        || Math.min(before.reviews(), now.reviews()) < Threshold.RETENTION_REVIEWS) {
      return OptionalDouble.empty();
    }
    double fall = was - is;
    // Standard error of the difference between two shares, both taken as the pooled share.
    double pooled =
        (double) (before.remembered() + now.remembered()) / (before.reviews() + now.reviews());
    double error =
        Math.sqrt(pooled * (1 - pooled) * (1.0 / before.reviews() + 1.0 / now.reviews()));
    return fall >= Threshold.RETENTION_WATCH_FALL
            && fall > Threshold.RETENTION_STANDARD_ERRORS * error
        ? OptionalDouble.of(fall)
        : OptionalDouble.empty();
  }
}
