package app.keypoint.cohort.internal.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A row of {@code cohort_exam}. */
@Entity
@Table(name = "cohort_exam")
@IdClass(CohortExamEntity.Key.class)
public class CohortExamEntity {

  record Key(long cohortId, String quizId) {}

  @Id long cohortId;
  @Id String quizId;
  LocalDate examDay;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CohortExamEntity() {}

  public String quizId() {
    return quizId;
  }

  public LocalDate examDay() {
    return examDay;
  }
}
