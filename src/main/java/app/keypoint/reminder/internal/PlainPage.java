package app.keypoint.reminder.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * A page for people who are not signed in and may only have followed a link: plain HTML, no script,
 * no session.
 *
 * @param button posts to the page's own address, or null for a page that only says something
 */
record PlainPage(Locale locale, String title, String text, @Nullable String button) {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%1$s">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>%2$s · Keypoint</title>
      <link rel="stylesheet" href="%4$s/assets/base.css">
      <link rel="stylesheet" href="%4$s/assets/shell.css">
      <link rel="stylesheet" href="%4$s/assets/reminder.css">
      <main class="error-page link-page">
      <h1>%2$s</h1>
      <p>%3$s</p>
      %5$s</main>
      </html>
      """;

  private static final String FORM =
      """
      <form method="post"><button class="btn primary">%s</button></form>
      """;

  /**
   * @param contextPath where the application is on this server
   */
  ResponseEntity<String> answer(HttpStatus status, String contextPath) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        .body(html(contextPath));
  }

  private String html(String contextPath) {
    return PAGE.formatted(
        locale.toLanguageTag(),
        HtmlUtils.htmlEscape(title),
        HtmlUtils.htmlEscape(text),
        HtmlUtils.htmlEscape(contextPath),
        button == null ? "" : FORM.formatted(HtmlUtils.htmlEscape(button)));
  }
}
