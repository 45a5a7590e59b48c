package app.keypoint.review;

import java.util.Optional;

/** What came of taking back a step. */
public sealed interface Undo {

  /**
   * It was taken back.
   *
   * @param cards how many cards are again as they were
   * @param card the card, if it is one and may be asked now
   */
  record Done(StepKind kind, int cards, Optional<DueCard> card) implements Undo {}

  /** Nothing was taken back. */
  record Refused(Reason reason) implements Undo {}

  /** Why a step stays. */
  enum Reason {
    /** There is no step left that could be taken back. */
    NOTHING,
    /** It was taken back before. */
    ALREADY,
    /** Another step came after it. */
    NOT_LATEST,
    /** A quiz has answered one of its cards since, and what a quiz recorded stays. */
    QUIZ,
    /** Cards were scheduled anew since: what lies before followed another rule. */
    REPLAY
  }
}
