package app.keypoint.content.ui;

import app.keypoint.content.Picture;
import app.keypoint.content.Pictures;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Image;
import java.util.Locale;

/**
 * The image of a question. Its place is there before it is; a click shows it in a tab of its own,
 * as large as it is.
 */
public final class PictureFigure extends Anchor {

  /** So that the options can be seen with it. */
  private static final int MAX_HEIGHT = 480;

  /**
   * @param language of the words that stand for it
   */
  public PictureFigure(Picture picture, Locale language) {
    super(Pictures.PATH + picture.hash(), "");
    setTarget(AnchorTarget.BLANK);
    addClassName("picture");
    Image image = new Image(Pictures.PATH + picture.hash(), picture.alt());
    double by = Math.min(1, (double) MAX_HEIGHT / picture.height());
    image.getElement().setAttribute("width", String.valueOf(Math.round(picture.width() * by)));
    image.getElement().setAttribute("height", String.valueOf(Math.round(picture.height() * by)));
    image.getElement().setAttribute("loading", "lazy");
    add(QuizTexts.marked(image, language));
  }
}
