package app.keypoint.content.grading;

import app.keypoint.statistics.ScoreInterval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many answers were given with each confidence, and how many of them were right. A partly right
 * answer is none of those.
 */
public record ConfidenceTally(
    int sure, int sureRight, int thinkSo, int thinkSoRight, int guess, int guessRight) {

  public static final ConfidenceTally NONE = new ConfidenceTally(0, 0, 0, 0, 0, 0);

  /** With fewer answers than this nothing is said of how well they were judged. */
  public static final int FEWEST = 10;

  /** The same of each confidence: the interval says little on a handful. */
  private static final int FEWEST_OF_ONE = 5;

  /** What was said to be sure is to be right at least this often. */
  private static final double SURE_FROM = 0.8;

  /** What was said to be a guess is to be right at most this often. */
  private static final double GUESS_TO = 2 / 3.0;

  /** How well what was said agrees with what was right. */
  public enum Verdict {
    /** Right less often than said. */
    OVERCONFIDENT,
    /** Right more often than said. */
    UNDERCONFIDENT,
    /** As far as the answers tell, it agrees. */
    AGREES,
    /** Too few answers with any one confidence. */
    TOO_FEW
  }

  /** Of one answer; of nothing when it was not said how sure it is. */
  public static ConfidenceTally of(@Nullable Confidence confidence, boolean right) {
    return confidence == null ? NONE : of(confidence, 1, right ? 1 : 0);
  }

  /** Of an answer that was counted as wrong and is right after all. */
  public static ConfidenceTally overruled(Confidence confidence) {
    return of(confidence, 0, 1);
  }

  private static ConfidenceTally of(Confidence confidence, int answers, int right) {
    return switch (confidence) {
      case SURE -> new ConfidenceTally(answers, right, 0, 0, 0, 0);
      case THINK_SO -> new ConfidenceTally(0, 0, answers, right, 0, 0);
      case GUESS -> new ConfidenceTally(0, 0, 0, 0, answers, right);
    };
  }

  /** Answers given with a confidence. */
  public int answers(Confidence confidence) {
    return switch (confidence) {
      case SURE -> sure;
      case THINK_SO -> thinkSo;
      case GUESS -> guess;
    };
  }

  /** Those of them that were right. */
  public int right(Confidence confidence) {
    return switch (confidence) {
      case SURE -> sureRight;
      case THINK_SO -> thinkSoRight;
      case GUESS -> guessRight;
    };
  }

  /** All answers of which it was said how sure they are. */
  public int answers() {
    return sure + thinkSo + guess;
  }

  /** Whether there are enough answers to say anything. */
  public boolean tells() {
    return answers() >= FEWEST;
  }

  /** Answers that were wrong though sure. */
  public int sureWrong() {
    return sure - sureRight;
  }

  /**
   * What to make of it. Only what chance does not explain counts: a share lies above or below a
   * bound when its whole 95 % score interval does. The bounds are those between which
   * certainty-based marking calls an answer neither sure nor unsure.
   */
  public Verdict verdict() {
    if (interval(Confidence.SURE).high() < SURE_FROM
        || interval(Confidence.THINK_SO).high() < GUESS_TO) {
      return Verdict.OVERCONFIDENT;
    }
    if (interval(Confidence.GUESS).low() > GUESS_TO
        || interval(Confidence.THINK_SO).low() > SURE_FROM) {
      return Verdict.UNDERCONFIDENT;
    }
    return Arrays.stream(Confidence.values()).anyMatch(this::judged)
        ? Verdict.AGREES
        : Verdict.TOO_FEW;
  }

  private boolean judged(Confidence confidence) {
    return answers(confidence) >= FEWEST_OF_ONE;
  }

  private ScoreInterval interval(Confidence confidence) {
    return judged(confidence)
        ? ScoreInterval.of(right(confidence), answers(confidence))
        : ScoreInterval.of(0, 0);
  }

  /** Both together. */
  public ConfidenceTally plus(ConfidenceTally other) {
    return new ConfidenceTally(
        sure + other.sure,
        sureRight + other.sureRight,
        thinkSo + other.thinkSo,
        thinkSoRight + other.thinkSoRight,
        guess + other.guess,
        guessRight + other.guessRight);
  }

  /** The same taken away. */
  public ConfidenceTally negated() {
    return new ConfidenceTally(-sure, -sureRight, -thinkSo, -thinkSoRight, -guess, -guessRight);
  }
}
