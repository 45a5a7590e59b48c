package app.keypoint.reminder.internal;

import app.keypoint.identity.BaseAddress;
import app.keypoint.reminder.internal.ReminderMail.Link;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Writes the mails and hands them to the configured mail server, if there is one. */
@Component
class Mailer {

  private final @Nullable JavaMailSender sender;
  private final InternetAddress from;
  private final MessageSource messages;
  private final BaseAddress base;
  private final Clock clock;

  Mailer(
      ObjectProvider<JavaMailSender> sender,
      @Value("${spring.mail.host:}") String host,
      @Value("${keypoint.mail.from}") String from,
      MessageSource messages,
      BaseAddress base,
      Clock clock) {
    this.sender = host.isBlank() ? null : sender.getIfAvailable();
    this.from = parse(from);
    this.messages = messages;
    this.base = base;
    this.clock = clock;
  }

  boolean available() {
    return sender != null;
  }

  /**
   * Asks whoever reads an address whether they want reminders. Says nothing that a learner wrote,
   * for they could write to anybody that way.
   *
   * @throws org.springframework.mail.MailException when the mail server does not take it
   */
  void sendConfirmation(String address, String token, Locale locale) {
    send(
        address,
        new ReminderMail(
            locale.toLanguageTag(),
            text("reminder.mail.confirm.subject", locale),
            text("reminder.mail.confirm.text", locale),
            new Link(
                text("reminder.mail.confirm.button", locale),
                base.of("/reminders/confirm/" + token)),
            text("reminder.mail.confirm.closing", locale),
            null));
  }

  /**
   * Tells of due cards.
   *
   * @throws org.springframework.mail.MailException when the mail server does not take it
   */
  void sendReminder(EmailEntity to, int cards, Duration time, Locale locale) {
    send(
        to.address,
        new ReminderMail(
            locale.toLanguageTag(),
            text("reminder.mail.due.subject", locale, cards),
            text("reminder.mail.due.text", locale, Math.round(time.toSeconds() / 60.0)),
            new Link(text("reminder.mail.due.button", locale), base.of("/review")),
            text("reminder.mail.due.closing", locale, to.hour().label(locale)),
            new Link(
                text("reminder.mail.due.stop", locale),
                base.of("/reminders/stop/" + to.stopToken))));
  }

  private void send(String address, ReminderMail letter) {
    if (sender == null) {
      throw new IllegalStateException("No mail server");
    }
    sender.send(mail -> write(mail, address, letter));
  }

  private void write(MimeMessage mail, String address, ReminderMail letter)
      throws MessagingException {
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, new InternetAddress(address, true));
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    // Keeps holiday notices and the like from answering.
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (letter.stop() != null) {
      // RFC 8058: the mail program's own button, which posts without a page.
      mail.setHeader("List-Unsubscribe", "<" + letter.stop().address() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setContent(
        new MimeMultipart(
            "alternative", part(letter.plain(), "plain"), part(letter.html(), "html")));
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    return part;
  }

  private String text(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private static InternetAddress parse(String from) {
    try {
      InternetAddress address = new InternetAddress(from, true);
      address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      return address;
    } catch (AddressException | java.io.UnsupportedEncodingException e) {
      throw new IllegalArgumentException("keypoint.mail.from is no address: " + from, e);
    }
  }
}
