package app.keypoint.identity.internal;

import app.keypoint.identity.SignInFailed;
import app.keypoint.identity.SignInFailed.Reason;
import app.keypoint.identity.SignedIn;
import app.keypoint.identity.SignedIn.Means;
import app.keypoint.identity.TooManyAttempts;
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
class PasswordSignIn implements AuthenticationProvider {

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
