package app.keypoint.cohort.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A figure that opens the list of those whom it counts. */
public final class Opener extends NativeButton {

  private static final long serialVersionUID = 1L;

  /**
   * @param about what it is a figure of, for whoever hears it without what is around it
   */
  public Opener(String figure, String about, Runnable open) {
    super(figure, _ -> open.run());
    addClassNames("link", "num");
    setAriaLabel(getTranslation("cohort.card.of", figure, about));
  }
}
