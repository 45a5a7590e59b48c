package app.keypoint.shell;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A view could not be made. Answers are kept: they are saved one by one when given. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class InternalErrorPage extends ErrorPage implements HasErrorParameter<Exception> {

  InternalErrorPage() {
    super("shell.internal.title");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    String id = ErrorId.log(event.getLocation().getPath(), parameter.getCaughtException());
    say(getTranslation("shell.internal.text"));
    say(getTranslation("shell.internal.id", id));
    NativeButton again =
        new NativeButton(getTranslation("shell.again"), click -> event.getUI().getPage().reload());
    again.addClassName("btn");
    offer(again);
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
