package app.keypoint.reminder;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/** Mails that tell a learner of due cards, once per study day, to an address that was confirmed. */
@Validated
public interface EmailReminders {

  /** Whether this server knows a mail server; nothing can be turned on otherwise. */
  boolean available();

  /** What the learner turned on; empty when it is off. */
  Optional<EmailReminder> of(@Own long learnerId);

  /**
   * Turns the mails on or changes them. An address that is not confirmed yet is sent a link first;
   * asking again with the same address sends a new link and ends the old one.
   *
   * @param address however it was typed
   * @param hour 0..23
   * @param language of the page, for learners who chose none for their account
   * @throws ReminderRefused when nothing was changed
   */
  EmailReminder request(
      @Own Account learner,
      @Size(max = Accounts.MAX_TYPED) String address,
      int hour,
      Locale language);

  /** Turns the mails off and forgets the address. Nothing happens if they are off. */
  void turnOff(@Own long learnerId);
}
