package app.keypoint.practice.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A row of {@code exam}: the day for which a learner prepares a quiz. */
@Entity
@Table(name = "exam")
@IdClass(ExamEntity.Key.class)
class ExamEntity {

  record Key(long learnerId, String quizId) {}

  @Id long learnerId;
  @Id String quizId;
  LocalDate examDay;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ExamEntity() {}
}
