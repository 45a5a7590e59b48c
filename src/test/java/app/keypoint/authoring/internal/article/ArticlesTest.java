package app.keypoint.authoring.internal.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Articles.Brought;
import app.keypoint.authoring.Articles.Format;
import app.keypoint.authoring.Articles.Reason;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.WrittenQuestion;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthoringTest
class ArticlesTest {

  @Autowired Articles articles;
  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;

  private Account author;
  private String draft;
  private String question;
  private String point;
  private WrittenQuiz written;

  @BeforeEach
  void aQuiz() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    written = new WrittenQuiz(drafts, author.id(), draft);
    question = written.complete();
    point = drafts.draft(author.id(), draft).live(ItemKind.KEY_POINT).getFirst().id();
    written.change(
        point,
        new ItemBody.KeyPoint(
            "Dances tell of food",
            "What dances are for",
            "A dance tells where food is.",
            1,
            "tells the hive where food is"));
  }

  @Test
  void anEditThatTakesAPassageAwayIsAFinding() {
    assertThat(drafts.checked(author.id(), draft).check().of(point))
        .extracting("rule")
        .doesNotContain("lost-passage");
    written.article("Bees dance.\n\nThe dance is about food.");
    assertThat(drafts.checked(author.id(), draft).check().of(point))
        .filteredOn(finding -> finding.rule().equals("lost-passage"))
        .extracting("field")
        .containsExactly("passage");
  }

  @Test
  void learnersGetArticleAndPassageWithTheQuizAndAnEditOfThemMakesNoVersion() {
    publish();
    long version = catalogue.question(question).orElseThrow().id();
    Quiz.Article article = catalogue.quiz(draft).orElseThrow().article();
    assertThat(article.opens()).isTrue();
    assertThat(article.passageFor(catalogue.question(question).orElseThrow().question()))
        .contains("tells the hive where food is");
    ItemBody.Question body =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(question).orElseThrow().body();
    written.change(
        question,
        WrittenQuestion.of(
            body.type(),
            body.keyPointId(),
            body.stem(),
            body.options(),
            body.answer(),
            body.accept(),
            body.wrong(),
            body.typos(),
            body.exact(),
            body.explanation(),
            "Bees dance."));
    publish();
    assertThat(catalogue.question(question).orElseThrow().id()).isEqualTo(version);
    assertThat(
            catalogue
                .quiz(draft)
                .orElseThrow()
                .article()
                .passageFor(catalogue.question(question).orElseThrow().question()))
        .contains("Bees dance.");
  }

  @Test
  void anArticleMayBeLongAndNotEndless() {
    String page = "<p>Bees dance in the dark of the hive.</p>".repeat(2_000);
    assertThat(articles.paragraphs(author.id(), page, Format.HTML)).hasSizeGreaterThan(60_000);
    assertThatThrownBy(() -> articles.paragraphs(author.id(), "word ".repeat(30_000), Format.TEXT))
        .isInstanceOf(Articles.TooLong.class);
    assertThatThrownBy(() -> articles.paragraphs(author.id(), "x".repeat(10_000_000), Format.HTML))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void aFileComesAsParagraphsWithNothingInThemThatRuns() {
    assertThat(brought("a.txt", "Bees *dance*.\r\n\r\nThey do."))
        .isEqualTo(new Brought.Paragraphs("Bees \\*dance\\*.\n\nThey do."));
    assertThat(brought("a.b.MD", "Bees *dance*."))
        .isEqualTo(new Brought.Paragraphs("Bees *dance*."));
    assertThat(
            brought(
                "page.html",
                "<p onclick=alert(1)>Bees <a href='javascript:x'>dance</a>.<script>x</script>"))
        .isEqualTo(new Brought.Paragraphs("Bees dance."));
    assertThat(articles.fromFile(author.id(), "a.txt", "\uFEFF蜜蜂".getBytes(UTF_16LE)))
        .isEqualTo(new Brought.Paragraphs("蜜蜂"));
  }

  @Test
  void aFileThatCannotBeAnArticleIsRefusedWithWhatIsWrong() {
    assertThat(refused("a.docx", "PK".getBytes(UTF_8))).isEqualTo(Reason.OTHER_KIND);
    assertThat(refused("txt/../..", "x".getBytes(UTF_8))).isEqualTo(Reason.OTHER_KIND);
    assertThat(refused("a.txt", new byte[] {'P', 'K', 3, 4, 20, (byte) 0xff}))
        .isEqualTo(Reason.NOT_TEXT);
    assertThat(refused("a.md", "a\u0000b".getBytes(UTF_8))).isEqualTo(Reason.NOT_TEXT);
    assertThat(refused("a.txt", "Bienenkönigin".getBytes(ISO_8859_1))).isEqualTo(Reason.ENCODING);
    assertThat(refused("a.txt", new byte[Articles.MAX_FILE + 1])).isEqualTo(Reason.TOO_BIG);
    assertThat(refused("a.txt", "x".repeat(Articles.MAX_BROUGHT + 1).getBytes(UTF_8)))
        .isEqualTo(Reason.TOO_BIG);
    assertThat(refused("a.txt", "word ".repeat(30_000).getBytes(UTF_8))).isEqualTo(Reason.TOO_LONG);
    assertThat(refused("a.html", "<script>words</script>".getBytes(UTF_8))).isEqualTo(Reason.EMPTY);
    assertThatThrownBy(() -> articles.fromFile(author.id(), "a.txt", new byte[10_000_000]))
        .isInstanceOf(ConstraintViolationException.class);
  }

  private Brought brought(String name, String content) {
    return articles.fromFile(author.id(), name, content.getBytes(UTF_8));
  }

  private Reason refused(String name, byte[] file) {
    return ((Brought.Refused) articles.fromFile(author.id(), name, file)).reason();
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }
}
