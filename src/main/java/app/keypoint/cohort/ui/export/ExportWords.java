package app.keypoint.cohort.ui.export;

import app.keypoint.cohort.ui.CohortTexts;
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
public record ExportWords(Locale locale, CohortTexts texts, Translations translations) {

  /** In the language of a page. */
  public static ExportWords of(Component page, Locale locale, Translations translations) {
    return new ExportWords(
        locale, (key, arguments) -> page.getTranslation(locale, key, arguments), translations);
  }

  /** The text of a message key. */
  public String of(String key, Object... arguments) {
    return texts.of(key, arguments);
  }

  public String title(Quiz quiz) {
    return translations.of(quiz, locale).text().title();
  }

  public String title(KeyPoint point) {
    return translations.of(point, locale).text().title();
  }

  /** A question as it is asked, in plain words. */
  public String prompt(Question question) {
    return Markdown.text(translations.of(question, locale).text().prompt());
  }
}
