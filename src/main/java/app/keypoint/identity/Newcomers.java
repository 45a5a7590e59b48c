package app.keypoint.identity;

import app.keypoint.time.StudyCalendar;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/**
 * Accounts of learners, made for many at once by other features. Hashing takes long and is done
 * before, outside of any transaction; making them is part of the caller's.
 */
@Validated
public interface Newcomers {

  /** The most at once. */
  int MAX_AT_ONCE = 5_000;

  /** Somebody who is to have an account. */
  record Newcomer(
      @Size(max = Accounts.MAX_TYPED) String username,
      @Size(max = Accounts.MAX_TYPED) String displayName) {}

  /**
   * Somebody whose password is hashed.
   *
   * @param newcomer with the sign-in name in the form in which it is stored
   * @param oneTimePassword to be shown once
   */
  record Prepared(
      @Valid Newcomer newcomer,
      @Size(max = Accounts.MAX_TYPED) String oneTimePassword,
      @Size(max = Accounts.MAX_TYPED) String hash) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Prepared[" + newcomer.username() + "]";
    }
  }

  /** The form in which a sign-in name is stored and compared. */
  String normalised(@Size(max = Accounts.MAX_TYPED) String username);

  /** Where the names cannot be an account's, if they cannot; whether it is taken is not asked. */
  Optional<InvalidInput.Field> problem(@Valid Newcomer newcomer);

  /** The ids of the accounts that have these names, in their stored form. One query. */
  Map<String, Long> idsOf(
      @Size(max = MAX_AT_ONCE) Collection<@Size(max = Accounts.MAX_TYPED) String> usernames);

  /** Chooses a one-time password and hashes it: tens of milliseconds of a processor. */
  Prepared prepare(@Valid Newcomer newcomer);

  /**
   * Makes the accounts, or none, in the caller's transaction. Each signs in once with its one-time
   * password, within three days, and then chooses its own.
   *
   * @param maker user name of whoever has them made, for the audit log
   * @return their ids, in the same order
   * @throws IllegalArgumentException when a name is taken
   */
  List<Long> make(
      @Size(max = MAX_AT_ONCE) List<@Valid Prepared> prepared,
      StudyCalendar calendar,
      @Size(max = Accounts.MAX_TYPED) String maker);
}
