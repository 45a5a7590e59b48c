package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passages are marked by mouse and by touch, and the map of the article explains itself. */
class ArticleMarksIT extends BrowserTest {

  private static final String ARTICLE =
      "Bees dance. They shiver too.\n\nHoney keeps. It never spoils.\n\nWax is warm.";

  private Visitor author;

  /** A quiz of its own with an article. */
  private void writing(Look look) {
    author = visitor(look).enterAs("instructor").open("write");
    author.page().getByText("New quiz").first().click();
    author.page().waitForURL("**/write/*/*");
    author.open(author.page().url().replaceFirst("^.*/(write/[^/]+)/.*$", "$1/article"));
    author.page().getByLabel("Text, paragraphs divided by empty lines").fill(ARTICLE);
    sentence("Wax is warm.").waitFor();
    author.settle();
  }

  private Locator sentence(String words) {
    return author.page().locator("kp-article [role=option]", containing(words));
  }

  private static com.microsoft.playwright.Page.LocatorOptions containing(String words) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(words);
  }

  private void makePoint() {
    author.page().locator("[data-article-key=Enter]").click();
    author.settle();
  }

  private String passage() {
    Locator field = author.page().getByLabel("Passage of the article, word for word");
    field.waitFor();
    return field.inputValue();
  }

  @Test
  void aSelectionThatGoesOnBeyondTheArticleIsTakenAsFarAsTheArticleGoes() {
    writing(Look.USUAL);
    sentence("Bees dance.").click();
    author
        .page()
        .evaluate(
            "() => { const words = [...document.querySelectorAll('kp-article [role=option]')].at(-2);"
                + " getSelection().setBaseAndExtent(words.firstChild, 3, document.body,"
                + " document.body.childNodes.length); }");
    makePoint();
    assertThat(passage()).isEqualTo("never spoils.\n\nWax is warm.");
  }

  @Test
  void byTouchASecondTapTakesAllUpToThereAndAThirdLetsGo() {
    writing(Look.USUAL);
    tap("They shiver");
    tap("It never");
    assertThat(marked()).isEqualTo(3);
    tap("Honey");
    assertThat(marked()).isZero();
    tap("Honey");
    tap("Bees");
    makePoint();
    assertThat(passage()).isEqualTo("Bees dance. They shiver too.\n\nHoney keeps.");
  }

  private void tap(String words) {
    sentence(words).dispatchEvent("pointerdown", Map.of("pointerType", "touch", "bubbles", true));
    sentence(words).dispatchEvent("click");
  }

  private int marked() {
    return author.page().locator("kp-article [aria-selected=true]").count();
  }

  @Test
  void whoHasMarkedNothingIsToldToDoSoFirst() {
    writing(Look.USUAL);
    makePoint();
    author.page().getByText("Mark some words of the article first.").first().waitFor();
    assertThat(author.page().url()).as("no key point was made").endsWith("/article");
  }

  /** Room for the form, and the article beside it as long as a window has the width. */
  @ParameterizedTest
  @MethodSource("looks")
  void theFormHasRoomAndTheArticleIsBesideIt(Look look) {
    writing(look);
    sentence("Bees dance.").click();
    makePoint();
    assertThat(passage()).isEqualTo("Bees dance.");
    author.press("Control+Enter");
    author.page().locator(".preview").waitFor();
    author.page().locator(".article-pane .legend").waitFor();
    author.page().locator("kp-article .point").first().waitFor();
    assertThat(
            author
                .page()
                .locator("kp-article .point")
                .first()
                .evaluate("e => getComputedStyle(e, '::before').content"))
        .as("a sign besides the colour")
        .asString()
        .contains("◆");
    author.screenshot(Path.of("target", "e2e", "ArticleMarksIT-" + look + ".png"));
    author.findsThePageFitting();
    author.findsThePageAccessible();
    if (look.width() > 960) {
      double form = box(".item-card", "width");
      assertThat(form).isGreaterThan(look.width() * 0.4);
      assertThat(box(".article-pane", "left")).isGreaterThan(box(".item-card", "right"));
    }
  }

  private static Stream<Look> looks() {
    return Stream.concat(
        Stream.of(1280, 1201, 1100, 970, Look.PHONE)
            .map(width -> new Look(ColorScheme.LIGHT, width, "en-US")),
        Stream.of(new Look(ColorScheme.DARK, 1100, "en-US")));
  }

  private double box(String part, String side) {
    return ((Number)
            author
                .page()
                .locator(part)
                .evaluate("(e, side) => e.getBoundingClientRect()[side]", side))
        .doubleValue();
  }
}
