package app.keypoint.identity.internal.signin;

import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.account.AccountRules;
import app.keypoint.identity.internal.session.SignedInUser;
import app.keypoint.identity.internal.throttling.Devices;
import app.keypoint.identity.internal.throttling.Origin;
import app.keypoint.identity.internal.throttling.Throttle;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in by name and password, throttled. An unknown name takes as long as a wrong password. */
@Component
public class PasswordSignIn implements AuthenticationProvider {

  private final DaoAuthenticationProvider passwords;
  private final SecondSteps secondSteps;
  private final Devices devices;
  private final Throttle throttle;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PasswordSignIn(
      AccountRepository accounts,
      PasswordEncoder encoder,
      SecondSteps secondSteps,
      Devices devices,
      Throttle throttle,
      ApplicationEventPublisher events,
      Clock clock) {
    this.passwords =
        new DaoAuthenticationProvider(
            name ->
                accounts
                    .findByUsername(AccountRules.normalise(name))
                    .filter(account -> !account.hasExpiredPassword(clock.instant()))
                    .map(SignedInUser::new)
                    .orElseThrow(() -> UsernameNotFoundException.fromUsername(name)));
    this.passwords.setPasswordEncoder(encoder);
    // Only the right password learns that an account is switched off.
    this.passwords.setPreAuthenticationChecks(account -> {});
    this.passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
    this.secondSteps = secondSteps;
    this.devices = devices;
    this.throttle = throttle;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String account = AccountRules.normalise(attempt.getName());
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    Origin origin = new Origin(address, devices.of(account));
    try {
      throttle.beforePassword(account, origin);
      Authentication result = passwords.authenticate(attempt);
      throttle.passwordWasRight(account, origin);
      if (result.getPrincipal() instanceof SignedInUser user) {
        secondSteps.afterPassword(user);
        events.publishEvent(new SignedIn(user.accountId(), clock.instant(), Means.PASSWORD));
      }
      return result;
    } catch (TooManyAttempts e) {
      events.publishEvent(new SignInFailed(Reason.THROTTLED, e.getRetryAfter()));
      throw e;
    } catch (BadCredentialsException e) {
      events.publishEvent(new SignInFailed(Reason.CREDENTIALS, Duration.ZERO));
      throw e;
    } catch (DisabledException e) {
      events.publishEvent(new SignInFailed(Reason.DISABLED, Duration.ZERO));
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
