package app.keypoint.shell;

import app.keypoint.identity.GoneException;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/**
 * One page for what is not there and for what is not for this person, so that nobody learns which
 * of the two it is. One class for each of the exceptions, since that is how Vaadin finds them.
 */
final class NotFoundPages {

  private NotFoundPages() {}

  private abstract static class NotFound extends ErrorPage {

    NotFound() {
      super("shell.not-found.title");
      say(getTranslation("shell.not-found.text"));
      offer();
    }

    int status() {
      return HttpServletResponse.SC_NOT_FOUND;
    }
  }

  /** No such route, or a view that says so. */
  @ParentLayout(MainLayout.class)
  @AnonymousAllowed
  static class Route extends NotFound implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(
        BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
      return status();
    }
  }

  /** A service has no such thing, or not for this person. */
  @ParentLayout(MainLayout.class)
  @AnonymousAllowed
  static class Element extends NotFound implements HasErrorParameter<GoneException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<GoneException> parameter) {
      return status();
    }
  }

  /** A view for another role. */
  @ParentLayout(MainLayout.class)
  @AnonymousAllowed
  static class View extends NotFound implements HasErrorParameter<AccessDeniedException> {
    @Override
    public int setErrorParameter(
        BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
      Refusals.log(event.getLocation().getPath(), Refusals.reason(parameter.getException()));
      return status();
    }
  }

  /** A service for another role. */
  @ParentLayout(MainLayout.class)
  @AnonymousAllowed
  static class Service extends NotFound
      implements HasErrorParameter<org.springframework.security.access.AccessDeniedException> {
    @Override
    public int setErrorParameter(
        BeforeEnterEvent event,
        ErrorParameter<org.springframework.security.access.AccessDeniedException> parameter) {
      Refusals.log(event.getLocation().getPath(), Refusals.reason(parameter.getException()));
      return status();
    }
  }
}
