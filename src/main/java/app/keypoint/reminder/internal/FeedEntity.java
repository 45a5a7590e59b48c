package app.keypoint.reminder.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code calendar_feed}; rows are written by {@link FeedRepository}'s statements. */
@Entity
@Table(name = "calendar_feed")
class FeedEntity {

  @Id long learnerId;
  String tokenHash;
  String uidPrefix;
  String language;
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected FeedEntity() {}
}
