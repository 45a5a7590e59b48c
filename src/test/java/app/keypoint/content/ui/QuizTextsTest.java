package app.keypoint.content.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.OriginalLanguage;
import app.keypoint.content.Translations;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which language the words of an original are said to be. */
@ServiceTest
class QuizTextsTest extends SpringBrowserlessTest {

  private static final String CHINESE = "蜜蜂为什么在 **waggle dance** 中跳舞？";
  private static final String ENGLISH = "What does 蜂 mean in this *old* poem?";

  @Test
  void whoWritesInChineseIsReadInChinese() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(language(Rich.html(CHINESE, Translations.ORIGINAL))).isNull();
    assertThat(language(QuizTexts.marked(new Span(CHINESE), Translations.ORIGINAL))).isNull();
    assertThat(language(Rich.html(ENGLISH, Translations.ORIGINAL))).isEqualTo("en");
    assertThat(around(CHINESE)).isNull();
    assertThat(around(ENGLISH)).isEqualTo("en");
    UI.getCurrent().setLocale(Locale.ENGLISH);
    assertThat(language(Rich.html(CHINESE, Translations.ORIGINAL))).isEqualTo("zh");
    assertThat(language(Rich.html(ENGLISH, Translations.ORIGINAL))).isNull();
    assertThat(around(CHINESE)).isEqualTo("zh");
  }

  @Test
  void aTranslationIsInTheLanguageOfItsFile() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    assertThat(language(Rich.html("GitHub", Locale.SIMPLIFIED_CHINESE))).isEqualTo("zh-CN");
  }

  @Test
  void signsWithoutLettersAreOfNoOtherLanguage() {
    assertThat(OriginalLanguage.of("42 %")).isEqualTo(Translations.ORIGINAL);
    assertThat(OriginalLanguage.of("")).isEqualTo(Translations.ORIGINAL);
  }

  private static @Nullable String around(String words) {
    return QuizTexts.around(words, Translations.ORIGINAL, "content.answer-is")
        .getChildren()
        .map(QuizTextsTest::language)
        .filter(language -> language != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String language(Component component) {
    return component.getElement().isTextNode() ? null : component.getElement().getAttribute("lang");
  }
}
