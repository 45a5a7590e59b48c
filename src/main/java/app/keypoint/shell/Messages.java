package app.keypoint.shell;

import app.keypoint.ui.Preferences;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Gives the views their texts from the same message bundles as the rest of the program. */
@Component
class Messages implements I18NProvider {

  private static final Logger log = LoggerFactory.getLogger(Messages.class);

  private final transient MessageSource source;

  Messages(MessageSource source) {
    this.source = source;
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return Preferences.LANGUAGES;
  }

  /** A missing text fails a test, where assertions are on, but never a learner's page. */
  @Override
  public String getTranslation(String key, Locale locale, Object... arguments) {
    try {
      return source.getMessage(key, arguments, locale);
    } catch (NoSuchMessageException e) {
      assert false : e.getMessage();
      log.error("No text for {} in {}", key, locale);
      return key;
    }
  }
}
