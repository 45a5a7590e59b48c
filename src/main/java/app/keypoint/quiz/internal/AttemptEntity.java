package app.keypoint.quiz.internal;

import app.keypoint.quiz.Attempt.State;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code attempt}: written when it starts and when it ends, not at each answer. */
@Entity
@Table(name = "attempt")
public class AttemptEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long learnerId;
  String quizId;

  @Enumerated(EnumType.STRING)
  State state = State.OPEN;

  /** The learner's first at this quiz, their second, and so on. */
  int ordinal;

  Instant startedAt;
  @Nullable Instant finishedAt;
  @Nullable Double marks;
  int maxMarks;

  @OneToMany(mappedBy = "attempt", cascade = CascadeType.PERSIST)
  @OrderBy("position")
  List<AttemptItemEntity> items = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AttemptEntity() {}

  AttemptEntity(long learnerId, String quizId, int ordinal, Instant startedAt) {
    this.learnerId = learnerId;
    this.quizId = quizId;
    this.ordinal = ordinal;
    this.startedAt = startedAt;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  void add(AttemptItemEntity item) {
    items.add(item);
    maxMarks = items.size();
  }

  /** Ends the attempt with the marks of its items. */
  void finish(Instant at) {
    state = State.FINISHED;
    finishedAt = at;
    marks = items.stream().mapToDouble(AttemptItemEntity::marksOrZero).sum();
  }
}
