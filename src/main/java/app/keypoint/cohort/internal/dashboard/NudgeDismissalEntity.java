package app.keypoint.cohort.internal.dashboard;

import app.keypoint.cohort.dashboard.Nudge;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  void hide(Nudge.Level upTo, Instant until) {
    level = upTo;
    hiddenUntil = until;
  }

  /**
   * Always later than what is overwritten, if need be by the least that is stored: open dashboards
   * see by these moments that something was written, within the same instant or by a server whose
   * clock is slow ({@link CohortPulse}).
   */
  void write(String words, long instructorId, Instant now) {
    note = words.strip();
    notedBy = instructorId;
    Instant stored = now.truncatedTo(ChronoUnit.MICROS);
    notedAt =
        notedAt == null || stored.isAfter(notedAt) ? stored : notedAt.plus(1, ChronoUnit.MICROS);
  }

  boolean hides(Nudge nudge) {
    return nudge.kind() == kind && nudge.level().compareTo(level) <= 0;
  }

  record Key(long cohortId, long learnerId, Nudge.Kind kind) {}
}
