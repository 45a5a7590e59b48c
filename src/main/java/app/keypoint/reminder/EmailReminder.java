package app.keypoint.reminder;

/**
 * A learner's wish for a mail on days with due cards.
 *
 * @param hour when to send it, 0..23 in the learner's zone
 * @param confirmed whether whoever reads this address has agreed; nothing is sent before
 */
public record EmailReminder(String address, int hour, boolean confirmed) {}
