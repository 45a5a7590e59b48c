package app.keypoint.identity.internal.password;

import app.keypoint.identity.internal.account.AccountRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The hundred thousand passwords that people most often had when theirs became public: the list of
 * the library nbvcxz. Kept as the first eight bytes of their hashes, sorted, in 0.8 MB; among as
 * many, a password that is none of them is taken for one once in 10^14.
 */
final class CommonPasswords {

  private static final String LIST = "/dictionaries/passwords.txt";

  private static final long[] HASHES = read();

  private CommonPasswords() {}

  /** Whether this is one of them, in the {@linkplain AccountRules#folded form} of names. */
  static boolean contain(String normalised) {
    return Arrays.binarySearch(HASHES, hash(normalised)) >= 0;
  }

  /** How many there are. */
  static int count() {
    return HASHES.length;
  }

  private static long[] read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(list, LIST), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(AccountRules::normalise)
          .mapToLong(CommonPasswords::hash)
          .sorted()
          .distinct()
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
