package app.keypoint.support;

import app.keypoint.KeypointApplication;
import app.keypoint.identity.Account;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.ElementUtil;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Screens without a browser, in English, before somebody who has signed in. */
public abstract class ScreenTest extends SpringBrowserlessTest {

  @Autowired protected Fixtures fixtures;

  /** Makes what a test finds, and the account that looks at it. */
  protected abstract Account visitor();

  /** What the visitor does first: nothing, unless a test says so. */
  protected void begin() {}

  @BeforeEach
  @Override
  protected final void initVaadinEnvironment() {
    fixtures.signIn(visitor());
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
    begin();
  }

  /** Routes are ours alone; to look for them in every library takes seconds. */
  @Override
  protected final Set<String> scanPackages() {
    return Set.of(KeypointApplication.class.getPackageName());
  }

  /** All that the view says, in one string. */
  protected String page() {
    return view().wholeText();
  }

  /** The view as a browser has it, what is markup included; properties are not in it. */
  protected Document view() {
    return document((Component) getCurrentView());
  }

  /** A part of it likewise. */
  protected static Document document(Component part) {
    Document document = new Document("");
    document.appendChild(ElementUtil.toJsoup(document, part.getElement()));
    return document;
  }
}
