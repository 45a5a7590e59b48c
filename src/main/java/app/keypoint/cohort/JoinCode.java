package app.keypoint.cohort;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * What a learner types to join a cohort: six characters, none of which is easily mistaken for
 * another, shown as {@code K7Q-4MD}.
 *
 * @param characters the six, without the dash
 */
public record JoinCode(String characters) {

  /** Digits and capital letters without 0, 1, I, L and O: 31^6 codes, 887 million. */
  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  static final int LENGTH = 6;

  /** The longest text that is looked at for one. */
  public static final int MAX_TYPED = 40;

  /**
   * @throws IllegalArgumentException when these are not six characters of the alphabet
   */
  public JoinCode {
    if (characters.length() != LENGTH
        || !characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      throw new IllegalArgumentException("Not a join code: " + characters);
    }
  }

  /**
   * The code that a person typed: any case, wide letters, blanks and dashes do not matter. Empty
   * when it cannot be one.
   */
  public static Optional<JoinCode> parse(String typed) {
    String characters =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "");
    return characters.matches("[" + ALPHABET + "]{" + LENGTH + "}")
        ? Optional.of(new JoinCode(characters))
        : Optional.empty();
  }

  /**
   * A new code.
   *
   * @param random gives a number from 0 to below its argument, unguessable
   */
  public static JoinCode random(IntUnaryOperator random) {
    StringBuilder characters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      characters.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
    }
    return new JoinCode(characters.toString());
  }

  /** As shown to people. */
  @Override
  public String toString() {
    return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
  }
}
