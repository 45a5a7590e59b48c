package app.keypoint.quiz;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.content.grading.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One go at a quiz, with the questions as they were when it started. It holds keys and
 * explanations: a view shows those of an item only once it is answered.
 *
 * @param items by position
 * @param finishedAt when its last answer was given, or null while the score is not final
 */
public record Attempt(
    long id,
    String quizId,
    State state,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<Item> items) {

  /** Where an attempt is in its life. */
  public enum State {
    /** Takes answers. */
    OPEN,
    /** Its score is final. */
    FINISHED,
    /** Dropped for a new one. */
    DROPPED
  }

  /**
   * A question of the attempt.
   *
   * @param position from 1
   * @param asked the version that was current at the start
   * @param optionOrder ids of the options as to be shown; empty for typed questions
   * @param answer null while the question is open
   */
  public record Item(
      int position, QuestionVersion asked, List<String> optionOrder, @Nullable Answer answer) {

    /** Whether it was answered wrongly though the learner was sure. */
    public boolean sureWrong() {
      return answer != null && answer.confidence() == Confidence.SURE && !answer.outcome().right();
    }
  }

  /**
   * What was answered and what it was worth.
   *
   * @param confidence how sure the learner said they were; null when they said nothing
   */
  public record Answer(Response response, Outcome outcome, @Nullable Confidence confidence) {}

  /** The question at a position from 1. */
  public Item item(int position) {
    return items.get(position - 1);
  }

  /** How many questions are answered. */
  public int answered() {
    return (int) items.stream().filter(item -> item.answer() != null).count();
  }

  /** Position of the first open question; empty when all are answered. */
  public OptionalInt firstOpen() {
    return items.stream()
        .filter(item -> item.answer() == null)
        .mapToInt(Item::position)
        .findFirst();
  }

  /**
   * Whether all is answered but the score is not final yet, since the learner may still overrule
   * the last answer: a typed one that was counted as wrong.
   */
  public boolean awaitsFinish() {
    return state == State.OPEN && firstOpen().isEmpty();
  }

  /** How sure the learner was of which answers, and how many of them were right. */
  public ConfidenceTally confidence() {
    return items.stream()
        .map(Item::answer)
        .filter(Objects::nonNull)
        .map(answer -> ConfidenceTally.of(answer.confidence(), answer.outcome().right()))
        .reduce(ConfidenceTally.NONE, ConfidenceTally::plus);
  }

  /** Marks so far, one at most for each question. */
  public double score() {
    return items.stream()
        .map(Item::answer)
        .mapToDouble(answer -> answer == null ? 0 : answer.outcome().marks())
        .sum();
  }
}
