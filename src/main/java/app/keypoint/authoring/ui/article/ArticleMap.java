package app.keypoint.authoring.ui.article;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.ui.preview.Trial;
import app.keypoint.content.Passages;
import app.keypoint.content.Quiz;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** A draft's: what a question asks about is what its feedback will show. */
  static ArticleMap of(Draft draft) {
    Quiz.Article article = Trial.article(draft);
    return of(
        Passages.of(article.text()),
        draft.live(ItemKind.KEY_POINT).stream().flatMap(p -> own(article, p)).toList(),
        draft.live(ItemKind.QUESTION).stream().flatMap(q -> asked(article, q)).toList());
  }

  private static Stream<String> own(Quiz.Article article, DraftItem point) {
    return Stream.ofNullable(article.passages().get(point.id()));
  }

  private static Stream<String> asked(Quiz.Article article, DraftItem question) {
    String point = ((ItemBody.Question) question.body()).keyPointId();
    return article.passageFor(question.id(), point).stream();
  }

  /**
   * The same of an article's words.
   *
   * @param points passages of key points
   * @param questions passages that questions ask about
   */
  static ArticleMap of(Passages article, List<String> points, List<String> questions) {
    List<List<Passages.Part>> saying = found(article, points);
    List<List<Passages.Part>> asking = found(article, questions);
    List<List<Sentence>> paragraphs = new ArrayList<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    for (int nth = 0; nth < article.paragraphs().size(); nth++) {
      String words = article.paragraphs().get(nth);
      sentences.setText(words);
      List<Sentence> list = new ArrayList<>();
      int from = sentences.first();
      for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
        Passages.Part place = new Passages.Part(nth, from, to);
        list.add(
            new Sentence(
                words.substring(from, to), meeting(place, saying), meeting(place, asking)));
      }
      paragraphs.add(list);
    }
    return new ArticleMap(paragraphs);
  }

  /** How many sentences no question asks about. */
  int unasked() {
    return (int) paragraphs.stream().flatMap(List::stream).filter(s -> s.questions() == 0).count();
  }

  /** Where passages stand; those that the article does not have are left out. */
  private static List<List<Passages.Part>> found(Passages article, Collection<String> passages) {
    Map<String, Optional<List<Passages.Part>>> found = new HashMap<>();
    return passages.stream()
        .flatMap(passage -> found.computeIfAbsent(passage, article::find).stream())
        .toList();
  }

  private static int meeting(Passages.Part sentence, List<List<Passages.Part>> passages) {
    return (int)
        passages.stream()
            .filter(parts -> parts.stream().anyMatch(part -> meet(part, sentence)))
            .count();
  }

  private static boolean meet(Passages.Part one, Passages.Part other) {
    return one.paragraph() == other.paragraph()
        && one.from() < other.to()
        && other.from() < one.to();
  }
}
