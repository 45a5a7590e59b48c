package app.keypoint.authoring.ui;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An article sentence by sentence, and how much of what is written is about each.
 *
 * @param paragraphs sentences of each paragraph
 */
record ArticleMap(List<List<Sentence>> paragraphs) {

  /**
   * A sentence.
   *
   * @param text with the space that follows it in its paragraph
   * @param points how many key points quote some of it
   * @param questions how many questions ask about some of it
   */
  record Sentence(String text, int points, int questions) {}

  /**
   * @param points passages of key points
   * @param questions passages of questions
   */
  static ArticleMap of(String text, List<String> points, List<String> questions) {
    List<Span> saying = spans(text, points);
    List<Span> asking = spans(text, questions);
    List<List<Sentence>> paragraphs = new ArrayList<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    for (Span paragraph : paragraphs(text)) {
      String words = text.substring(paragraph.from(), paragraph.to());
      sentences.setText(words);
      List<Sentence> list = new ArrayList<>();
      int from = sentences.first();
      for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
        Span place = new Span(paragraph.from() + from, paragraph.from() + to);
        list.add(new Sentence(words.substring(from, to), place.met(saying), place.met(asking)));
      }
      paragraphs.add(list);
    }
    return new ArticleMap(paragraphs);
  }

  /** How many sentences no question asks about. */
  int unasked() {
    return (int) paragraphs.stream().flatMap(List::stream).filter(s -> s.questions() == 0).count();
  }

  private record Span(int from, int to) {
    int met(List<Span> others) {
      return (int) others.stream().filter(other -> other.from < to && from < other.to).count();
    }
  }

  private static List<Span> spans(String text, List<String> quotes) {
    List<Span> spans = new ArrayList<>();
    for (String quote : quotes) {
      String words = quote.strip();
      int at = words.isEmpty() ? -1 : text.indexOf(words);
      if (at >= 0) {
        spans.add(new Span(at, at + words.length()));
      }
    }
    return spans;
  }

  /** Between empty lines. */
  private static List<Span> paragraphs(String text) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf("\n\n", from);
      int to = end < 0 ? text.length() : end;
      if (!text.substring(from, to).isBlank()) {
        spans.add(new Span(from, to));
      }
      from = end < 0 ? text.length() : end + 2;
    }
    return spans;
  }
}
