package app.keypoint.identity.internal.factor;

import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app, for tests of other packages. */
public final class Codes {

  private Codes() {}

  /** What the app shows, so many steps from a moment. */
  public static String of(String base32, Instant at, int steps) {
    return Totp.code(Base32.decode(base32), Totp.step(at) + steps);
  }
}
