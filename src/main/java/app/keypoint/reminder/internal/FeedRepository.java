package app.keypoint.reminder.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FeedRepository extends Repository<FeedEntity, Long> {

  Optional<FeedEntity> findByLearnerId(long learnerId);

  Optional<FeedEntity> findByTokenHash(String tokenHash);

  /** One statement, so that two clicks at the same moment are no error. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into calendar_feed (learner_id, token_hash, uid_prefix, language, created_at)
          values (:learnerId, :tokenHash, :uidPrefix, :language, :at)
          on conflict do nothing
          """)
  int add(long learnerId, String tokenHash, String uidPrefix, String language, Instant at);

  @Modifying
  @Query(
      """
      update FeedEntity f set f.tokenHash = :tokenHash, f.language = :language, f.createdAt = :at
      where f.learnerId = :learnerId
      """)
  int replace(long learnerId, String tokenHash, String language, Instant at);

  @Modifying
  @Query("delete from FeedEntity f where f.learnerId = :learnerId")
  void remove(long learnerId);
}
