package app.keypoint.practice.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExamRepository extends Repository<ExamEntity, ExamEntity.Key> {

  /** Sets a day; two that are the first may be set at once, and the later one holds. */
  default void put(long learnerId, String quizId, LocalDate day) {
    if (move(learnerId, quizId, day) == 0) {
      add(learnerId, quizId, day);
      move(learnerId, quizId, day);
    }
  }

  @Modifying
  @Query(
      "update ExamEntity e set e.examDay = :day where e.learnerId = :learnerId and e.quizId ="
          + " :quizId")
  int move(long learnerId, String quizId, LocalDate day);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into exam (learner_id, quiz_id, exam_day) values (:learnerId, :quizId, :day)
          on conflict do nothing
          """)
  void add(long learnerId, String quizId, LocalDate day);

  void deleteById(ExamEntity.Key key);

  List<ExamEntity> findByLearnerIdAndExamDayGreaterThanEqual(long learnerId, LocalDate from);
}
