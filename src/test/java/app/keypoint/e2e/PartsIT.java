package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts that screens are made of, in a browser: how they look, and the keys. */
class PartsIT extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,360", "DARK,360"})
  void partsAreAccessibleAndFit(ColorScheme scheme, int width) {
    Visitor visitor = visitor(new Look(scheme, width, "en-US")).open("gallery");
    visitor.page().locator("kp-retention svg").waitFor();
    visitor.page().locator("kp-calibration svg").waitFor();
    visitor.page().locator("kp-workload svg").waitFor();
    visitor.findsThePageAccessible();
    visitor.findsThePageFitting();
  }

  @ParameterizedTest
  @CsvSource({
    "single,DARK",
    "multi,LIGHT",
    "recall,LIGHT",
    "cloze,DARK",
    "blanks,LIGHT",
    "blanks,DARK"
  })
  void questionsAreAccessibleAndFitAPhone(String type, ColorScheme scheme) {
    Visitor visitor = visitor(new Look(scheme, Look.PHONE, "zh-CN")).open("gallery/" + type);
    visitor.findsThePageAccessible();
    visitor.findsThePageFitting();
  }

  @Test
  void aQuestionInAnotherLanguageThanThePageSaysSo() {
    Locator marked =
        visitor(Look.USUAL.in("zh-CN")).open("gallery/single").page().locator("[lang=en]");
    assertThat(marked.and(marked.page().locator("h1.prompt *")).count()).isEqualTo(1);
    assertThat(marked.and(marked.page().locator(".opt *")).count()).isEqualTo(4);
    assertThat(visitor().open("gallery/single").page().locator(".question [lang]").count())
        .isZero();
  }

  @Test
  void aKeyClicksWhatNamesIt() {
    Visitor visitor = visitor().open("gallery").press("z", "Z", "Control+z");
    assertThat(clicks(visitor)).isEqualTo("3");
  }

  @Test
  void enterGoesFromBlankToBlankAndThenChecks() {
    Visitor visitor = visitor().open("gallery/blanks");
    Locator first = visitor.page().getByLabel("Blank 1 of 2 (a number)");
    visitor.page().waitForCondition(() -> focused(first));
    visitor.page().keyboard().type("three");
    visitor.press("Enter");
    Locator second = visitor.page().getByLabel("Blank 2 of 2");
    visitor.page().waitForCondition(() -> focused(second));
    visitor.page().keyboard().type("language");
    visitor.press("Enter");
    visitor.page().locator(".explanation").waitFor();
    assertThat(visitor.page().locator(".wrote").allInnerTexts())
        .satisfiesExactly(
            right -> assertThat(right).contains("three", "Matches"),
            wrong -> assertThat(wrong).contains("The model speaks all of them.", "Answer: field"));
    assertThat(visitor.page().locator(".overrule").innerText()).isEqualTo("I was right in blank 2");
    visitor.findsThePageAccessible();
    visitor.findsThePageFitting();
  }

  @Test
  void enterInTheLastBlankChecksWhateverWasLeftEmptyBefore() {
    Visitor visitor = visitor().open("gallery/blanks");
    visitor.page().getByLabel("Blank 2 of 2").fill("field");
    visitor.page().getByLabel("Blank 2 of 2").focus();
    visitor.press("Enter");
    visitor.page().locator(".explanation").waitFor();
    assertThat(visitor.page().locator(".wrote.right").count()).isEqualTo(1);
    assertThat(visitor.page().locator(".overrule").count()).isZero();
  }

  private static boolean focused(Locator field) {
    return (boolean) field.evaluate("input => input === document.activeElement");
  }

  @Test
  void keysRestWhileSomethingElseIsMeant() {
    Visitor visitor = visitor().open("gallery");
    visitor.press("Control+Shift+z", "Alt+z");
    visitor.page().getByLabel("Name").focus();
    visitor.press("z");
    assertThat(visitor.page().getByLabel("Name").inputValue()).isEqualTo("z");
    visitor.page().getByText("Delete").click();
    visitor.settle().press("z");
    assertThat(clicks(visitor)).isEqualTo("0");
  }

  @Test
  void aFocusedButtonIsPressedOnce() {
    Visitor visitor = visitor().open("gallery");
    button(visitor).focus();
    visitor.press("Enter", "Space");
    assertThat(clicks(visitor)).isEqualTo("2");
  }

  @Test
  void aDarkThemeStaysAfterAReload() {
    Visitor visitor = visitor().open("gallery");
    visitor
        .page()
        .getByText("Dark", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
        .click();
    visitor.settle().open("gallery");
    assertThat(visitor.page().evaluate("getComputedStyle(document.documentElement).colorScheme"))
        .isEqualTo("dark");
  }

  @Test
  void theLanguageIsTheBrowsersUntilAnotherIsChosen() {
    Visitor visitor = visitor(Look.USUAL.in("zh-CN")).open("gallery");
    assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("zh-CN");
    visitor.page().getByText("English").click();
    visitor.page().waitForFunction("document.documentElement.lang === 'en'");
    assertThat(visitor.settle().open("gallery").page().title()).isEqualTo("Gallery – Keypoint");
  }

  private static Locator button(Visitor visitor) {
    return visitor.page().locator("[data-key=z]");
  }

  private static String clicks(Visitor visitor) {
    return visitor.page().locator("#clicks").innerText();
  }
}
