package app.keypoint.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void rendersEmphasisAndCode() {
    assertThat(Markdown.html("a *b* **c** `d`"))
        .isEqualTo("a <em>b</em> <strong>c</strong> <code>d</code>");
  }

  @Test
  void keepsParagraphsApart() {
    assertThat(Markdown.html("one\n\ntwo")).isEqualTo("<p>one</p>\n<p>two</p>");
  }

  @Test
  void showsRawHtmlAsText() {
    assertThat(Markdown.html("<script>alert(1)</script> <b onclick=x>hi</b>"))
        .doesNotContain("<script")
        .doesNotContain("<b ")
        .contains("&lt;script&gt;");
  }

  @Test
  void dropsDangerousLinks() {
    assertThat(Markdown.html("[x](javascript:alert(1))")).doesNotContain("javascript");
    assertThat(Markdown.html("[x](https://example.org)")).contains("https://example.org");
  }

  @Test
  void givesTheWordsAlone() {
    assertThat(Markdown.text("a *b*\n`c`\n\n- d\n- [e](https://example.org)\n"))
        .isEqualTo("a b c d e");
  }

  @Test
  void wordsOfCodeHeadingsAndRawHtmlAreWordsToo() {
    assertThat(Markdown.text("# a\nb\n\n    c  d\n\n```js\ne\n\nf\n```\n<div>\ng\n"))
        .isEqualTo("a b c d e f <div> g");
  }

  @Test
  void theBlankOfAClozeHidesItsAnswer() {
    TypedKey key = new TypedKey("fame", java.util.List.of(), java.util.List.of(), true);
    Question cloze = new Question.Cloze("q", "kp", "To win {{fame::renown}} first.", key, "...");
    assertThat(Markdown.text(cloze.prompt())).isEqualTo("To win _____ first.");
  }
}
