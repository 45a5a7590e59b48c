package app.keypoint.identity.internal.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of the moment (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, six digits,
 * steps of thirty seconds.
 */
final class Totp {

  static final int SECRET_BYTES = 20;
  static final int DIGITS = 6;
  static final int STEP_SECONDS = 30;

  /** How many steps the person's clock, or their typing, may be off. */
  private static final int TOLERANCE = 1;

  private static final int LONGEST = 20;
  private static final int MODULUS = 1_000_000;

  private Totp() {}

  /** The code of a step. */
  static String code(byte[] secret, long step) {
    byte[] hash = hmac(secret, step);
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The digits of a code as people type it, in groups; empty for what is much too long. */
  static String digits(String typed) {
    return typed.length() > LONGEST ? "" : typed.replaceAll("[\\s-]", "");
  }

  /** The step around a moment whose code this is, the latest if there are several. */
  static OptionalLong stepOf(byte[] secret, String code, Instant at) {
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    long now = step(at);
    OptionalLong found = OptionalLong.empty();
    for (long step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
      byte[] expected = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, typed)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] hmac(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-1", e);
    }
  }
}
