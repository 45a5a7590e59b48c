package app.keypoint.authoring.internal;

import app.keypoint.authoring.OpenedTo;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code authored_quiz}; only what changed is written, since several people may. */
@Entity(name = "AuthoredQuiz")
@Table(name = "authored_quiz")
@DynamicUpdate
public class QuizEntity {

  @Id String id;
  long authorId;
  String title;

  /** For everyone, or for the cohorts that it is opened to, of which there may be none. */
  @Enumerated(EnumType.STRING)
  OpenedTo visibility = OpenedTo.COHORTS;

  @Nullable Integer published;
  Instant createdAt;
  Instant changedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected QuizEntity() {}

  public QuizEntity(String id, long authorId, String title, Instant now) {
    this.id = id;
    this.authorId = authorId;
    this.title = title;
    createdAt = now;
    changedAt = now;
  }

  public String id() {
    return id;
  }

  public long authorId() {
    return authorId;
  }

  public String title() {
    return title;
  }

  public @Nullable Integer published() {
    return published;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public OpenedTo visibility() {
    return visibility;
  }

  /** Something of the draft is another than before. */
  public void changed(Instant now) {
    changedAt = now;
  }

  /** Learners are to have this edition. */
  public void publish(int edition) {
    published = edition;
  }

  /** Learners are to have none. */
  public void withdraw() {
    published = null;
  }

  public void rename(String to) {
    title = to;
  }

  /** It is somebody else's from now on. */
  public void handOver(long successorId) {
    authorId = successorId;
  }

  /** Says for whom it is. */
  public void open(OpenedTo to) {
    visibility = to;
  }
}
