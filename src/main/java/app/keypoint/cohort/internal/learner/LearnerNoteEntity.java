package app.keypoint.cohort.internal.learner;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code learner_note}. */
@Entity
@Table(name = "learner_note")
class LearnerNoteEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long cohortId;
  long learnerId;
  long authorId;
  Instant writtenAt;
  String text;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected LearnerNoteEntity() {}

  LearnerNoteEntity(long cohortId, long learnerId, long authorId, Instant writtenAt, String text) {
    this.cohortId = cohortId;
    this.learnerId = learnerId;
    this.authorId = authorId;
    this.writtenAt = writtenAt;
    this.text = text;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }
}
