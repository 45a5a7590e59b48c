package app.keypoint.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How a visitor's browser is set up.
 *
 * @param width of the window in CSS pixels
 * @param locale that the browser asks for, as a language tag
 */
record Look(ColorScheme scheme, int width, String locale) {

  static final int DESK = 1280;
  static final int PHONE = 360;

  static final Look USUAL = new Look(ColorScheme.LIGHT, DESK, "en-US");

  Look in(String otherLocale) {
    return new Look(scheme, width, otherLocale);
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setColorScheme(scheme)
        .setViewportSize(width, 800)
        .setLocale(locale)
        .setTimezoneId("Europe/Paris")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  @Override
  public String toString() {
    return scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + "-" + locale;
  }
}
