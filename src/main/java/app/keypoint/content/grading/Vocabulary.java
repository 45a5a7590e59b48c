package app.keypoint.content.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/** Which words there are in English, in either spelling and in all their forms; see ADR 130. */
final class Vocabulary {

  private static final Dictionary WORDS = read("/org/languagetool/resource/en/english");
  private static final String PLURAL = "NNS";

  private Vocabulary() {}

  /** Whether this is a word, in lower case. */
  static boolean knows(String word) {
    return !lookup(word).isEmpty();
  }

  /** A plural noun's singular; anything else as it is. */
  static String singular(String word) {
    List<WordData> readings = lookup(word);
    if (readings.isEmpty()) {
      return word.matches("[a-z]{3,}[^aisu]s") ? word.substring(0, word.length() - 1) : word;
    }
    return readings.stream()
        .filter(reading -> PLURAL.contentEquals(Objects.requireNonNullElse(reading.getTag(), "")))
        .map(reading -> reading.getStem().toString())
        .findFirst()
        .orElse(word);
  }

  /** Whether one edit makes a word out of this that passes. */
  static boolean anyWithinOneEdit(String text, Predicate<String> passes) {
    return IntStream.rangeClosed(0, text.length())
        .boxed()
        .flatMap(at -> edits(text, at))
        .anyMatch(candidate -> passes.test(candidate) && knows(candidate));
  }

  private static Stream<String> edits(String text, int at) {
    String before = text.substring(0, at);
    String after = text.substring(at);
    Stream<String> inserted = letters().map(letter -> before + letter + after);
    if (after.isEmpty()) {
      return inserted;
    }
    String rest = after.substring(1);
    Stream<String> others =
        Stream.concat(letters().map(letter -> before + letter + rest), Stream.of(before + rest));
    Stream<String> swapped =
        rest.isEmpty()
            ? Stream.of()
            : Stream.of(before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
    return Stream.of(inserted, others, swapped).flatMap(edit -> edit);
  }

  private static Stream<String> letters() {
    return IntStream.rangeClosed('a', 'z').mapToObj(Character::toString);
  }

  /** The dictionary may be shared, a lookup in it may not. */
  private static List<WordData> lookup(String word) {
    return word.isEmpty() ? List.of() : new DictionaryLookup(WORDS).lookup(word);
  }

  private static Dictionary read(String path) {
    try (InputStream words = open(path + ".dict");
        InputStream metadata = open(path + ".info")) {
      return Dictionary.read(words, metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(Vocabulary.class.getResourceAsStream(path), path);
  }
}
