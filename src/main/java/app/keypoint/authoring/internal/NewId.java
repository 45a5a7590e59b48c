package app.keypoint.authoring.internal;

import java.security.SecureRandom;

/** Ids that nobody else has: sixty bits of chance, in the alphabet of quiz files. */
public final class NewId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private NewId() {}

  public static String quiz() {
    return random("quiz-");
  }

  public static String keyPoint() {
    return random("kp-");
  }

  public static String question() {
    return random("q-");
  }

  private static String random(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 12; i++) {
      id.append("abcdefghjkmnpqrstuvwxyz123456789".charAt(RANDOM.nextInt(32)));
    }
    return id.toString();
  }
}
