package app.keypoint.identity.internal.account;

import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.password.Guessable;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What names and passwords may be. The password rules follow NIST SP 800-63B: length counts,
 * composition does not, and what others would try first is refused: docs/adr/0092.
 */
public final class AccountRules {

  static final int SHORTEST_PASSWORD = 10;

  /** Argon2 takes any length; this one keeps a request from being a load test. */
  public static final int LONGEST_PASSWORD = 200;

  private static final int LONGEST_NAME = 100;
  private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@+-]{2,100}");
  private static final Pattern CONTROL = Pattern.compile("\\p{C}");

  private final Map<Field, String> problems = new EnumMap<>(Field.class);

  /** No user name, and nobody's. */
  private static final String TOO_LONG = "?";

  /**
   * The one form of a user name in which it is stored and looked up. What is too long for a name is
   * not looked at: normalising makes it longer yet, and it would be the key of whatever counts it.
   */
  public static String normalise(String username) {
    if (username.length() > LONGEST_NAME) {
      return TOO_LONG;
    }
    String name = folded(username);
    return name.length() > LONGEST_NAME ? TOO_LONG : name;
  }

  /** Without what looks different and means the same. Up to six times as long: for bounded text. */
  public static String folded(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whether somebody may sign in by this name. */
  public static boolean isUsername(String normalised) {
    return USERNAME.matcher(normalised).matches();
  }

  AccountRules username(String normalised) {
    return require(
        isUsername(normalised),
        Field.USERNAME,
        normalised.isEmpty() ? "identity.problem.required" : "identity.problem.username");
  }

  AccountRules displayName(String name) {
    return require(!name.isBlank(), Field.DISPLAY_NAME, "identity.problem.required")
        .require(
            name.strip().length() <= LONGEST_NAME && !CONTROL.matcher(name).find(),
            Field.DISPLAY_NAME,
            "identity.problem.displayName");
  }

  /**
   * A password to be chosen.
   *
   * @param names the person's own, which it must not consist of
   */
  AccountRules password(String password, String... names) {
    return require(
            password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD,
            Field.PASSWORD,
            "identity.problem.passwordShort")
        .require(
            password.length() <= LONGEST_PASSWORD, Field.PASSWORD, "identity.problem.passwordLong")
        .require(
            password.length() > LONGEST_PASSWORD || !Guessable.obvious(password, names),
            Field.PASSWORD,
            "identity.problem.passwordObvious")
        .require(
            password.length() > LONGEST_PASSWORD || !Guessable.common(password),
            Field.PASSWORD,
            "identity.problem.passwordCommon");
  }

  /** Asks for one thing more. */
  public AccountRules require(boolean holds, Field field, String problem) {
    if (!holds) {
      problems.putIfAbsent(field, problem);
    }
    return this;
  }

  /**
   * @throws InvalidInput when a rule was broken
   */
  public void enforce() {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }
}
