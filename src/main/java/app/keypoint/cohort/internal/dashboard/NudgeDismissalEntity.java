package app.keypoint.cohort.internal.dashboard;

import app.keypoint.cohort.dashboard.Nudge;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code nudge_dismissal}. */
@Entity
@Table(name = "nudge_dismissal")
@IdClass(NudgeDismissalEntity.Key.class)
class NudgeDismissalEntity {

  @Id long cohortId;
  @Id long learnerId;

  @Id
  @Enumerated(EnumType.STRING)
  Nudge.Kind kind;

  @Enumerated(EnumType.STRING)
  Nudge.Level level;

  Instant hiddenUntil;

  /** Why, in the words of who dismissed it or wrote it anew; empty for none. */
  String note = "";

  @Nullable Long notedBy;
  @Nullable Instant notedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected NudgeDismissalEntity() {}

  NudgeDismissalEntity(
      long cohortId, long learnerId, Nudge.Kind kind, Nudge.Level level, Instant hiddenUntil) {
    this.cohortId = cohortId;
    this.learnerId = learnerId;
    this.kind = kind;
    this.level = level;
    this.hiddenUntil = hiddenUntil;
  }

  void write(String words, long instructorId, Instant now) {
    note = words.strip();
    notedBy = instructorId;
    notedAt = now;
  }

  boolean hides(Nudge nudge) {
    return nudge.kind() == kind && nudge.level().compareTo(level) <= 0;
  }

  record Key(long cohortId, long learnerId, Nudge.Kind kind) {}
}
