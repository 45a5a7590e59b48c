package app.keypoint.ui.preference;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a browser remembers of how its user likes Keypoint, signed in or not. Cookies rather than
 * the browser's storage, so that the first page comes from the server as it has to be.
 */
public final class Preferences {

  /** The languages that Keypoint speaks, the default first. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  /** Which colours to use. */
  public enum Theme {
    SYSTEM("light dark"),
    LIGHT("light"),
    DARK("dark");

    private final String colorScheme;

    Theme(String colorScheme) {
      this.colorScheme = colorScheme;
    }

    /** The value of CSS's {@code color-scheme}. */
    public String colorScheme() {
      return colorScheme;
    }
  }

  /** Whether single letters and digits act as keys; Enter and Escape always do. */
  public enum Keys {
    ON,
    OFF
  }

  private static final String LANGUAGE = "keypoint-language";
  private static final String THEME = "keypoint-theme";
  private static final String KEYS = "keypoint-keys";

  private Preferences() {}

  /** The language that was chosen in this browser, or else the best that the browser asks for. */
  public static Locale language(VaadinRequest request) {
    return cookie(request, LANGUAGE)
        .map(Locale::forLanguageTag)
        .filter(LANGUAGES::contains)
        .orElseGet(() -> accepted(request));
  }

  /** The theme that was chosen in this browser, or else the system's. */
  public static Theme theme(VaadinRequest request) {
    return constant(request, THEME, Theme.SYSTEM);
  }

  /** Whether single keys are on in this browser. */
  public static Keys keys(VaadinRequest request) {
    return constant(request, KEYS, Keys.ON);
  }

  static void remember(Locale language) {
    remember(LANGUAGE, language.toLanguageTag());
  }

  static void remember(Theme theme) {
    remember(THEME, theme.name());
  }

  static void remember(Keys keys) {
    remember(KEYS, keys.name());
  }

  private static Locale accepted(VaadinRequest request) {
    return Collections.list(request.getLocales()).stream()
        .flatMap(
            wanted ->
                LANGUAGES.stream()
                    .filter(offered -> offered.getLanguage().equals(wanted.getLanguage())))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  private static <E extends Enum<E>> E constant(VaadinRequest request, String name, E fallback) {
    return cookie(request, name)
        .flatMap(
            value ->
                Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst())
        .orElse(fallback);
  }

  private static Optional<String> cookie(VaadinRequest request, String name) {
    String full = named(request, name);
    return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(full))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** Over TLS with the prefix that keeps a cookie to TLS and to this very host. */
  private static String named(VaadinRequest request, String name) {
    return request.isSecure() ? "__Host-" + name : name;
  }

  private static void remember(String name, String value) {
    Cookie cookie = new Cookie(named(VaadinRequest.getCurrent(), name), value);
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(VaadinRequest.getCurrent().isSecure());
    cookie.setAttribute("SameSite", "Lax");
    VaadinResponse.getCurrent().addCookie(cookie);
  }
}
