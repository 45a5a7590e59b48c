package app.keypoint.content.internal.report;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.ProblemReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ProblemReportService implements ProblemReports {

  private final ProblemReportRepository reports;
  private final Clock clock;

  ProblemReportService(ProblemReportRepository reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public long report(long learnerId, long questionVersionId, String note) {
    String text = note.strip();
    if (text.isEmpty() || text.length() > MAX_NOTE) {
      throw new IllegalArgumentException("A note has 1 to " + MAX_NOTE + " characters");
    }
    Instant now = clock.instant();
    if (reports.countByLearnerIdAndReportedAtAfter(learnerId, now.minus(Duration.ofDays(1)))
        >= MAX_A_DAY) {
      throw new TooManyReports(learnerId);
    }
    return reports.save(new ProblemReportEntity(learnerId, questionVersionId, text, now)).id();
  }

  /** Notes about a wording of long ago help nobody, and hold what somebody wrote. */
  @Override
  @Scheduled(cron = "0 50 3 * * *")
  @OpenTo(Audience.FEATURES)
  public void forgetOld() {
    reports.deleteByReportedAtBefore(clock.instant().minus(KEPT));
  }

  @Override
  public void withdraw(long learnerId, long reportId) {
    reports.deleteByLearnerIdAndId(learnerId, reportId);
  }

  @Override
  @Transactional(readOnly = true)
  @OpenTo(Audience.ADMINISTRATORS)
  public List<Report> latest() {
    return reports.findTop100ByOrderByReportedAtDesc().stream()
        .map(ProblemReportEntity::toReport)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  @OpenTo(Audience.FEATURES)
  public List<Report> about(Collection<String> questionIds) {
    return reports.findAbout(questionIds, Limit.of(MAX_ABOUT)).stream()
        .map(ProblemReportEntity::toReport)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  @OpenTo(Audience.FEATURES)
  public List<Report> of(Collection<Long> learnerIds, Collection<String> questionIds) {
    return reports.findOf(learnerIds, questionIds, Limit.of(MAX_ABOUT)).stream()
        .map(ProblemReportEntity::toReport)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  @OpenTo(Audience.FEATURES)
  public List<Report> of(Collection<Long> learnerIds) {
    return reports.findTop100ByLearnerIdInOrderByReportedAtDesc(learnerIds).stream()
        .map(ProblemReportEntity::toReport)
        .toList();
  }
}
