package app.keypoint.practice.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ExamRepository extends Repository<ExamEntity, ExamEntity.Key> {

  ExamEntity save(ExamEntity exam);

  void deleteById(ExamEntity.Key key);

  List<ExamEntity> findByLearnerIdAndExamDayGreaterThanEqual(long learnerId, LocalDate from);
}
