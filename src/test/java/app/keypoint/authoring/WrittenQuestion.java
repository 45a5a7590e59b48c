package app.keypoint.authoring;

import app.keypoint.authoring.ItemBody.ImageText;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemBody.Type;
import app.keypoint.authoring.ItemBody.WrongText;
import java.util.List;

/** Questions of drafts as tests write them. */
public final class WrittenQuestion {

  private WrittenQuestion() {}

  /** One without an image, and with one thing to type, or none. */
  public static ItemBody.Question of(
      Type type,
      String keyPointId,
      String stem,
      List<OptionText> options,
      String answer,
      List<String> accept,
      List<WrongText> wrong,
      boolean typos,
      String exact,
      String explanation,
      String passage) {
    return new ItemBody.Question(
        type,
        keyPointId,
        stem,
        options,
        answer,
        accept,
        wrong,
        List.of(),
        typos,
        exact,
        explanation,
        passage,
        ImageText.NONE);
  }
}
