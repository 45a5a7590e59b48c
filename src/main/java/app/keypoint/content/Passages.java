package app.keypoint.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of an article, paragraph by paragraph, and where passages stand in them. A passage is
 * found by its words alone: breaks of lines and Markdown's marks do not count.
 *
 * @param paragraphs the words of each, as a reader sees them
 */
public record Passages(List<String> paragraphs) {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  public Passages {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Those of an article in Markdown. */
  public static Passages of(String article) {
    return new Passages(Markdown.paragraphs(article));
  }

  /** Where a passage stands first; several parts when it goes over paragraphs. */
  public Optional<List<Part>> find(String passage) {
    String words = SPACES.matcher(passage.strip()).replaceAll(" ");
    int from = words.isEmpty() ? -1 : String.join(" ", paragraphs).indexOf(words);
    if (from < 0) {
      return Optional.empty();
    }
    int to = from + words.length();
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      int end = start + paragraphs.get(i).length();
      if (from < end && to > start) {
        parts.add(new Part(i, Math.max(from, start) - start, Math.min(to, end) - start));
      }
      start = end + 1;
    }
    return Optional.of(List.copyOf(parts));
  }

  /**
   * A part of a passage.
   *
   * @param paragraph from 0
   * @param from the first character, from 0
   * @param to after the last
   */
  public record Part(int paragraph, int from, int to) {}
}
