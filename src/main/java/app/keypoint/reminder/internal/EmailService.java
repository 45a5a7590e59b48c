package app.keypoint.reminder.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.reminder.EmailReminder;
import app.keypoint.reminder.EmailReminders;
import app.keypoint.reminder.ReminderRefused;
import app.keypoint.reminder.ReminderRefused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
@OpenTo(Audience.ACCOUNTS)
class EmailService implements EmailReminders {

  /** How long a link that confirms an address is good. */
  static final Duration CONFIRMATION = Duration.ofHours(24);

  private static final Logger log = LoggerFactory.getLogger(EmailService.class);

  private final EmailRepository reminders;
  private final Accounts accounts;
  private final Mailer mailer;
  private final ConfirmationLimit limit;
  private final Clock clock;
  private final TransactionOperations transaction;

  EmailService(
      EmailRepository reminders,
      Accounts accounts,
      Mailer mailer,
      ConfirmationLimit limit,
      Clock clock,
      TransactionOperations transaction) {
    this.reminders = reminders;
    this.accounts = accounts;
    this.mailer = mailer;
    this.limit = limit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** What somebody with a link in a mail sees of the reminder that it belongs to. */
  record Linked(EmailReminder reminder, Locale locale) {}

  @Override
  public boolean available() {
    return mailer.available();
  }

  @Override
  public Optional<EmailReminder> of(long learnerId) {
    return reminders.findByLearnerId(learnerId).map(EmailEntity::toReminder);
  }

  @Override
  public EmailReminder request(Account learner, String typed, int hour, Locale language) {
    MailAddress address =
        MailAddress.parse(typed).orElseThrow(() -> new ReminderRefused(Reason.ADDRESS));
    String tag = language.toLanguageTag();
    Instant next = new SendHour(hour).next(clock.instant(), learner.calendar().zone());
    int moved =
        inTransaction(() -> reminders.move(learner.id(), address.text(), (short) hour, tag, next));
    if (moved == 0) {
      String token = sendConfirmation(learner, address, tag);
      inTransaction(() -> await(learner.id(), address, hour, tag, token));
    }
    return new EmailReminder(address.text(), hour, moved > 0);
  }

  /** Before anything is saved: nobody waits for a mail that could not be sent. */
  private String sendConfirmation(Account learner, MailAddress address, String tag) {
    if (!limit.take(learner.id(), address)) {
      throw new ReminderRefused(Reason.TOO_MANY);
    }
    String token = Token.random();
    try {
      mailer.sendConfirmation(address.text(), token, Language.of(learner, tag));
    } catch (MailException e) {
      log.warn("No link sent to learner {}: {}", learner.id(), e.getMessage());
      throw new ReminderRefused(Reason.NOT_SENT);
    }
    return token;
  }

  private int await(long learnerId, MailAddress address, int hour, String tag, String token) {
    String hash = Token.hash(token);
    Instant until = clock.instant().plus(CONFIRMATION);
    String stop = Token.random();
    int added = reminders.add(learnerId, address.text(), hour, tag, hash, until, stop);
    return added > 0
        ? added
        : reminders.replace(learnerId, address.text(), (short) hour, tag, hash, until, stop);
  }

  @Override
  public void turnOff(long learnerId) {
    inTransaction(() -> reminders.remove(learnerId));
  }

  /** The reminder that waits for this token, while it is good. */
  @OpenTo(Audience.ANYBODY)
  Optional<Linked> toConfirm(String token) {
    return reminders
        .findByConfirmationHashAndConfirmationUntilAfter(Token.hash(token), clock.instant())
        .flatMap(this::linked);
  }

  /** Turns a reminder on that waits for this token; empty when none does. */
  @OpenTo(Audience.ANYBODY)
  Optional<Linked> confirm(String token) {
    Instant now = clock.instant();
    String hash = Token.hash(token);
    return reminders
        .findByConfirmationHashAndConfirmationUntilAfter(hash, now)
        .flatMap(reminder -> accounts.active(reminder.learnerId).map(a -> next(reminder, a, now)))
        .filter(next -> inTransaction(() -> reminders.confirm(hash, now, next.at())) > 0)
        .map(Next::linked);
  }

  /** When a reminder is sent first once it is confirmed. */
  private record Next(Instant at, Linked linked) {}

  private static Next next(EmailEntity reminder, Account account, Instant now) {
    return new Next(
        reminder.hour().next(now, account.calendar().zone()),
        new Linked(reminder.toReminder(), Language.of(account, reminder.language)));
  }

  /** The reminder that this token ends. */
  @OpenTo(Audience.ANYBODY)
  Optional<Linked> toStop(String token) {
    return reminders.findByStopToken(token).flatMap(this::linked);
  }

  /** Ends a reminder and forgets its address; nothing happens if there is none. */
  @OpenTo(Audience.ANYBODY)
  void stop(String token) {
    inTransaction(() -> reminders.removeByStopToken(token));
  }

  private Optional<Linked> linked(EmailEntity reminder) {
    return accounts
        .active(reminder.learnerId)
        .map(a -> new Linked(reminder.toReminder(), Language.of(a, reminder.language)));
  }

  private int inTransaction(IntSupplier statement) {
    Integer rows = transaction.execute(status -> statement.getAsInt());
    return rows == null ? 0 : rows;
  }
}
