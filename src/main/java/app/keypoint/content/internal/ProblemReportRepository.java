package app.keypoint.content.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ProblemReportRepository extends Repository<ProblemReportEntity, Long> {

  ProblemReportEntity save(ProblemReportEntity report);

  void deleteByLearnerIdAndId(long learnerId, long id);

  List<ProblemReportEntity> findTop100ByOrderByReportedAtDesc();

  List<ProblemReportEntity> findTop100ByLearnerIdInOrderByReportedAtDesc(
      Collection<Long> learnerIds);
}
