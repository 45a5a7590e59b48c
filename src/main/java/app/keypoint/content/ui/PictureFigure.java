package app.keypoint.content.ui;

import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.Translations;
import app.keypoint.content.Worded;
import app.keypoint.content.picture.Pictures;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Image;
import java.util.Locale;
import java.util.Optional;

/**
 * The image of a question. Its place is there before it is; a click shows it in a tab of its own,
 * as large as it is.
 */
public final class PictureFigure extends Anchor {

  /** So that the options can be seen with it. */
  private static final int MAX_HEIGHT = 480;

  /**
   * Of a question as it is worded.
   *
   * @param original whose words stand for the image as long as they are not translated
   */
  public static Optional<PictureFigure> of(Worded<Question> worded, Question original) {
    Picture picture = worded.text().picture();
    Picture first = original.picture();
    if (picture == null) {
      return Optional.empty();
    }
    boolean untranslated = first != null && first.alt().equals(picture.alt());
    return Optional.of(
        new PictureFigure(picture, untranslated ? Translations.ORIGINAL : worded.language()));
  }

  /**
   * @param language of the words that stand for it
   */
  private PictureFigure(Picture picture, Locale language) {
    super(Pictures.PATH + picture.hash(), "");
    setTarget(AnchorTarget.BLANK);
    addClassName("picture");
    Image image = new Image(Pictures.PATH + picture.hash(), picture.alt());
    double by = Math.min(1, (double) MAX_HEIGHT / picture.height());
    image.getElement().setAttribute("width", String.valueOf(Math.round(picture.width() * by)));
    image.getElement().setAttribute("height", String.valueOf(Math.round(picture.height() * by)));
    image.getElement().setAttribute("loading", "lazy");
    add(QuizTexts.marked(image, picture.alt(), language));
  }
}
