package app.keypoint.authoring.internal.learners;

import app.keypoint.content.grading.TypedMatch;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code authored_aside}: something that learners said and that waits no longer. */
@Entity(name = "AuthoredAside")
@Table(name = "authored_aside")
@IdClass(DismissedNoteEntity.Key.class)
class DismissedNoteEntity {

  record Key(String quizId, String itemId, String about) {}

  @Id String quizId;
  @Id String itemId;

  /** {@link #report} or {@link #answer}. */
  @Id String about;

  long setBy;
  Instant setAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected DismissedNoteEntity() {}

  DismissedNoteEntity(Key key, long setBy, Instant setAt) {
    this.quizId = key.quizId();
    this.itemId = key.itemId();
    this.about = key.about();
    this.setBy = setBy;
    this.setAt = setAt;
  }

  static String report(long reportId) {
    return "report " + reportId;
  }

  /**
   * However it is written, as far as answers are compared; its normal form may be very long.
   *
   * @param blank into which it was typed, from 1; the first is also the only one
   */
  static String answer(int blank, String typed) {
    String about = (blank == 1 ? "" : blank + "\n") + TypedMatch.normalise(typed);
    return "answer " + UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
