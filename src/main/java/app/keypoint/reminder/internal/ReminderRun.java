package app.keypoint.reminder.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends the reminders whose hour has come. A reminder is taken before it is sent: runs at the same
 * time send it once, and a server that dies in between sends one too few rather than one too many.
 */
@Component
class ReminderRun {

  /** How often a mail is offered to the mail server before it waits for the next day. */
  static final int TRIES = 3;

  /** After how long it is offered again; each time by as much longer. */
  static final Duration RETRY = Duration.ofMinutes(15);

  /** A mail is of no use when its hour was longer ago, be it for a server that was off. */
  static final Duration LATEST = Duration.ofHours(6);

  private static final Logger log = LoggerFactory.getLogger(ReminderRun.class);

  private final EmailRepository reminders;
  private final Accounts accounts;
  private final LearnerProgress progress;
  private final Mailer mailer;
  private final Clock clock;
  private final TransactionOperations transaction;

  ReminderRun(
      EmailRepository reminders,
      Accounts accounts,
      LearnerProgress progress,
      Mailer mailer,
      Clock clock,
      TransactionOperations transaction) {
    this.reminders = reminders;
    this.accounts = accounts;
    this.progress = progress;
    this.mailer = mailer;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Looks at every reminder whose time has come; what is wrong with one concerns no other. */
  @Scheduled(cron = "${keypoint.mail.check}")
  void run() {
    if (!mailer.available()) {
      return;
    }
    for (EmailEntity due : reminders.findDue(clock.instant())) {
      try {
        handle(due, clock.instant().truncatedTo(ChronoUnit.SECONDS));
      } catch (RuntimeException e) {
        log.error("The reminder of learner {} was left for the next time", due.learnerId, e);
      }
    }
  }

  private void handle(EmailEntity due, Instant now) {
    Optional<Account> learner = accounts.active(due.learnerId);
    // The zone of now, which may be another than when the reminder was scheduled.
    ZoneId zone = learner.map(account -> account.calendar().zone()).orElse(ZoneOffset.UTC);
    Instant next = due.hour().next(now, zone);
    boolean inTime = !due.hour().last(now, zone).plus(LATEST).isBefore(now);
    if (learner.isPresent() && inTime && !sent(due, learner.get().calendar().dayOf(now))) {
      remind(due, learner.get(), now, next);
    } else {
      take(due, seen(due), next, due.lastDay, 0);
    }
  }

  private void remind(EmailEntity due, Account learner, Instant now, Instant next) {
    Progress memory = progress.of(learner);
    int cards = memory.review().left();
    if (cards == 0) {
      take(due, seen(due), next, due.lastDay, 0);
    } else if (take(due, seen(due), next, learner.calendar().dayOf(now), 0)) {
      try {
        mailer.sendReminder(due, cards, memory.timeDue(), Language.of(learner, due.language));
      } catch (RuntimeException e) {
        tryAgain(due, now, next, e);
      }
    }
  }

  private void tryAgain(EmailEntity due, Instant now, Instant next, RuntimeException problem) {
    int failures = due.failures + 1;
    log.warn(
        "The reminder of learner {} was not sent, try {} of {}: {}",
        due.learnerId,
        failures,
        TRIES,
        problem.getMessage());
    if (failures < TRIES) {
      take(due, next, now.plus(RETRY.multipliedBy(failures)), due.lastDay, failures);
    }
  }

  /** Whether this run, and no other, moved the reminder on from {@code expected}. */
  private boolean take(
      EmailEntity due, Instant expected, Instant next, @Nullable LocalDate lastDay, int failures) {
    Integer rows =
        transaction.execute(
            status -> reminders.claim(due.learnerId, expected, next, lastDay, (short) failures));
    return rows != null && rows == 1;
  }

  private static Instant seen(EmailEntity due) {
    if (due.nextAt == null) {
      throw new IllegalStateException("Not due");
    }
    return due.nextAt;
  }

  private static boolean sent(EmailEntity due, LocalDate today) {
    return due.lastDay != null && !due.lastDay.isBefore(today);
  }
}
