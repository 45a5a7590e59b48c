package app.keypoint.identity.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * An HTML form that the browser itself posts, so that Spring Security sees it and password managers
 * notice it.
 */
@Tag("form")
public class NativeForm extends HtmlContainer implements HasComponents {

  public NativeForm(String action) {
    getElement().setAttribute("method", "post").setAttribute("action", action);
    HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      hidden(token.getParameterName(), token.getToken());
    }
  }

  /** Adds a value that nobody sees. */
  public NativeForm hidden(String name, String value) {
    HtmlContainer input = new HtmlContainer("input");
    input
        .getElement()
        .setAttribute("type", "hidden")
        .setAttribute("name", name)
        .setAttribute("value", value);
    add(input);
    return this;
  }

  /** A button that sends it. */
  public static NativeButton submit(String text, String... classes) {
    NativeButton button = new NativeButton(text);
    button.getElement().setAttribute("type", "submit");
    button.addClassNames(classes);
    return button;
  }
}
