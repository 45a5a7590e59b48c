package app.keypoint.reminder.internal;

import app.keypoint.reminder.EmailReminder;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code email_reminder}; rows are written by {@link EmailRepository}'s statements. */
@Entity
@Table(name = "email_reminder")
class EmailEntity {

  @Id long learnerId;
  String address;
  short sendHour;
  String language;
  @Nullable String confirmationHash;
  @Nullable Instant confirmationUntil;
  String stopToken;
  @Nullable Instant nextAt;
  @Nullable LocalDate lastDay;
  short failures;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected EmailEntity() {}

  boolean confirmed() {
    return confirmationHash == null;
  }

  SendHour hour() {
    return new SendHour(sendHour);
  }

  EmailReminder toReminder() {
    return new EmailReminder(address, sendHour, confirmed());
  }
}
