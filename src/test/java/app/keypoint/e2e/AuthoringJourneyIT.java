package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An instructor writes a quiz on an article by the keyboard alone and publishes it to a cohort; a
 * learner takes it; the author changes a question, sees what that means, compares and restores.
 *
 * <p>{@code -Dkeypoint.typing.delay=300} writes as fast as a person, 40 words a minute, and waits
 * as long as it takes to read and to think; the minutes of each step are printed then.
 */
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

  /** Between two keys, in milliseconds. */
  private static final int DELAY = Integer.getInteger("keypoint.typing.delay", 0);

  private Visitor author;
  private long since = System.nanoTime();
  private int tabs;

  @Test
  void fromAnArticleToALearnerAndBack() {
    author = visitor().enterAs("instructor").open("write");
    String title = "Bees in winter";
    took("to sign in");
    writesTitleAndArticle(title);
    took("title and article");
    marksPassages();
    took("three passages");
    writesQuestions();
    took("five questions, a warning mended");
    triesOne();
    took("a trial");
    publishesToTheCohort();
    took("publishing");

    Visitor learner = visitor().enterAs("learner-02").open("quizzes");
    learner.page().getByText(title).first().waitFor();
    String quizId = author.page().url().replaceFirst(".*/write/([^/]+).*", "$1");
    takes(learner, quizId);

    changesAQuestion();
    comparesAndRestores(title);
  }

  private void writesTitleAndArticle(String title) {
    tabTo("New quiz");
    author.press("Enter");
    author.page().waitForURL("**/write/**");
    type(title);
    saved();
    author.press("Alt+ArrowDown");
    part("Article");
    keyboard().insertText(ARTICLE);
    saved();
    author.press(
        "Tab", "Tab", "Tab", "Space", "Tab"); // past plain text and the file: they may read
    saved();
    type("The winter hive");
    author.press("Tab");
    type("A. Keeper");
    author.press("Tab");
    type("Chapter one");
    saved();
  }

  private void marksPassages() {
    for (int passage = 1; passage <= 3; passage++) {
      reads(15);
      author.press("Alt+a");
      author.page().locator("kp-article:focus").waitFor();
      author.press("ArrowDown", "Shift+ArrowDown", "Enter");
      part("Key point " + passage);
      assertThat(author.page().getByLabel("Passage of the article, word for word").inputValue())
          .startsWith("Hive 1 keeps its honey at");
      type(List.POINTS[passage - 1]);
      author.press("Tab");
      type(List.POINTS[passage - 1] + " through all of the cold months.");
      saved();
    }
  }

  /** What is written in the journey. */
  private static final class List {
    static final String[] POINTS = {
      "A cluster of bees warms the hive", "Honey feeds the cluster", "A small door keeps mice out"
    };
    static final String[][] TYPED = {
      {"What do bees form to stay warm?", "a cluster"},
      {"What do bees in winter live on?", "honey"},
      {"Which animal does a small door keep out?", "the mouse"},
      {"Which insects live in a hive?", "bees"}
    };
  }

  private void writesQuestions() {
    reads(5);
    author.press("Control+Enter");
    part("Question 1");
    reads(10);
    type("What keeps the honey of a hive warm in winter?");
    author.press("Tab");
    in("option/a/text");
    type("The cluster of bees");
    author.press("Alt+r", "Enter");
    type("The sun on the roof");
    author.press("Tab");
    in("option/b/why");
    type("Winter sun is too weak.");
    author.press("Enter");
    type("The straw below it");
    saved();
    author.page().locator(".finding", containing("Say which misreading")).waitFor();
    reads(5);
    author.press("Tab");
    type("Straw keeps rain off and gives no warmth.");
    author.press("Enter", "Enter");
    in("explanation");
    type("Bees shiver together, and that warms what is inside.");
    saved();
    author.page().locator(".preview .opt").first().waitFor();

    for (int i = 0; i < List.TYPED.length; i++) {
      author.press("Control+Enter");
      part("Question " + (i + 2));
      reads(10);
      if (i == 0) {
        author.press("Alt+3");
      }
      type(List.TYPED[i][0]);
      author.press("Tab");
      in("answer");
      type(List.TYPED[i][1]);
      author.press("Tab");
      in("explanation");
      type("The keeper of the hive says so in the first chapter of it.");
      saved();
      if (i == 0) {
        author.press("Tab", "Tab"); // past the image: what else counts is within reach
        in("accept");
        author.press("Tab", "Tab");
        in("wrong/0/text");
        author.press("Enter");
        in("passage");
      }
    }
    assertThat(author.page().locator(".outline .question-entry").count()).isEqualTo(5);
    author.page().locator(".editor-head", containing("Nothing to mend")).waitFor();
  }

  private void triesOne() {
    author.press("Alt+ArrowUp", "Alt+p");
    author.page().waitForURL("**/try/**");
    author.settle();
    reads(5);
    type("the mouse");
    author.press("Enter");
    author.page().getByText("On trial: nothing is kept.").waitFor();
    reads(10);
    author.press("Escape");
    author.page().waitForURL("**/write/**");
    author.settle();
  }

  private void publishesToTheCohort() {
    author.press("Alt+Enter");
    author.page().getByText("Learners meet it when they next take the quiz.").first().waitFor();
    reads(15);
    author.settle();
    tabTo("Publish");
    author.press("Enter");
    author.page().getByText("Who gets this quiz").waitFor();
    reads(5);
    tabTo("Demo cohort");
    author.press("Space", "Escape");
  }

  /** Five questions, each with its passage and the way back to the article. */
  private static void takes(Visitor learner, String quizId) {
    learner.open("quiz/" + quizId);
    learner.page().locator("details.article summary").click();
    learner.page().getByText("Hive 30 keeps its honey").first().waitFor();
    learner.open("quiz/" + quizId + "/start");
    learner.page().waitForURL("**/attempt/**");
    for (int i = 0; i < 5; i++) {
      learner.settle();
      Locator options = learner.page().locator(".opt");
      if (options.count() > 0) {
        options.first().click();
      } else {
        learner.page().locator("input").first().fill("bees");
        learner.press("Enter");
      }
      Locator explanation = learner.page().locator(".explanation");
      explanation.waitFor();
      assertThat(explanation.locator("blockquote").innerText()).startsWith("Hive 1 keeps");
      assertThat(explanation.getByText("Read the article").getAttribute("href"))
          .endsWith("quiz/" + quizId + "?article");
      learner.settle();
      learner.press("Enter");
      explanation.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
    learner.page().waitForURL("**/score");
  }

  /** The learner has all five in review by now. */
  private void changesAQuestion() {
    author.press("Alt+ArrowUp", "Alt+ArrowDown");
    part("Question 4");
    author.press("End");
    type(" Say its name.");
    saved();
    author.press("Alt+ArrowDown");
    part("Question 5");
    author.press("Tab", "End");
    in("answer");
    type(" of honey");
    saved();
    author.press("Control+Enter");
    part("Question 6");
    type("What closes the door of a hive?");
    author.press("Tab");
    type("the keeper");
    author.press("Tab");
    type("The keeper of the hive says so in the first chapter of it.");
    saved();
    author.press("Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowUp");
    part("Question 3");
    author.press("Alt+x");
    author.page().locator(".item-head", containing("Take in again")).waitFor();
    author.press("Alt+Enter");
    means(List.TYPED[1][0], "Retired", "One learner is no longer asked it; the history stays.");
    means(
        List.TYPED[2][0] + " Say its name.",
        "Reworded",
        "One learner has it in review and keeps its schedule.");
    means(
        List.TYPED[3][0],
        "Changed",
        "One learner has it in review and keeps its schedule. Its statistics start anew.");
    means(
        "What closes the door of a hive?", "New", "Learners meet it when they next take the quiz.");
    assertThat(author.page().locator(".changes > li").count()).isEqualTo(4);
    author.page().getByText("2 questions go on unchanged.").waitFor();
    author.settle();
    tabTo("Publish");
    author.press("Enter");
    author.page().getByText("Edition 2 is published.").waitFor();
    author.settle();
  }

  private void comparesAndRestores(String title) {
    tabTo("History");
    author.press("Enter");
    author.page().waitForURL("**/editions/**");
    author.settle();
    assertThat(author.heading()).contains(title);
    tabTo("Compare with edition 1");
    author.press("Enter");
    author.page().getByText("What differs from edition 1 to 2").waitFor();
    author.findsThePageAccessible();
    author.page().getByText("Restore as draft").last().focus();
    author.press("Enter");
    author.page().waitForURL("**/write/**");
    author.page().getByText("The draft says again what edition 1 said.").waitFor();
  }

  /** What the list of changes says of a question: what becomes of it, and for whom. */
  private void means(String question, String... words) {
    Locator row = author.page().locator(".changes > li", containing(question));
    row.waitFor();
    assertThat(row.innerText()).contains(words);
    assertThat(words[0].equals("Reworded") && row.innerText().contains("start anew")).isFalse();
  }

  /** The field that has the focus, by its name. */
  private void in(String field) {
    assertThat(
            author
                .page()
                .evaluate("() => document.activeElement.closest('[data-field]')?.dataset.field"))
        .isEqualTo(field);
  }

  private void tabTo(String name) {
    for (int i = 0; i < 90; i++) {
      keyboard().press("Tab");
      if (DELAY > 0) {
        author.page().waitForTimeout(DELAY);
      }
      Object focused =
          author
              .page()
              .evaluate(
                  """
                  () => {
                    const at = document.activeElement;
                    return at.localName === 'kp-article' ? at.localName
                        : at.innerText || at.ariaLabel || at.labels?.[0]?.innerText || '';
                  }
                  """);
      if (String.valueOf(focused).strip().equals(name)) {
        tabs += i + 1;
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
    keyboard().type(text, new Keyboard.TypeOptions().setDelay(DELAY));
  }

  /** What a person needs to look at something or to think of it. */
  private void reads(int seconds) {
    if (DELAY > 0) {
      author.page().waitForTimeout(seconds * 1_000);
    }
  }

  private void took(String step) {
    if (DELAY > 0) {
      System.out.printf(
          "%s: %.1f minutes, %d times Tab to find something%n",
          step, (System.nanoTime() - since) / 60e9, tabs);
    }
    since = System.nanoTime();
    tabs = 0;
  }

  /** This part is open, and its first field has the focus. */
  private void part(String heading) {
    author.page().locator(".item-head h2", containing(heading)).waitFor();
    Locator field =
        author.page().locator(".item-form :is(vaadin-text-field,vaadin-text-area)[focused]");
    field.first().waitFor();
    author.settle();
  }

  private static LocatorOptions containing(String text) {
    return new LocatorOptions().setHasText(text);
  }

  /** What was typed is kept within two seconds. */
  private void saved() {
    author
        .page()
        .waitForFunction(
            "() => { const s = document.querySelector('.saved');"
                + " return s && s.textContent && s.dataset.state !== 'saving'; }",
            null,
            new WaitForFunctionOptions().setTimeout(2000));
    author.settle();
  }
}
