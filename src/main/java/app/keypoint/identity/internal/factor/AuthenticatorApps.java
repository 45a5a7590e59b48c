package app.keypoint.identity.internal.factor;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which accounts have an authenticator app, and whether a code is of it. */
@Service
@Transactional
public class AuthenticatorApps {

  private static final Logger log = LoggerFactory.getLogger(AuthenticatorApps.class);

  private final AuthenticatorAppRepository apps;
  private final Seal seal;
  private final Clock clock;

  AuthenticatorApps(AuthenticatorAppRepository apps, Seal seal, Clock clock) {
    this.apps = apps;
    this.seal = seal;
    this.clock = clock;
  }

  /** Since when the account has an app. */
  @Transactional(readOnly = true)
  public Optional<Instant> since(long accountId) {
    return apps.findById(accountId).map(app -> app.since);
  }

  /** The step whose code of a new secret this is, now or a moment ago. */
  public OptionalLong stepOf(AppSecret secret, String code) {
    return Totp.stepOf(secret.bytes(), Totp.digits(code), clock.instant());
  }

  /** Gives the account an app in place of the one before, a code of which was right. */
  public void add(long accountId, AppSecret secret, long step) {
    apps.save(
        new AuthenticatorAppEntity(accountId, seal.seal(secret.bytes()), step, clock.instant()));
  }

  /** Whether the code is of the account's app and this moment. Each code is accepted once. */
  public boolean accepts(long accountId, String code) {
    return apps.findById(accountId)
        .map(app -> Totp.stepOf(secretOf(app), Totp.digits(code), clock.instant()))
        .filter(OptionalLong::isPresent)
        .map(step -> apps.take(accountId, step.getAsLong()) == 1)
        .orElse(false);
  }

  /**
   * @return whether there was one
   */
  public boolean remove(long accountId) {
    return apps.deleteOf(accountId) > 0;
  }

  private byte[] secretOf(AuthenticatorAppEntity app) {
    try {
      return seal.open(app.sealedSecret);
    } catch (IllegalStateException e) {
      log.error(
          "The authenticator app of account {} was sealed with another key than"
              + " KEYPOINT_SECRET_KEY or the data folder's secret.key",
          app.accountId);
      throw e;
    }
  }
}
