package app.keypoint.shell;

import app.keypoint.ui.preference.Preferences;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Bundles do not change: pages that show the same words hold one text, not one each. */
  private final transient Map<Fixed, String> fixed = new ConcurrentHashMap<>();

  private record Fixed(String key, Locale locale) {}

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
      return arguments.length == 0
          ? fixed.computeIfAbsent(
              new Fixed(key, locale), text -> source.getMessage(key, null, locale))
          : source.getMessage(key, arguments, locale);
    } catch (NoSuchMessageException e) {
      assert false : e.getMessage();
      log.error("No text for {} in {}", key, locale);
      return key;
    }
  }
}
