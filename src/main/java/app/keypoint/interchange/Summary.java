package app.keypoint.interchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file held besides the answers themselves.
 *
 * @param rows rows that are not empty, without the header
 * @param manual rows with rating 0, which log a change by hand rather than an answer
 * @param repeated rows with the card and instant of an earlier row
 * @param localTimes answers whose time had no offset and was taken in the learner's zone
 * @param firstDay the study day of the earliest answer, or null without answers
 * @param lastDay the study day of the latest answer, or null without answers
 * @param unknownColumns headings that mean nothing here
 */
public record Summary(
    int rows,
    int manual,
    int repeated,
    int localTimes,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    List<String> unknownColumns) {

  public Summary {
    unknownColumns = List.copyOf(unknownColumns);
  }
}
