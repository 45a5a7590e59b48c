package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.ProblemReports;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
    return reports
        .save(new ProblemReportEntity(learnerId, questionVersionId, text, clock.instant()))
        .id();
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
  @OpenTo(Audience.INSTRUCTORS)
  public List<Report> of(Collection<Long> learnerIds) {
    return reports.findTop100ByLearnerIdInOrderByReportedAtDesc(learnerIds).stream()
        .map(ProblemReportEntity::toReport)
        .toList();
  }
}
