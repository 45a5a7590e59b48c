package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An author types on while the server is killed with -9, or the connection is lost: at most the
 * last two seconds are not in the draft, and those are still in the browser. The number of kills is
 * the system property {@code keypoint.typing.kills}.
 */
@ExtendWith(Chromium.class)
@Tag("e2e")
@Tag("slow")
class LostServerIT {

  private static final int KILLS = Integer.getInteger("keypoint.typing.kills", 2);
  private static final Duration LOST_AT_MOST = Duration.ofSeconds(2);

  @TempDir static Path data;
  private static AuthorsServer server;

  private int words;

  @BeforeAll
  static void start() throws Exception {
    server = new AuthorsServer(data);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void ofWhatIsTypedTheLastTwoSecondsAtMostAreGoneWithTheServer(Browser browser) throws Exception {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      String place = "write/" + author.quizId() + "/" + author.part();
      Set<String> typed = new TreeSet<>();
      for (int kill = 1; kill <= KILLS; kill++) {
        visitor.page().getByLabel("The key point in one or two sentences of your own").focus();
        author.hit("Control+End");
        long[] killedAt = new long[1];
        CompletableFuture<Void> killed =
            CompletableFuture.runAsync(
                () -> {
                  server.kill();
                  killedAt[0] = System.nanoTime();
                },
                CompletableFuture.delayedExecutor(
                    2_500 + ThreadLocalRandom.current().nextInt(2_500), TimeUnit.MILLISECONDS));
        Map<String, Long> at = new LinkedHashMap<>();
        while (!killed.isDone()) {
          at.put(type(visitor.page()), System.nanoTime());
        }
        killed.join();
        type(visitor.page());
        typed.addAll(at.keySet());
        long due = killedAt[0] - LOST_AT_MOST.toNanos();
        Set<String> kept = new WrittenDraft(server.left(), author.quizId()).words();
        assertThat(kept)
            .as("kill %d: typed more than two seconds before", kill)
            .containsAll(at.keySet().stream().filter(word -> at.get(word) < due).toList())
            .isNotEmpty();
        System.out.printf(
            "Kill %d: %d words typed, %d not in the draft%n",
            kill, typed.size(), typed.stream().filter(word -> !kept.contains(word)).count());

        server.start();
        visitor.page().locator(".v-system-error").waitFor(within(30));
        visitor.page().reload();
        visitor.enterAs(AuthorsServer.AUTHOR, AuthorsServer.PASSWORD);
        visitor.open(place);
        saved(visitor.page());
        assertThat(author.wordsOnScreen()).as("still in the browser").containsAll(typed);
      }
    }
  }

  @Test
  void whatIsTypedWithoutAConnectionIsThereWhenItIsBack(Browser browser) {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      Page page = visitor.page();
      page.getByLabel("The key point in one or two sentences of your own").focus();
      String before = type(page);
      saved(page);
      page.context().setOffline(true);
      String without = type(page);
      page.waitForTimeout(3_000);
      assertThat(page.locator(".saved[data-state=saving]").count())
          .as("not said to be saved")
          .isOne();
      String later = type(page);
      page.context().setOffline(false);
      saved(page);
      page.reload();
      visitor.settle();
      assertThat(author.wordsOnScreen()).contains(before, without, later);
      assertThat(author.keepsWordsOf(author.part())).isFalse();
    }
  }

  @Test
  void whatIsTypedWithoutAConnectionOutlivesTheClosedPage(Browser browser) {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      Page page = visitor.page();
      page.context().setOffline(true);
      page.getByLabel("The key point in one or two sentences of your own").focus();
      String without = type(page);
      page.waitForTimeout(1_000);
      // The page is loaded anew before anything of it could be sent.
      page.evaluate("() => window.Vaadin = undefined");
      page.context().setOffline(false);
      page.reload();
      visitor.settle();
      saved(page);
      assertThat(author.wordsOnScreen()).contains(without);
      page.reload();
      visitor.settle();
      assertThat(author.wordsOnScreen()).as("by the server").contains(without);
    }
  }

  @Test
  void whatCannotBeSavedIsKeptAndSaidToBeUnsavedWhateverElseIsDone(Browser browser) {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      Page page = visitor.page();
      String part = author.part();
      List<String> asked = new CopyOnWriteArrayList<>();
      page.onDialog(dialog -> asked.add(dialog.type()));
      page.getByLabel("The key point in one or two sentences of your own").focus();
      String word = type(page);
      page.keyboard().insertText(" " + "x".repeat(10_001));
      notSaved(page);
      for (String key : List.of("Alt+Shift+ArrowUp", "Alt+x", "Alt+x")) {
        author.press(key);
        notSaved(page);
        assertThat(author.wordsOnScreen()).as(key).contains(word);
        assertThat(author.keepsWordsOf(part)).as(key).isTrue();
      }
      page.locator(".outline > .entry").first().click();
      visitor.settle();
      page.getByLabel("Title of the quiz").focus();
      String title = type(page);
      page.waitForFunction(
          "word => document.querySelector('.editor h1').textContent.includes(word)", title);
      notSaved(page);
      assertThat(page.locator(".outline > .entry").allInnerTexts())
          .filteredOn(entry -> entry.contains("not saved"))
          .hasSize(1);

      page.reload();
      visitor.settle();
      assertThat(asked).as("before what is not saved is left").contains("beforeunload");
      notSaved(page);
      page.waitForFunction(
          "() => [...document.querySelectorAll('.outline > .entry')]"
              + ".filter(entry => entry.innerText.includes('not saved')).length === 1");
      author.openPart(part);
      page.waitForFunction(
          "() => [...document.querySelectorAll('.item-card [data-field]')]"
              + ".some(field => field.value.length > 10_000)");
      assertThat(author.wordsOnScreen()).contains(word);
      page.getByLabel("The key point in one or two sentences of your own").fill("Short.");
      saved(page);
    }
  }

  @Test
  void whatIsMarkedAsRightWithoutAConnectionIsMarkedWhenItIsBack(Browser browser) {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      Page page = visitor.page();
      author.press("Control+Enter");
      saved(page);
      Locator mark = page.locator("[data-field='option/b/right']");
      page.context().setOffline(true);
      page.locator("[data-field='option/b/text'] textarea").focus();
      author.hit("Alt+r");
      assertThat(page.locator(".saved[data-state=saving]").count()).isOne();
      assertThat(author.keepsWordsOf(author.part())).isTrue();
      // The page is loaded anew before anything of it could be sent.
      page.evaluate("() => window.Vaadin = undefined");
      page.context().setOffline(false);
      page.reload();
      visitor.settle();
      saved(page);
      assertThat(mark.evaluate("box => box.checked")).isEqualTo(true);
      page.reload();
      visitor.settle();
      assertThat(mark.evaluate("box => box.checked")).as("by the server").isEqualTo(true);
    }
  }

  @Test
  void whatIsTypedAndTakenBackAtOnceIsNotWaitedFor(Browser browser) {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      Page page = visitor.page();
      page.getByLabel("The key point in one or two sentences of your own").focus();
      String word = type(page);
      saved(page);
      String part = author.part();
      author.hit("x");
      author.hit("Backspace");
      saved(page);

      author.hit("x");
      author.hit("Backspace");
      page.locator(".outline > .entry").first().click();
      saved(page);
      author.openPart(part);
      assertThat(author.wordsOnScreen()).contains(word);
    }
  }

  @Test
  void wordsWithoutAFieldKeepNothingWaiting(Browser browser) {
    try (Visitor visitor = new Visitor(browser, Look.USUAL, server.address())) {
      AuthorAtWork author = atAKeyPoint(visitor);
      Page page = visitor.page();
      String part = author.part();
      page.evaluate(
          "part => sessionStorage.setItem('keypoint-typed',"
              + " JSON.stringify({[part]: {'blank/3/accept': [1, 'word']}}))",
          author.quizId() + "/" + part);
      page.reload();
      visitor.settle();
      page.locator(".outline > .entry").first().click();
      visitor.settle();
      assertThat(page.locator(".saved[data-state=saving]").count()).isZero();
      assertThat(page.locator(".outline > .entry").allInnerTexts())
          .noneMatch(entry -> entry.contains("not saved"));
      assertThat(author.keepsWordsOf(part)).as("kept all the same").isTrue();
    }
  }

  private static void notSaved(Page page) {
    page.waitForFunction(
        "() => document.querySelector('.saved[data-state=saving]')?.dataset.saving === 'Not saved'");
  }

  private AuthorAtWork atAKeyPoint(Visitor visitor) {
    visitor.enterAs(AuthorsServer.AUTHOR, AuthorsServer.PASSWORD);
    AuthorAtWork author = new AuthorAtWork(visitor, "a");
    author.begin();
    visitor.page().getByText("Add key point").click();
    visitor.settle();
    saved(visitor.page());
    return author;
  }

  /** A word in about a quarter of a second, as fast as somebody typing fast. */
  private String type(Page page) {
    String word = "a%04d".formatted(words++);
    page.keyboard()
        .type(" " + word, new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(40));
    return word;
  }

  private static void saved(Page page) {
    try {
      page.waitForFunction(
          "() => document.querySelector('.saved:not([data-state=saving])')"
              + " && (sessionStorage.getItem('keypoint-typed') ?? '{}') === '{}'",
          null,
          new Page.WaitForFunctionOptions().setTimeout(30_000));
    } catch (TimeoutError e) {
      throw new AssertionError(
          "%s: “%s”, kept: %s"
              .formatted(
                  page.url(),
                  page.evaluate("() => document.querySelector('.editor .saved')?.outerHTML"),
                  page.evaluate("() => sessionStorage.getItem('keypoint-typed')")),
          e);
    }
  }

  private static Locator.WaitForOptions within(int seconds) {
    return new Locator.WaitForOptions().setTimeout(seconds * 1_000);
  }
}
