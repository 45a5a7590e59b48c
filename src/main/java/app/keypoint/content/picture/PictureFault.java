package app.keypoint.content.picture;

/** Why a file cannot be the image of a question. */
public enum PictureFault {
  MISSING("image-missing", "is not there.", "Put it into the folder `images` beside the quiz."),
  SVG("image-kind", "is an SVG, which can hold programs.", "Save it as PNG."),
  OTHER_KIND(
      "image-kind",
      "is no PNG, JPEG or WebP, whatever its name says.",
      "Open it in a program for images and save it as PNG or JPEG."),
  TOO_BIG(
      "image-size",
      "is larger than 5 MB.",
      "Make it smaller: 1600 pixels on the longer side are all that is shown."),
  TOO_MANY_PIXELS(
      "image-size",
      "has more than 50 million pixels, or more than 16,384 on a side.",
      "Make it smaller: 1600 pixels on the longer side are all that is shown."),
  DAMAGED(
      "image-damaged",
      "cannot be read to its end.",
      "Open it in a program for images and save it again as PNG or JPEG.");

  private final String rule;
  private final String message;
  private final String advice;

  PictureFault(String rule, String message, String advice) {
    this.rule = rule;
    this.message = message;
    this.advice = advice;
  }

  /** The name of the rule that is broken. */
  public String rule() {
    return rule;
  }

  /** What is wrong with a file. */
  public String message(String file) {
    return "`" + file + "` " + message;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
