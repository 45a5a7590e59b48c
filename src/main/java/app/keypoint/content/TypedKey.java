package app.keypoint.content;

import java.util.List;

/**
 * What counts as right when an answer is typed.
 *
 * @param answer the answer that feedback shows
 * @param accept other right wordings
 * @param wrong likely wrong answers, each with the misreading that it stands for
 * @param typos whether small slips are forgiven
 */
public record TypedKey(String answer, List<String> accept, List<WrongAnswer> wrong, boolean typos) {

  /** A likely wrong answer and the misreading that it stands for. */
  public record WrongAnswer(String text, String why) {}
}
