package app.keypoint.content.file;

import app.keypoint.content.Option;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of a question. Computed from the record itself, so that neither the layout of the file
 * nor that of the stored JSON has a part in it. A change here gives every question a new version.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /** Of all that is shown or counts. */
  public static String version(Question question) {
    List<String> parts = keyed(question, true);
    parts.add(question.keyPointId());
    parts.add(question.stem());
    parts.add(question.explanation());
    Picture picture = question.picture();
    if (picture != null) {
      parts.add(picture.hash());
      parts.add(picture.alt());
    }
    return hash(parts);
  }

  /**
   * Of what item statistics depend on: the options or what counts as right when typed. Neither
   * wording around them nor their order matters.
   */
  public static String series(Question question) {
    return hash(keyed(question, false));
  }

  private static List<String> keyed(Question question, boolean wording) {
    List<String> parts = new ArrayList<>();
    parts.add(question.getClass().getSimpleName());
    switch (question) {
      case Question.Choice choice -> {
        List<Option> options =
            wording
                ? choice.options()
                : choice.options().stream().sorted(Comparator.comparing(Option::id)).toList();
        for (Option option : options) {
          parts.add(option.id());
          parts.add(option.text());
          parts.add(String.valueOf(option.correct()));
          parts.add(wording && option.why() != null ? option.why() : "");
        }
      }
      case Question.Typed typed -> {
        for (TypedKey key : typed.keys()) {
          if (typed.keys().size() > 1) {
            // So that what is wrong in one blank cannot run into the key of the next.
            parts.add(String.valueOf(key.wrong().size()));
          }
          parts.addAll(keyed(key, wording));
        }
      }
    }
    return parts;
  }

  private static List<String> keyed(TypedKey key, boolean wording) {
    List<String> parts = new ArrayList<>();
    parts.add(key.answer());
    parts.add(String.valueOf(key.typos()));
    parts.add(String.valueOf(key.accept().size()));
    parts.addAll(wording ? key.accept() : key.accept().stream().sorted().toList());
    List<WrongAnswer> wrongs =
        wording
            ? key.wrong()
            : key.wrong().stream().sorted(Comparator.comparing(WrongAnswer::text)).toList();
    for (WrongAnswer wrong : wrongs) {
      parts.add(wrong.text());
      parts.add(wording ? wrong.why() : "");
    }
    return parts;
  }

  /** Each part goes in with its length, so that no two lists of parts run together. */
  static String hash(List<String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
