package app.keypoint.identity.internal.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.util.encoders.Base32;

/** A secret that an authenticator app and the server share. Never printed by accident. */
public final class AppSecret {

  private static final String ISSUER = "Keypoint";

  private final byte[] bytes;

  private AppSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new one of 160 random bits. */
  public static AppSecret random() {
    byte[] random = new byte[Totp.SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return new AppSecret(random);
  }

  static AppSecret of(byte[] bytes) {
    return new AppSecret(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** For typing into an app. */
  public String base32() {
    return Base32.toBase32String(bytes);
  }

  /** What an app reads from the QR code. */
  public String uri(String username) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(ISSUER, encoded(username), base32(), ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "AppSecret[…]";
  }
}
