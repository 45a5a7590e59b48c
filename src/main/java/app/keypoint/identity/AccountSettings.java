package app.keypoint.identity;

import app.keypoint.access.Own;
import app.keypoint.time.StudyCalendar;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** What people change about their own account. Refuses any account but the signed-in one. */
@Validated
public interface AccountSettings {

  /**
   * Changes how the account is shown and counts its days.
   *
   * @param locale null to follow the browser
   * @throws InvalidInput when the display name is not acceptable
   */
  Account change(
      @Own long accountId,
      @Size(max = Accounts.MAX_TYPED) String displayName,
      StudyCalendar calendar,
      @Nullable Locale locale);

  /**
   * Changes the language alone, as the switch in the menu does.
   *
   * @param locale null to follow the browser
   */
  void speak(@Own long accountId, @Nullable Locale locale);

  /** Changes whether they are asked how sure they are before an answer is shown. */
  void askConfidence(@Own long accountId, boolean asked);

  /**
   * Changes the password and ends the account's other sessions.
   *
   * @throws InvalidInput when the current password is wrong or the new one not acceptable
   * @throws TooManyAttempts when the current password was wrong too often
   */
  void changePassword(
      @Own long accountId,
      @Size(max = Accounts.MAX_TYPED) String currentPassword,
      @Size(max = Accounts.MAX_TYPED) String newPassword);

  /**
   * Replaces the one-time password that an administrator gave, with which this session was opened.
   *
   * @throws InvalidInput when the new password is not acceptable
   * @throws IllegalStateException when the account has no one-time password
   */
  void replaceOneTimePassword(
      @Own long accountId, @Size(max = Accounts.MAX_TYPED) String newPassword);
}
