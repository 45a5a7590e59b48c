package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An instructor writes a quiz about an article by the keyboard alone. */
class AuthoringJourneyIT extends BrowserTest {

  /** Fifteen hundred words, in paragraphs of five sentences. */
  private static final String ARTICLE =
      IntStream.rangeClosed(1, 30)
          .mapToObj(
              paragraph ->
                  IntStream.rangeClosed(1, 5)
                      .mapToObj(
                          nth ->
                              "Hive %d keeps its honey at %d degrees all winter long."
                                  .formatted(paragraph, 20 + nth))
                      .collect(Collectors.joining(" ")))
          .collect(Collectors.joining("\n\n"));

  private Visitor author;

  @Test
  void writesAQuizFromAnArticle() {
    author = visitor().signInAs("instructor").open("write");
    tabTo("New quiz");
    author.press("Enter");
    author.page().waitForURL("**/write/**");
    type("Bees in winter");
    saved();

    author.press("Alt+ArrowDown");
    keyboard().insertText(ARTICLE);
    saved();
    field("Title of the article").press("Tab");
    assertThat(outline()).contains("Article");
    field("Title of the article").focus();
    type("The winter hive");
    author.press("Tab");
    type("A. Keeper");
    author.press("Tab");
    type("Chapter one");
    saved();

    for (int passage = 1; passage <= 3; passage++) {
      author.page().locator("kp-article").focus();
      author.press("ArrowDown", "ArrowDown");
      for (int more = 0; more < passage; more++) {
        author.press("Shift+ArrowDown");
      }
      author.press("Enter");
      author.page().locator(".item-head h2", containing("Key point " + passage)).waitFor();
      author.settle();
      type("Bees keep warm, part " + passage);
      author.press("Tab");
      type("The cluster keeps honey warm in winter, says part " + passage + ".");
      saved();
      if (passage == 1) {
        author.screenshot(Path.of("target", "e2e", "authoring-point.png"));
      }
    }

    author.press("Control+Enter");
    author.page().locator(".item-head h2", containing("Question 1")).waitFor();
    type("What keeps the honey of a hive warm in winter?");
    author.press("Tab", "Tab");
    type("The cluster of bees around it");
    author.press("Alt+r", "Enter");
    type("The sun on the roof of it");
    author.press("Tab");
    type("Winter sun is too weak.");
    author.press("Enter");
    type("The straw below the frames");
    saved();
    author.page().locator(".finding").first().waitFor();
    author.screenshot(Path.of("target", "e2e", "authoring-question.png"));
    assertThat(author.page().locator(".finding").allInnerTexts().toString())
        .contains("There is no `why` for a wrong answer.");
    author.press("Tab");
    type("Straw does not warm.");
    author.press("Enter", "Enter");
    type("Bees form a cluster and shiver.");
    saved();
    author.page().locator(".preview .opt").first().waitFor();
    author.screenshot(Path.of("target", "e2e", "authoring-preview.png"));

    author.press("Alt+p");
    author.page().waitForURL("**/try/**");
    author.settle();
    author.press("a", "Enter");
    author.screenshot(Path.of("target", "e2e", "authoring-try.png"));
    author.press("Escape");
    author.page().waitForURL("**/write/**");
    author.settle();
    author.findsThePageAccessible();
  }

  private void tabTo(String name) {
    for (int i = 0; i < 80; i++) {
      author.page().keyboard().press("Tab");
      Object focused =
          author.page().evaluate("document.activeElement?.innerText ?? document.activeElement?.ariaLabel");
      if (String.valueOf(focused).strip().equals(name)) {
        return;
      }
    }
    throw new AssertionError("No Tab leads to " + name);
  }

  private Keyboard keyboard() {
    return author.page().keyboard();
  }

  private void type(String text) {
    author.settle();
    keyboard().type(text);
  }

  private Locator field(String label) {
    return author.page().getByLabel(label).first();
  }

  private static com.microsoft.playwright.Page.LocatorOptions containing(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  private String outline() {
    return author.page().locator(".outline").innerText();
  }

  /** What was typed is kept within two seconds. */
  private void saved() {
    author
        .page()
        .waitForFunction(
            "() => { const s = document.querySelector('.saved');"
                + " return s && s.textContent && s.dataset.state !== 'saving'; }",
            null,
            new com.microsoft.playwright.Page.WaitForFunctionOptions().setTimeout(2000));
    author.settle();
  }
}
