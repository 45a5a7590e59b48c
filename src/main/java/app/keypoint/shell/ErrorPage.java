package app.keypoint.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page in place of one that cannot be shown: what happened, what was kept, what to do. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

  private final String title;

  ErrorPage(String titleKey) {
    title = getTranslation(titleKey);
    addClassName("error-page");
    add(new H1(title));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  void say(String text) {
    add(new Paragraph(text));
  }

  void offer(Component... others) {
    Anchor home = new Anchor("", getTranslation("shell.home"));
    home.addClassNames("btn", "primary");
    Div actions = new Div(home);
    actions.addClassName("actions");
    actions.add(others);
    add(actions);
  }
}
