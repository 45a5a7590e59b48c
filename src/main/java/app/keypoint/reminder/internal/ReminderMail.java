package app.keypoint.reminder.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says, to be written as plain text and as HTML. No pictures and nothing that tells
 * anybody that it was read.
 *
 * @param subject also the heading
 * @param link where its one button leads
 * @param stop where to end the mails, or null for a mail that comes only once
 */
record ReminderMail(
    String language, String subject, String text, Link link, String closing, @Nullable Link stop) {

  /** A label and an absolute address. */
  record Link(String label, String address) {}

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s">
      <head><meta charset="utf-8"><title>%s</title></head>
      <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">
      <div style="max-width:34em;margin:0 auto">
      <h1 style="font-size:22px;margin:0 0 12px">%s</h1>
      <p>%s</p>
      <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:10px 18px;\
      border-radius:10px;background:#0b6b66;color:#ffffff;text-decoration:none;font-weight:600">\
      %s</a></p>
      <p style="font-size:14px;opacity:.75">%s</p>
      </div>
      </body>
      </html>
      """;

  String plain() {
    StringBuilder plain = new StringBuilder();
    for (String part : List.of(subject, text, link.label + ":\n" + link.address, closing)) {
      plain.append(part).append("\n\n");
    }
    if (stop != null) {
      plain.append(stop.label).append(":\n").append(stop.address).append('\n');
    }
    return plain.toString();
  }

  String html() {
    String end = HtmlUtils.htmlEscape(closing);
    if (stop != null) {
      end +=
          " <a href=\"%s\" style=\"color:inherit\">%s</a>"
              .formatted(HtmlUtils.htmlEscape(stop.address), HtmlUtils.htmlEscape(stop.label));
    }
    return PAGE.formatted(
        language,
        HtmlUtils.htmlEscape(subject),
        HtmlUtils.htmlEscape(subject),
        HtmlUtils.htmlEscape(text),
        HtmlUtils.htmlEscape(link.address),
        HtmlUtils.htmlEscape(link.label),
        end);
  }
}
