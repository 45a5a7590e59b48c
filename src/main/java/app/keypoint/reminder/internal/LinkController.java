package app.keypoint.reminder.internal;

import app.keypoint.reminder.EmailReminder;
import app.keypoint.reminder.internal.EmailService.Linked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the links in mails lead. Opening one changes nothing, since programs that look for malware
 * open them too; the page's button does.
 */
@RestController
class LinkController {

  private final EmailService reminders;
  private final MessageSource messages;

  LinkController(EmailService reminders, MessageSource messages) {
    this.reminders = reminders;
    this.messages = messages;
  }

  @GetMapping("/reminders/confirm/{token}")
  ResponseEntity<String> askToConfirm(@PathVariable String token, HttpServletRequest request) {
    return reminders
        .toConfirm(token)
        .map(linked -> ok(request, page("reminder.link.confirm.", linked, true)))
        .orElseGet(() -> notFound(request, "reminder.link.confirm-unknown."));
  }

  @PostMapping("/reminders/confirm/{token}")
  ResponseEntity<String> confirm(@PathVariable String token, HttpServletRequest request) {
    return reminders
        .confirm(token)
        .map(linked -> ok(request, page("reminder.link.confirmed.", linked, false)))
        .orElseGet(() -> notFound(request, "reminder.link.confirm-unknown."));
  }

  @GetMapping("/reminders/stop/{token}")
  ResponseEntity<String> askToStop(@PathVariable String token, HttpServletRequest request) {
    return reminders
        .toStop(token)
        .map(linked -> ok(request, page("reminder.link.stop.", linked, true)))
        .orElseGet(() -> notFound(request, "reminder.link.stop-unknown."));
  }

  /**
   * The page's button and mail programs' own (RFC 8058) post here. What was ended before is not
   * there any more, which is what was asked for: the answer is the same.
   */
  @PostMapping("/reminders/stop/{token}")
  ResponseEntity<String> stop(@PathVariable String token, HttpServletRequest request) {
    Locale locale = reminders.toStop(token).map(Linked::locale).orElseGet(() -> language(request));
    reminders.stop(token);
    return ok(request, page("reminder.link.stopped.", locale));
  }

  private static ResponseEntity<String> ok(HttpServletRequest request, PlainPage page) {
    return page.answer(HttpStatus.OK, request.getContextPath());
  }

  private ResponseEntity<String> notFound(HttpServletRequest request, String key) {
    return page(key, language(request)).answer(HttpStatus.NOT_FOUND, request.getContextPath());
  }

  private PlainPage page(String key, Linked linked, boolean button) {
    Locale locale = linked.locale();
    EmailReminder reminder = linked.reminder();
    String hour = new SendHour(reminder.hour()).label(locale);
    return new PlainPage(
        locale,
        text(key + "title", locale, reminder.address()),
        text(key + "text", locale, reminder.address(), hour),
        button ? text(key + "button", locale) : null);
  }

  private PlainPage page(String key, Locale locale) {
    return new PlainPage(locale, text(key + "title", locale), text(key + "text", locale), null);
  }

  private String text(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** The browser's, for somebody of whom nothing is known. */
  private static Locale language(HttpServletRequest request) {
    return request.getLocale().getLanguage().equals("zh")
        ? Locale.SIMPLIFIED_CHINESE
        : Locale.ENGLISH;
  }
}
