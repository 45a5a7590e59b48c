package app.keypoint.integrity.internal;

import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.Difference;
import org.jspecify.annotations.Nullable;

/** A report as the command line shows it; its first word is the state. */
final class ReportText {

  private ReportText() {}

  static String of(Report report) {
    StringBuilder text =
        new StringBuilder(
            "%s: %d of %d learners, %d entries, %d differences%n"
                .formatted(
                    report.state(),
                    report.done(),
                    report.learners(),
                    report.entries(),
                    report.differences()));
    line(text, "From", report.startedAt());
    line(text, "To", report.finishedAt());
    line(text, "Rebuilt", report.rebuilt() == 0 ? null : report.rebuilt());
    line(text, "Backup", report.backup());
    line(text, "Failure", report.failure());
    line(text, "Last clean", report.lastClean());
    report.first().forEach(difference -> text.append(of(difference)));
    long more = report.differences() - report.first().size();
    return more > 0 && !report.first().isEmpty()
        ? text.append("and %d more%n".formatted(more)).toString()
        : text.toString();
  }

  private static void line(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append("%s: %s%n".formatted(name, value));
    }
  }

  private static String of(Difference difference) {
    return """
        %s of learner %d, %s
          kept:    %s
          follows: %s
          by:      %s
        """
        .formatted(
            difference.kind(),
            difference.learnerId(),
            difference.of(),
            difference.kept(),
            difference.follows(),
            difference.entry() == null ? "no entry" : difference.entry());
  }
}
