package app.keypoint.cohort.internal;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.JoinCode;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code cohort}. */
@Entity
@Table(name = "cohort")
public class CohortEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  /** A rename in one tab must not bring back a join code that another has just replaced. */
  @Version int version;

  String name;

  /** The owner's; others who run it are in {@code cohort_instructor}. */
  long instructorId;

  String joinCode;
  Instant createdAt;
  @Nullable Instant archivedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CohortEntity() {}

  CohortEntity(String name, long instructorId, JoinCode joinCode, Instant createdAt) {
    this.name = name;
    this.instructorId = instructorId;
    this.joinCode = joinCode.characters();
    this.createdAt = createdAt;
  }

  public long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  /** As one of its instructors sees it. */
  public Cohort toCohort(long askerId, long members) {
    return new Cohort(
        id(),
        name,
        new JoinCode(joinCode),
        createdAt,
        members,
        instructorId == askerId,
        archivedAt != null);
  }

  public @Nullable Instant archivedAt() {
    return archivedAt;
  }

  public String name() {
    return name;
  }
}
