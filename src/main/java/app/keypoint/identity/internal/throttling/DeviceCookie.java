package app.keypoint.identity.internal.throttling;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser keeps to show that somebody has signed in with it before: a random id, and for
 * each of the last accounts a mark that only this server can make. It opens nothing; attempts from
 * there are counted apart from strangers'.
 */
final class DeviceCookie {

  /** People who share a browser. */
  private static final int MAX_ACCOUNTS = 5;

  private static final int ID_BYTES = 18;
  private static final int MARK_BYTES = 18;
  private static final Pattern FORM = Pattern.compile("[\\w-]{24}(\\.[\\w-]{24}){0,5}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;
  private final String id;
  private final List<String> marks;

  private DeviceCookie(byte[] key, String id, List<String> marks) {
    this.key = key;
    this.id = id;
    this.marks = marks;
  }

  /** Reads a cookie's value; whatever is not one is a new device. */
  static DeviceCookie read(byte[] key, Optional<String> value) {
    List<String> parts =
        value
            .filter(text -> FORM.matcher(text).matches())
            .map(text -> Arrays.asList(text.split("\\.")))
            .orElseGet(() -> List.of(randomId()));
    return new DeviceCookie(key, parts.getFirst(), parts.subList(1, parts.size()));
  }

  /** The device, if an account has signed in with it. */
  Optional<String> deviceOf(String username) {
    byte[] mark = mark(username).getBytes(StandardCharsets.US_ASCII);
    boolean known = false;
    for (String each : marks) {
      known |= MessageDigest.isEqual(each.getBytes(StandardCharsets.US_ASCII), mark);
    }
    return known ? Optional.of(id) : Optional.empty();
  }

  /** The cookie's value once an account has signed in. */
  String after(String username) {
    List<String> parts = new ArrayList<>(List.of(id, mark(username)));
    marks.stream()
        .filter(each -> !parts.contains(each))
        .limit(MAX_ACCOUNTS - 1L)
        .forEach(parts::add);
    return String.join(".", parts);
  }

  private String mark(String username) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] all = mac.doFinal((id + "\n" + username).getBytes(StandardCharsets.UTF_8));
      return encoded(Arrays.copyOf(all, MARK_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static String randomId() {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return encoded(random);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
