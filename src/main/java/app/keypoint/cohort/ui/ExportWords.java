package app.keypoint.cohort.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import com.vaadin.flow.component.Component;
import java.util.Locale;

/**
 * The words of what is taken along. In the language of the page that it was asked on, for a
 * download has none.
 */
record ExportWords(Locale locale, CohortTexts texts, Translations translations) {

  /** In the language of a page. */
  static ExportWords of(Component page, Locale locale, Translations translations) {
    return new ExportWords(
        locale, (key, arguments) -> page.getTranslation(locale, key, arguments), translations);
  }

  /** The text of a message key. */
  String of(String key, Object... arguments) {
    return texts.of(key, arguments);
  }

  String title(Quiz quiz) {
    return translations.of(quiz, locale).text().title();
  }

  String title(KeyPoint point) {
    return translations.of(point, locale).text().title();
  }

  /** A question as it is asked, in plain words. */
  String prompt(Question question) {
    return Markdown.text(translations.of(question, locale).text().prompt());
  }
}
