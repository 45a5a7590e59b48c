package app.keypoint.reminder.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every change is one statement that says what it expects, so that none undoes another's. */
interface EmailRepository extends Repository<EmailEntity, Long> {

  Optional<EmailEntity> findByLearnerId(long learnerId);

  Optional<EmailEntity> findByStopToken(String stopToken);

  Optional<EmailEntity> findByConfirmationHashAndConfirmationUntilAfter(String hash, Instant now);

  /** Whose reminder is to be looked at, the longest waiting first; by an index. */
  @Query("select e from EmailEntity e where e.nextAt <= :now order by e.nextAt, e.learnerId")
  List<EmailEntity> findDue(Instant now);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into email_reminder
            (learner_id, address, send_hour, language, confirmation_hash, confirmation_until,
             stop_token, failures)
          values (:learnerId, :address, :hour, :language, :hash, :until, :stopToken, 0)
          on conflict do nothing
          """)
  int add(
      long learnerId,
      String address,
      int hour,
      String language,
      String hash,
      Instant until,
      String stopToken);

  /** With a new stop token: whoever reads the old address has no say over the new one. */
  @Modifying
  @Query(
      """
      update EmailEntity e
      set e.address = :address, e.sendHour = :hour, e.language = :language,
          e.confirmationHash = :hash, e.confirmationUntil = :until, e.stopToken = :stopToken,
          e.nextAt = null, e.failures = 0
      where e.learnerId = :learnerId
      """)
  int replace(
      long learnerId,
      String address,
      short hour,
      String language,
      String hash,
      Instant until,
      String stopToken);

  @Modifying
  @Query(
      """
      update EmailEntity e
      set e.sendHour = :hour, e.language = :language, e.nextAt = :nextAt, e.failures = 0
      where e.learnerId = :learnerId and e.address = :address and e.confirmationHash is null
      """)
  int move(long learnerId, String address, short hour, String language, Instant nextAt);

  @Modifying
  @Query(
      """
      update EmailEntity e
      set e.confirmationHash = null, e.confirmationUntil = null, e.nextAt = :nextAt
      where e.confirmationHash = :hash and e.confirmationUntil > :now
      """)
  int confirm(String hash, Instant now, Instant nextAt);

  /** Takes a reminder for oneself: of all who saw the same {@code nextAt}, one gets a 1. */
  @Modifying
  @Query(
      """
      update EmailEntity e
      set e.nextAt = :nextAt, e.lastDay = :lastDay, e.failures = :failures
      where e.learnerId = :learnerId and e.nextAt = :seen
      """)
  int claim(
      long learnerId, Instant seen, Instant nextAt, @Nullable LocalDate lastDay, short failures);

  @Modifying
  @Query("delete from EmailEntity e where e.learnerId = :learnerId")
  int remove(long learnerId);

  @Modifying
  @Query("delete from EmailEntity e where e.stopToken = :stopToken")
  int removeByStopToken(String stopToken);
}
