package app.keypoint.authoring.ui.article;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.ui.SomeDraft;
import app.keypoint.authoring.ui.article.ArticleMap.Sentence;
import app.keypoint.content.Passages;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleMapTest {

  private static final String ARTICLE = "Bees dance. They shiver too.\n\nHoney keeps.";

  @Test
  void saysOfEachSentenceHowOftenItIsAskedAbout() {
    ArticleMap map =
        ArticleMap.of(
            Passages.of(ARTICLE),
            List.of("They shiver too."),
            List.of("dance. They", "shiver", "not in it", "", "Bees"));

    assertThat(map.paragraphs())
        .containsExactly(
            List.of(new Sentence("Bees dance. ", 0, 2), new Sentence("They shiver too.", 1, 2)),
            List.of(new Sentence("Honey keeps.", 0, 0)));
    assertThat(map.unasked()).isOne();
  }

  @Test
  void aPassageOverTwoParagraphsIsAboutSentencesOfBoth() {
    ArticleMap map =
        ArticleMap.of(Passages.of(ARTICLE), List.of(), List.of("They shiver\ntoo.\n\nHoney"));
    assertThat(map.paragraphs())
        .containsExactly(
            List.of(new Sentence("Bees dance. ", 0, 0), new Sentence("They shiver too.", 0, 1)),
            List.of(new Sentence("Honey keeps.", 0, 1)));
  }

  @Test
  void aQuestionWithoutAPassageAsksAboutThatOfItsKeyPointAsItsFeedbackSays() {
    ArticleMap map =
        ArticleMap.of(
            new SomeDraft()
                .article(ARTICLE)
                .point("keeping", "Honey keeps.")
                .point("unasked", "Bees dance.")
                .question("own", "unasked", "They shiver too.")
                .question("of the point", "keeping", "")
                .retired("gone", "unasked")
                .draft());
    assertThat(map.paragraphs())
        .containsExactly(
            List.of(new Sentence("Bees dance. ", 1, 0), new Sentence("They shiver too.", 0, 1)),
            List.of(new Sentence("Honey keeps.", 1, 1)));
  }

  @Test
  void sentencesOfAParagraphAreItsWordsAsTheyStand() {
    String together =
        String.join(
            "",
            ArticleMap.of(Passages.of(ARTICLE), List.of(), List.of())
                .paragraphs()
                .getFirst()
                .stream()
                .map(Sentence::text)
                .toList());
    assertThat(ARTICLE).contains(together);
  }

  @Test
  void chineseSentencesAreToldApartToo() {
    assertThat(
            ArticleMap.of(Passages.of("蜜蜂跳舞。它们也发抖！为什么？"), List.of(), List.of("它们也发抖")).paragraphs())
        .containsExactly(
            List.of(
                new Sentence("蜜蜂跳舞。", 0, 0),
                new Sentence("它们也发抖！", 0, 1),
                new Sentence("为什么？", 0, 0)));
  }

  @Test
  void anEmptyArticleHasNoSentences() {
    assertThat(ArticleMap.of(Passages.of(" \n\n "), List.of(), List.of()).paragraphs()).isEmpty();
  }
}
