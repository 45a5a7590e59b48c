package app.keypoint.content.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ProblemReportRepository extends Repository<ProblemReportEntity, Long> {

  void save(ProblemReportEntity report);

  List<ProblemReportEntity> findTop100ByLearnerIdInOrderByReportedAtDesc(
      Collection<Long> learnerIds);
}
