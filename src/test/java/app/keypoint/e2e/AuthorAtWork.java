package app.keypoint.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Somebody who writes a quiz in a browser, faster than anybody would. What reaches a field is
 * recorded in the browser itself, as it does.
 */
final class AuthorAtWork {

  /** Each word that was typed into a field, and each form as it stood after that. */
  private static final String RECORDING =
      """
      (() => {
        const typed = () => JSON.parse(sessionStorage.getItem("test-typed") ?? "[]");
        const screens = () => JSON.parse(sessionStorage.getItem("test-screens") ?? "{}");
        addEventListener("input", (event) => {
          const card = event.target.closest?.(".item-card");
          if (!card) return;
          const words = new Set(typed());
          const screen = {};
          for (const field of card.querySelectorAll("[data-field]")) {
            const found = field.value.match(/[ab]\\d{4}/g) ?? [];
            screen[field.dataset.field] = found.join(" ");
            if (event.isTrusted) found.forEach((word) => words.add(word));
          }
          sessionStorage.setItem("test-typed", JSON.stringify([...words]));
          const all = screens();
          const part = (all[card.dataset.item.split("/")[1]] ??= []);
          part.push(screen);
          sessionStorage.setItem("test-screens", JSON.stringify(all));
        });
      })()
      """;

  private final Visitor visitor;
  private final String name;

  /**
   * @param name the letter that all own words begin with
   */
  AuthorAtWork(Visitor visitor, String name) {
    this.visitor = visitor;
    this.name = name;
    visitor.page().addInitScript(RECORDING);
    // Leaving a page with words that are not saved yet asks first.
    visitor.page().onDialog(com.microsoft.playwright.Dialog::accept);
  }

  void begin() {
    visitor.open("write");
    visitor.page().getByText("New quiz").first().click();
    visitor.page().waitForURL("**/write/**");
    visitor.settle();
  }

  void open(String quizId) {
    visitor.open("write/" + quizId);
  }

  String quizId() {
    return item().split("/")[0];
  }

  /** The part that is open. */
  String part() {
    return item().split("/")[1];
  }

  private String item() {
    return page().locator(".item-card").getAttribute("data-item");
  }

  /** Puts one to three words at the end of some field that is there. */
  void type(int step, Random random) {
    List<?> fields =
        (List<?>)
            page()
                .evaluate(
                    "() => [...document.querySelectorAll('.item-card [data-field]')]"
                        + ".filter(f => f.checkVisibility() && !f.matches('vaadin-checkbox'))"
                        + ".map(f => f.dataset.field)");
    page()
        .evaluate(
            "name => document.querySelector(`.item-card [data-field='${name}']`)?.focus()",
            fields.get(random.nextInt(fields.size())));
    hit("Control+End");
    int words = 1 + random.nextInt(3);
    for (int i = 0; i < words; i++) {
      page()
          .keyboard()
          .type(
              " %s%04d".formatted(name, step % 3_000 * 3 + i),
              new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(random.nextInt(40)));
    }
  }

  void openSome(Random random) {
    Locator entries = page().locator(".outline > .entry");
    entries.nth(random.nextInt(entries.count())).click();
  }

  /** Opens a part by its address, as the page is left and entered again. */
  void openPart(String part) {
    open(quizId() + "/" + part);
  }

  void retireOrTakeIn() {
    Locator button =
        page()
            .locator(".item-head button")
            .filter(new Locator.FilterOptions().setHasText("Retire"));
    Locator back =
        page()
            .locator(".item-head button")
            .filter(new Locator.FilterOptions().setHasText("Take in again"));
    if (button.count() > 0) {
      button.first().click();
    } else if (back.count() > 0) {
      back.first().click();
    }
    settle();
  }

  /** Presses a key and goes on at once. */
  void hit(String key) {
    page().keyboard().press(key);
  }

  /** Presses a key and waits for what comes of it. */
  void press(String key) {
    visitor.press(key);
  }

  void settle() {
    visitor.settle();
  }

  void findsThePageAccessible() {
    visitor.screenshot(Path.of("target", "e2e", "CoAuthorsIT-choice.png"));
    visitor.findsThePageAccessible();
  }

  void pause(int millis) {
    page().waitForTimeout(millis);
  }

  void reload() {
    page().reload();
    settle();
  }

  /** Whether to choose between two wordings. */
  boolean isAsked() {
    return button("Keep mine").count() > 0;
  }

  Set<String> wordsOfQuestion() {
    return WrittenDraft.setOfWords(page().locator(".differences").first().innerText());
  }

  void choose(boolean mine) {
    button(mine ? "Keep mine" : "Take theirs").first().click();
    settle();
  }

  private Locator button(String text) {
    return page().locator("vaadin-button").filter(new Locator.FilterOptions().setHasText(text));
  }

  Set<String> wordsOnScreen() {
    return WrittenDraft.setOfWords(
        String.valueOf(
            page()
                .evaluate(
                    "() => [...document.querySelectorAll('.item-card [data-field]')]"
                        + ".map(f => f.value).join(' ')")));
  }

  /** Whether the browser still has words of a part that it was not told to be saved. */
  boolean keepsWordsOf(String part) {
    return String.valueOf(page().evaluate("() => sessionStorage.getItem('keypoint-typed')"))
        .contains("/" + part + "\"");
  }

  boolean wrote(String word) {
    return word.startsWith(name);
  }

  /** All words that ever reached a field. */
  Set<String> typed() {
    Set<String> words = new HashSet<>();
    ((List<?>) page().evaluate("() => JSON.parse(sessionStorage.getItem('test-typed') ?? '[]')"))
        .forEach(word -> words.add(String.valueOf(word)));
    words.removeIf(word -> !wrote(word));
    return words;
  }

  /** How the fields of a part stood, each time after something was typed. */
  List<Map<String, String>> screensOf(String part) {
    List<Map<String, String>> screens = new ArrayList<>();
    Object all =
        page()
            .evaluate(
                "part => JSON.parse(sessionStorage.getItem('test-screens') ?? '{}')[part] ?? []",
                part);
    ((List<?>) all)
        .forEach(
            screen -> {
              Map<String, String> fields = new LinkedHashMap<>();
              ((Map<?, ?>) screen)
                  .forEach((field, words) -> fields.put(field.toString(), words.toString()));
              screens.add(fields);
            });
    return screens;
  }

  /** The parts as the page lists them. */
  List<String> outline() {
    return page().locator(".outline .entry").allTextContents();
  }

  private Page page() {
    return visitor.page();
  }

  @Override
  public String toString() {
    return name;
  }
}
