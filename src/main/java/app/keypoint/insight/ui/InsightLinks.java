package app.keypoint.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** Links that the pages about schedulers share. */
final class InsightLinks {

  private InsightLinks() {}

  /** Leads back to the settings that both pages help to choose. */
  static Anchor back(Component speaker) {
    Anchor back = new Anchor("settings/reviews", speaker.getTranslation("insight.back"));
    back.addClassName("back");
    return back;
  }
}
