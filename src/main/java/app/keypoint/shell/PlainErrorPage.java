package app.keypoint.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/** The page for errors outside of Vaadin, such as a file that is not there: plain HTML. */
@Component
class PlainErrorPage implements ErrorViewResolver {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%1$s">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%2$s</title>
      <link rel="stylesheet" href="%4$s/assets/base.css">
      <link rel="stylesheet" href="%4$s/assets/shell.css">
      <main class="error-page">
      <h1>%2$s</h1>
      <p>%3$s</p>
      <p><a class="btn primary" href="%4$s/">%5$s</a></p>
      </main>
      </html>
      """;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

  private final MessageSource messages;

  PlainErrorPage(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    // Forbidden looks like missing: nobody is to learn which of the two it is.
    String kind = status.is5xxServerError() ? "internal" : "not-found";
    View page = (unused, asked, response) -> write(kind, asked, response);
    ModelAndView found = new ModelAndView(page);
    found.setStatus(status.is5xxServerError() ? status : HttpStatus.NOT_FOUND);
    return found;
  }

  private void write(String kind, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = request.getLocale();
    String html =
        PAGE.formatted(
            locale.getLanguage().equals("zh") ? "zh-CN" : "en",
            text("shell." + kind + ".title", locale),
            text("shell." + kind + ".text", locale),
            HtmlUtils.htmlEscape(request.getContextPath()),
            text("shell.home", locale));
    response.setHeader("Content-Security-Policy", POLICY);
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(html);
  }

  private String text(String key, Locale locale) {
    return HtmlUtils.htmlEscape(messages.getMessage(key, null, locale));
  }
}
