package app.keypoint.identity.ui.signin;

import app.keypoint.identity.CurrentAccount;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.stereotype.Component;

/** Leads whoever came in with a one-time password to the page that replaces it. */
@Component
class OneTimePasswordGate implements VaadinServiceInitListener {

  private final AuthenticationContext authentication;
  private final CurrentAccount current;

  OneTimePasswordGate(AuthenticationContext authentication, CurrentAccount current) {
    this.authentication = authentication;
    this.current = current;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(this::check));
  }

  private void check(BeforeEnterEvent event) {
    if (event.getNavigationTarget() != NewPasswordView.class
        && authentication.isAuthenticated()
        && current.mustChoosePassword()) {
      event.forwardTo(NewPasswordView.class);
    }
  }
}
