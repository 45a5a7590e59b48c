package app.keypoint.authoring.internal.article;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.internal.Printable;
import app.keypoint.content.Markdown;
import app.keypoint.content.Passages;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedArticleTest {

  @Test
  void aPageBecomesParagraphsHeadingsAndItems() {
    assertThat(
            PastedArticle.ofHtml(
                """
                <html><head><title>No</title><style>p {}</style></head><body>
                <nav>Menu</nav><h1>On bees</h1>
                <div>Bees <b>dance</b>
                  in the dark.<p>So it is <a href="https://example.org">said</a>.</p></div>
                <ul><li>One</li><li>Two</li></ul><blockquote><p>Quoted</p></blockquote></body></html>
                """))
        .isEqualTo(
            """
            ## On bees

            Bees dance in the dark.

            So it is said.

            - One

            - Two

            Quoted""");
  }

  @Test
  void linesThatEndAsSentencesDoAreParagraphsWhereNoLineIsEmpty() {
    assertThat(PastedArticle.ofText("On bees\nThey dance. Often.\n“Why?”\nNobody knows."))
        .isEqualTo("On bees\n\nThey dance. Often.\n\n“Why?”\n\nNobody knows.");
    assertThat(PastedArticle.ofText("Bees dance in\nthe dark, and it\nis said so."))
        .isEqualTo("Bees dance in the dark, and it is said so.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a<script>alert(1)</script>b</p>",
        "<p onclick=alert(1)>ab</p>",
        "<a href='javascript:alert(1)'>ab</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>ab</a>",
        "<img src=x onerror=alert(1)>ab",
        "<svg><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>ab",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>ab",
        "<math><mtext><script>alert(1)</script></mtext></math>ab",
        "<style>@import 'https://example.org/x'</style>ab",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>ab",
        "&lt;script&gt;alert(1)&lt;/script&gt;ab",
        "[ab](javascript:alert(1))",
        "![ab](data:image/svg+xml,x)"
      })
  void nothingButWordsComesThrough(String hostile) {
    String html = Markdown.html(PastedArticle.ofHtml(hostile));
    assertThat(html).contains("b").doesNotContainPattern("(?i)<(script|a|img|svg|iframe|style)\\b");
    assertThat(html).doesNotContain("javascript:alert(1)\"", "onerror=\"");
  }

  @Test
  void pastedMarkdownRunsNothingEither() {
    String html =
        Markdown.html(
            PastedArticle.ofMarkdown(
                "[a](javascript:alert(1)) <script>x</script>\n\n![b](data:x)"));
    assertThat(html).doesNotContain("javascript:", "<script", "data:");
  }

  @Test
  void aPageOfEndlesslyNestedElementsIsReadAsFarAsItGoes() {
    assertThat(PastedArticle.ofHtml("<div>a".repeat(30_000))).startsWith("a");
  }

  @Property(tries = 300)
  void wordsStayTheWordsThatTheyWere(@ForAll @StringLength(max = 60) String typed) {
    String words = Printable.text(typed).replaceAll("[\\s\\p{Z}]+", " ").strip();
    List<String> kept = Passages.of(PastedArticle.ofText(words)).paragraphs();
    assertThat(String.join(" ", kept)).isEqualTo(words);
  }

  @Property(tries = 500)
  void whatIsPlainAlreadyStaysAsItIsWithMoreBehindIt(
      @ForAll @StringLength(max = 40) @Chars({'*', '\\', '_', '#', '1', '.', ' ', '\n', 'a', '<'})
          String typed,
      @ForAll @StringLength(max = 40) @Chars({'*', '\\', '_', '#', '1', '.', ' ', '\n', 'a', '<'})
          String pasted) {
    String once = PastedArticle.ofPartlyEscaped(typed);
    assertThat(PastedArticle.ofPartlyEscaped(once)).isEqualTo(once);
    assertThat(PastedArticle.ofPartlyEscaped(PastedArticle.ofText(typed)))
        .isEqualTo(PastedArticle.ofText(typed));
    String more = once + "\n\n" + pasted.strip();
    assertThat(PastedArticle.ofPartlyEscaped(more)).startsWith(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\\server\\share",
        "C:\\_tmp and *",
        "Matches \\[a-z]* only",
        "\\(x_1 < \\frac{a}{b}\\)",
        "\\# and *"
      })
  void backslashesAreWordsThatAreTakenAsTheyAre(String words) {
    String once = PastedArticle.ofPartlyEscaped(words);
    assertThat(Passages.of(once).paragraphs()).containsExactly(words);
    assertThat(PastedArticle.ofPartlyEscaped(once)).isEqualTo(once);
  }

  @Test
  void emptyLinesOfAPageEndItsParagraphsAsInAText() {
    assertThat(
            PastedArticle.ofHtml(
                "<div>One<br>goes on.<br><br>Two<br>&nbsp;<br/> \n<br>three</div>"
                    + "<ul><li>item<br><br>more of it</li></ul>"))
        .isEqualTo("One goes on.\n\nTwo\n\nthree\n\n- item\n\nmore of it");
    assertThat(PastedArticle.ofHtml("a" + "<br>".repeat(90_000) + "b")).isEqualTo("a\n\nb");
  }

  @Test
  void marksOfMarkdownInAPlainTextAreWords() {
    for (String words :
        List.of(
            "# no heading",
            "1. no list",
            "- no list",
            "a *b* c",
            "_x_ snake_case",
            "a [b](c)",
            "<b>x</b> &amp; y",
            "> no quote",
            "`code`",
            "\\ backslash",
            "=== x",
            "a & b")) {
      assertThat(Passages.of(PastedArticle.ofText(words)).paragraphs()).containsExactly(words);
    }
  }

  @Test
  void whatLearnersReadAsCodeOrRawHtmlHasPassagesAsAnythingElse() {
    Passages article =
        Passages.of(
            "# Bees\nThey dance.\n\n    Indented here.\n\n<p>Of a page.</p>\n\n```\nx = 1\n\ny = 2\n```"
                + "\n- One\n- Two\n\n> Quoted\n\n***");
    assertThat(article.paragraphs())
        .containsExactly(
            "Bees",
            "They dance.",
            "Indented here.",
            "<p>Of a page.</p>",
            "x = 1 y = 2",
            "One",
            "Two",
            "Quoted");
    assertThat(article.find("dance. Indented")).isPresent();
  }

  @Test
  void passagesAreFoundByTheirWordsAlsoOverParagraphs() {
    Passages article = Passages.of("Bees *dance*\nin the dark.\n\nThey tell where food is.");
    assertThat(article.find("dance in  the")).contains(List.of(new Passages.Part(0, 5, 17)));
    assertThat(article.find("dark. They"))
        .contains(List.of(new Passages.Part(0, 18, 23), new Passages.Part(1, 0, 4)));
    assertThat(article.find("wasps")).isEmpty();
    assertThat(article.find(" ")).isEmpty();
  }
}
