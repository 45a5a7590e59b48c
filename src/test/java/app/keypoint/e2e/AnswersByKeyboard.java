package app.keypoint.e2e;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Answers the question on the screen with keys alone, from what is on the screen. */
final class AnswersByKeyboard {

  private final Visitor visitor;
  private final Page page;

  AnswersByKeyboard(Visitor visitor) {
    this.visitor = visitor;
    this.page = visitor.page();
  }

  /** Answers rightly and waits until the answer is shown. */
  void rightly(Question question) {
    switch (question) {
      case Question.Single single -> visitor.press(letterOf(right(single).getFirst()));
      case Question.Multi multi -> {
        right(multi).forEach(option -> visitor.press(letterOf(option)));
        visitor.press("Enter");
      }
      case Question.Typed typed -> typed.keys().forEach(key -> type(key.answer()));
    }
    shown();
  }

  /** Answers wrongly and waits until the answer is shown. */
  void wrongly(Question question) {
    switch (question) {
      case Question.Choice choice -> {
        visitor.press(letterOf(wrong(choice)));
        if (choice instanceof Question.Multi) {
          visitor.press("Enter");
        }
      }
      case Question.Typed typed -> typed.keys().forEach(_ -> type("something else entirely"));
    }
    shown();
  }

  /** Answers wrongly, says with a key how sure, and waits until the answer is shown. */
  void wrongly(Question question, String howSure) {
    switch (question) {
      case Question.Choice choice -> visitor.press(letterOf(wrong(choice)));
      case Question.Typed _ -> type("something else entirely");
    }
    visitor.press(howSure);
    shown();
  }

  private void type(String answer) {
    Locator field = page.locator("vaadin-text-field input:focus");
    // Typing without a click: the field, or the next empty one of several, has the focus already.
    page.waitForCondition(() -> field.count() == 1 && field.inputValue().isEmpty());
    page.keyboard().type(answer);
    visitor.press("Enter");
  }

  private void shown() {
    page.locator(".explanation").waitFor();
    visitor.settle();
  }

  /** The key of an option, which depends on the order in which it is shown. */
  private String letterOf(Option option) {
    List<String> texts = page.locator(".opt").allInnerTexts();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).contains(option.text())) {
        return String.valueOf((char) ('a' + i));
      }
    }
    throw new AssertionError("No option “" + option.text() + "” among " + texts);
  }

  private static List<Option> right(Question.Choice question) {
    return question.options().stream().filter(Option::correct).toList();
  }

  private static Option wrong(Question.Choice question) {
    return question.options().stream()
        .filter(option -> !option.correct())
        .findFirst()
        .orElseThrow();
  }
}
