package app.keypoint.ui.preference;

import app.keypoint.ui.Switch;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.function.Consumer;

/** Chooses the language, keeps it in this browser and loads the page anew. */
public class LanguageSwitch extends Switch<Locale> {

  public LanguageSwitch() {
    this(language -> {});
  }

  /**
   * @param onChoice called before the page loads anew, such as to keep the choice in the account
   */
  public LanguageSwitch(Consumer<Locale> onChoice) {
    super(
        UI.getCurrent().getTranslation("ui.language"),
        Preferences.LANGUAGES,
        language -> language.getDisplayLanguage(language),
        UI.getCurrent().getLocale(),
        language -> {
          Preferences.remember(language);
          onChoice.accept(language);
          UI.getCurrent().getPage().reload();
        });
    // Each language is named in itself, for voices too.
    Preferences.LANGUAGES.forEach(
        language -> button(language).getElement().setAttribute("lang", language.toLanguageTag()));
  }
}
