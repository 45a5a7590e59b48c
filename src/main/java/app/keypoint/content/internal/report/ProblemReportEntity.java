package app.keypoint.content.internal.report;

import app.keypoint.content.ProblemReports.Report;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code problem_report}. */
@Entity
@Table(name = "problem_report")
class ProblemReportEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long learnerId;
  long questionVersionId;
  String note;
  Instant reportedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ProblemReportEntity() {}

  ProblemReportEntity(long learnerId, long questionVersionId, String note, Instant reportedAt) {
    this.learnerId = learnerId;
    this.questionVersionId = questionVersionId;
    this.note = note;
    this.reportedAt = reportedAt;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  Report toReport() {
    return new Report(id(), learnerId, questionVersionId, note, reportedAt);
  }
}
