package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.ui.CohortTexts;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.review.statistics.Retention;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import java.util.function.Function;

/** A nudge in plain words. */
public final class NudgeText {

  private NudgeText() {}

  /**
   * The whole reason with its numbers.
   *
   * @param titles of quizzes, in the same language as the words
   */
  public static String reason(CohortTexts words, Function<Quiz, String> titles, Nudge nudge) {
    return switch (nudge) {
      case Nudge.NotStarted it -> words.of("cohort.nudge.not-started", it.days());
      case Nudge.NoReview it -> words.of("cohort.nudge.no-review", it.days());
      case Nudge.Overdue it -> words.of("cohort.nudge.overdue", it.cards(), it.median());
      case Nudge.RetentionFell it ->
          words.of(
              "cohort.nudge.retention-fell",
              rate(it.before()),
              rate(it.now()),
              it.before().reviews(),
              it.now().reviews());
      case Nudge.AssignmentLate it ->
          words.of("cohort.nudge.assignment-late", titles.apply(it.quiz()), it.days(), it.others());
      case Nudge.Suspended it -> words.of("cohort.nudge.suspended", it.cards(), it.of());
    };
  }

  static String reason(Component in, Nudge nudge) {
    return reason((key, arguments) -> in.getTranslation(key, arguments), QuizTexts::title, nudge);
  }

  private static double rate(Retention retention) {
    return (double) retention.remembered() / retention.reviews();
  }

  /** A word or two for a crowded table; {@link #reason} says the whole. */
  static String briefly(Component in, Nudge nudge) {
    String words =
        switch (nudge) {
          case Nudge.NotStarted it -> in.getTranslation("cohort.tag.not-started");
          case Nudge.NoReview it -> in.getTranslation("cohort.tag.no-review", it.days());
          case Nudge.Overdue it -> in.getTranslation("cohort.tag.overdue", it.cards());
          case Nudge.RetentionFell it -> in.getTranslation("cohort.tag.retention-fell");
          case Nudge.AssignmentLate it ->
              in.getTranslation("cohort.tag.assignment-late", it.days());
          case Nudge.Suspended it -> in.getTranslation("cohort.tag.suspended", it.cards());
        };
    return nudge.level() == Nudge.Level.ACT ? in.getTranslation("cohort.tag.act", words) : words;
  }

  /** How pressing it is. */
  static Tag level(Component in, Nudge.Level level) {
    return new Tag(in.getTranslation("cohort.level." + level), kind(level));
  }

  /** Its colour. */
  static Tag.Kind kind(Nudge.Level level) {
    return level == Nudge.Level.ACT ? Tag.Kind.BAD : Tag.Kind.WARN;
  }
}
