package app.keypoint.identity.internal.signin;

import app.keypoint.access.Audience;
import app.keypoint.access.Buckets;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.enrolment.Enrolment;
import app.keypoint.identity.internal.enrolment.PasskeyEnrolment;
import app.keypoint.identity.internal.factor.AccountPasskeys;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.factor.RecoveryCodes;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.internal.session.SignedInUser;
import app.keypoint.identity.signin.AuthenticatorSetup;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.SecondStep;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** Between the right password and being signed in. See docs/adr/0100-second-step.md. */
@Service
@OpenTo(Audience.ANYBODY)
public class SecondSteps implements SecondStep {

  private final AccountRepository accounts;
  private final AuthenticatorApps apps;
  private final AccountPasskeys passkeys;
  private final RecoveryCodes recoveryCodes;
  private final Policy policy;
  private final Enrolment enrolment;
  private final PasskeyEnrolment passkeyEnrolment;
  private final BrowserRequest browser;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Whoever guesses here knows the password: 120 guesses a day, at a million codes. */
  private final Buckets<Long> codes;

  /** These cannot be guessed; each attempt costs ten password hashes. */
  private final Buckets<Long> recoveries;

  SecondSteps(
      AccountRepository accounts,
      AuthenticatorApps apps,
      AccountPasskeys passkeys,
      RecoveryCodes recoveryCodes,
      Policy policy,
      Enrolment enrolment,
      PasskeyEnrolment passkeyEnrolment,
      BrowserRequest browser,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.apps = apps;
    this.passkeys = passkeys;
    this.recoveryCodes = recoveryCodes;
    this.policy = policy;
    this.enrolment = enrolment;
    this.passkeyEnrolment = passkeyEnrolment;
    this.browser = browser;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.codes = new Buckets<>(5, Duration.ofHours(1), clock);
    this.recoveries = new Buckets<>(5, Duration.ofMinutes(5), clock);
  }

  /**
   * After a right password.
   *
   * @throws SecondStepDue when it does not suffice
   */
  void afterPassword(SignedInUser user) {
    Kind due;
    if (apps.since(user.accountId()).isPresent()) {
      due = Kind.PROVE;
    } else if (policy.requires(accounts.findById(user.accountId()).orElseThrow().role())) {
      due = passkeys.count(user.accountId()) > 0 ? Kind.PROVE : Kind.SET_UP;
    } else {
      return;
    }
    throw new SecondStepDue(
        new PendingSignIn(
            user.accountId(),
            user.sessionVersion(),
            due,
            clock.instant().plus(PendingSignIn.PATIENCE)));
  }

  /**
   * Signs in with a code of the authenticator app.
   *
   * @throws TooManyAttempts when too many were wrong
   * @throws BadCredentialsException when it is wrong, or no sign-in waits for it any more
   */
  Authentication proveByCode(PendingSignIn pending, String code) {
    return prove(pending, codes, Means.APP, () -> apps.accepts(pending.accountId(), code));
  }

  /** As {@link #proveByCode}, with a recovery code, which is used up by it. */
  Authentication proveByRecoveryCode(PendingSignIn pending, String code) {
    return prove(
        pending,
        recoveries,
        Means.RECOVERY_CODE,
        () -> recoveryCodes.use(pending.accountId(), code));
  }

  private Authentication prove(
      PendingSignIn pending, Buckets<Long> attempts, Means means, BooleanSupplier right) {
    AccountEntity account =
        stillDue(pending, Kind.PROVE)
            .orElseThrow(() -> new BadCredentialsException("No sign-in waits for a code"));
    Duration wait = attempts.take(pending.accountId());
    if (!wait.isZero()) {
      events.publishEvent(new SignInFailed(Reason.THROTTLED, wait));
      audit.record(failed(account, Reason.THROTTLED));
      throw new TooManyAttempts(wait);
    }
    if (!right.getAsBoolean()) {
      events.publishEvent(new SignInFailed(Reason.CODE, Duration.ZERO));
      audit.record(failed(account, Reason.CODE));
      throw new BadCredentialsException("Not the code");
    }
    attempts.giveBack(pending.accountId());
    if (means == Means.RECOVERY_CODE) {
      audit.record(AuditNote.of(AuditKind.RECOVERY_CODE_USED).by(account.username()));
    }
    events.publishEvent(new SignedIn(pending.accountId(), clock.instant(), means));
    return new SignedInUser(account).authentication();
  }

  private static AuditNote failed(AccountEntity account, Reason reason) {
    return AuditNote.of(AuditKind.SIGN_IN_FAILED).to(account.username()).with(reason);
  }

  @Override
  public Optional<Due> due() {
    return browser
        .request()
        .flatMap(PendingSignIn::of)
        .filter(pending -> stillDue(pending, pending.kind()).isPresent())
        .map(
            pending ->
                new Due(
                    pending.kind(),
                    apps.since(pending.accountId()).isPresent(),
                    passkeys.isPossible() && passkeys.count(pending.accountId()) > 0));
  }

  @Override
  public AuthenticatorSetup begin() {
    return enrolment.begin(requireSetUpDue());
  }

  @Override
  public List<String> complete(AuthenticatorSetup setup, String code) {
    long accountId = requireSetUpDue().requireId();
    List<String> recovery = enrolment.complete(accountId, setup, code);
    browser.request().ifPresent(PendingSignIn::end);
    browser.signIn(accountId, Means.APP);
    return recovery;
  }

  @Override
  public PasskeySetup beginPasskey() {
    return passkeyEnrolment.begin(requireSetUpDue());
  }

  @Override
  public void completePasskey(PasskeySetup setup, String answer, String name) {
    long accountId = requireSetUpDue().requireId();
    passkeyEnrolment.complete(accountId, setup, answer, name);
    browser.request().ifPresent(PendingSignIn::end);
    browser.signIn(accountId, Means.PASSKEY);
  }

  private AccountEntity requireSetUpDue() {
    return browser
        .request()
        .flatMap(PendingSignIn::of)
        .flatMap(pending -> stillDue(pending, Kind.SET_UP))
        .orElseThrow(() -> new AccessDeniedException("No sign-in waits for a second factor"));
  }

  /** The account, unless it changed or too much time has passed since its password was right. */
  private Optional<AccountEntity> stillDue(PendingSignIn pending, Kind kind) {
    return pending.kind() == kind && clock.instant().isBefore(pending.until())
        ? accounts
            .findByIdAndEnabledTrue(pending.accountId())
            .filter(account -> account.sessionVersion() == pending.sessionVersion())
        : Optional.empty();
  }
}
