package app.keypoint.content.internal.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
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

  @Query(
      """
      select r from ProblemReportEntity r
      where r.questionVersionId in
        (select v.id from VersionRow v where v.question.id in :questionIds)
      order by r.reportedAt desc
      """)
  List<ProblemReportEntity> findAbout(Collection<String> questionIds, Limit most);

  @Query(
      """
      select r from ProblemReportEntity r
      where r.learnerId in :learnerIds and r.questionVersionId in
        (select v.id from VersionRow v where v.question.id in :questionIds)
      order by r.reportedAt desc, r.id desc
      """)
  List<ProblemReportEntity> findOf(
      Collection<Long> learnerIds, Collection<String> questionIds, Limit most);

  List<ProblemReportEntity> findTop100ByOrderByReportedAtDesc();

  List<ProblemReportEntity> findTop100ByLearnerIdInOrderByReportedAtDesc(
      Collection<Long> learnerIds);
}
