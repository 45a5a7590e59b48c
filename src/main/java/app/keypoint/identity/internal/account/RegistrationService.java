package app.keypoint.identity.internal.account;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.JoinCodes;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.internal.throttling.Throttle;
import app.keypoint.identity.signin.Registration;
import app.keypoint.identity.signin.SignedIn.Means;
import app.keypoint.time.StudyCalendar;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

@Service
@OpenTo(Audience.ANYBODY)
class RegistrationService implements Registration {

  private final Mode mode;
  private final AccountService accounts;
  private final ObjectProvider<JoinCodes> joinCodes;
  private final Throttle throttle;
  private final BrowserRequest browser;

  RegistrationService(
      @Value("${keypoint.registration:code}") Mode mode,
      AccountService accounts,
      ObjectProvider<JoinCodes> joinCodes,
      Throttle throttle,
      BrowserRequest browser) {
    this.mode = mode;
    this.accounts = accounts;
    this.joinCodes = joinCodes;
    this.throttle = throttle;
    this.browser = browser;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Account register(Form form) {
    if (mode == Mode.CLOSED) {
      throw new AccessDeniedException("Registration is closed");
    }
    String code = form.joinCode() == null ? "" : form.joinCode().strip();
    String username = AccountRules.normalise(form.username());
    new AccountRules()
        .username(username)
        .displayName(form.displayName())
        .password(form.password(), username, form.displayName())
        .require(mode == Mode.OPEN || !code.isEmpty(), Field.JOIN_CODE, "identity.problem.required")
        .enforce();
    throttle.beforeRegistration(browser.address());
    if (!code.isEmpty()) {
      requireGood(code);
    }
    Account account = create(form, code);
    browser.signIn(account.id(), Means.REGISTRATION);
    return account;
  }

  private void requireGood(String code) {
    throttle.beforeJoinCode(browser.address());
    if (joinCodes.stream().noneMatch(codes -> codes.cohortNamed(code).isPresent())) {
      throw badCode();
    }
    throttle.joinCodeWasRight(browser.address());
  }

  private Account create(Form form, String code) {
    NewAccount account =
        new NewAccount(
            form.username(),
            form.displayName(),
            form.password(),
            Role.LEARNER,
            new StudyCalendar(form.zone(), StudyCalendar.DEFAULT_ROLLOVER_HOUR),
            null);
    try {
      return accounts.create(
          account,
          false,
          made -> {
            if (!code.isEmpty()) {
              enrol(made, code);
            }
          });
    } catch (UsernameTaken e) {
      throw new InvalidInput(Map.of(Field.USERNAME, "identity.problem.taken"));
    }
  }

  private void enrol(Account account, String code) {
    try {
      joinCodes.getObject().enrol(account.id(), code);
    } catch (IllegalArgumentException e) {
      // The code was replaced a moment ago.
      throw badCode();
    }
  }

  private static InvalidInput badCode() {
    return new InvalidInput(Map.of(Field.JOIN_CODE, "identity.problem.joinCode"));
  }
}
