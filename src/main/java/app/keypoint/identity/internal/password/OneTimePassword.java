package app.keypoint.identity.internal.password;

import java.security.SecureRandom;
import java.time.Duration;

/** Passwords to be read out and typed once: no letters that look alike, 59 bits. */
public final class OneTimePassword {

  /** How long one opens an account. */
  public static final Duration LIFE = Duration.ofDays(3);

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimePassword() {}

  /** As "k3fa-9xq2-mm7c". */
  public static String random() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
