package app.keypoint.interchange;

import app.keypoint.review.history.PastAnswer;
import java.util.List;

/** What came of reading a file as a review log. */
public sealed interface Reading {

  /**
   * The file is a review log.
   *
   * @param answers those of the rows without a finding, in the order of the file, each once
   * @param findings empty when every row could be taken
   */
  record Rows(List<PastAnswer> answers, Summary summary, Findings findings) implements Reading {
    public Rows {
      answers = List.copyOf(answers);
    }
  }

  /** The file as a whole cannot be taken. */
  sealed interface Refused extends Reading {}

  /** More than {@link ReviewLogCsv#MAX_BYTES}. */
  record TooLarge() implements Refused {}

  /**
   * More rows than may be read.
   *
   * @param most rows that may
   */
  record TooManyRows(int most) implements Refused {}

  /** Neither UTF-8 nor UTF-16 with a byte order mark. */
  record NotText() implements Refused {}

  /** Nothing but, at most, a header. */
  record NoRows() implements Refused {}

  /**
   * The header lacks a column.
   *
   * @param missing titles of required columns that are not there
   * @param found the headings that are, shortened
   */
  record MissingColumns(List<String> missing, List<String> found) implements Refused {}

  /**
   * Two columns claim to be the same.
   *
   * @param title what both are called
   */
  record DoubleColumn(String title) implements Refused {}

  /**
   * No rows can be made out from a line on: a quote that nobody closes, or a cell of many pages.
   *
   * @param line the line on which the row starts, from 1
   */
  record BrokenRow(long line) implements Refused {}
}
