package app.keypoint.quiz.internal;

import app.keypoint.quiz.QuizStanding;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code learner_quiz}: where a learner stands, and the lock of what they do there. */
@Entity
@Table(name = "learner_quiz")
@IdClass(StandingEntity.Key.class)
class StandingEntity {

  /** Learner and quiz. */
  record Key(long learnerId, String quizId) implements Serializable {}

  @Id long learnerId;
  @Id String quizId;
  int finished;
  @Nullable Double best;

  /** The first that was finished: what facility rests on. */
  @Nullable Long firstAttemptId;

  @Nullable Long openAttemptId;
  int answered;
  int total;
  @Nullable Instant savedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected StandingEntity() {}

  void open(AttemptEntity attempt) {
    openAttemptId = attempt.id();
    answered = 0;
    total = attempt.maxMarks;
  }

  void saved(Instant at) {
    answered++;
    savedAt = at;
  }

  boolean allAnswered() {
    return answered == total;
  }

  /** No attempt is open any more. */
  void close() {
    openAttemptId = null;
    answered = 0;
    total = 0;
  }

  void finish(AttemptEntity attempt) {
    close();
    finished++;
    double share = attempt.marks == null ? 0 : attempt.marks / attempt.maxMarks;
    best = best == null ? share : Math.max(best, share);
    if (firstAttemptId == null) {
      firstAttemptId = attempt.id();
    }
  }

  QuizStanding toStanding() {
    return new QuizStanding(
        learnerId, quizId, finished, best, openAttemptId, answered, total, savedAt);
  }
}
