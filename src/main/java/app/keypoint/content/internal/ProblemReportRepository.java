package app.keypoint.content.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProblemReportRepository extends Repository<ProblemReportEntity, Long> {

  ProblemReportEntity save(ProblemReportEntity report);

  void deleteByLearnerIdAndId(long learnerId, long id);

  int countByLearnerIdAndReportedAtAfter(long learnerId, Instant since);

  @Modifying
  @Query("delete from ProblemReportEntity r where r.reportedAt < :before")
  void deleteByReportedAtBefore(Instant before);

  List<ProblemReportEntity> findTop100ByOrderByReportedAtDesc();

  List<ProblemReportEntity> findTop100ByLearnerIdInOrderByReportedAtDesc(
      Collection<Long> learnerIds);
}
