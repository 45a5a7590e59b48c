package app.keypoint.shell;

import app.keypoint.audit.TooMuchToRecord;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What cannot be recorded any more is not shown either. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class TooMuchPage extends ErrorPage implements HasErrorParameter<TooMuchToRecord> {

  /** Of RFC 6585, for which the servlet API has no constant. */
  private static final int TOO_MANY_REQUESTS = 429;

  TooMuchPage() {
    super("shell.too-much.title");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<TooMuchToRecord> parameter) {
    TooMuchToRecord refusal = parameter.getException();
    Refusals.log(event.getLocation().getPath(), Refusals.reason(refusal));
    say(getTranslation("shell.too-much.text", refusal.minutes()));
    offer();
    return TOO_MANY_REQUESTS;
  }
}
