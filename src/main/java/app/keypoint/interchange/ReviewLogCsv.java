package app.keypoint.interchange;

import app.keypoint.time.StudyCalendar;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Reads a review log: the CSV that optimisers of FSRS read, with a row for each answer and the
 * columns of {@link LogColumn} in any order.
 *
 * <p>The file is UTF-8, or UTF-16 with a byte order mark; cells are separated by comma, semicolon
 * or tab. Rows without anything in them are passed over; of rows with the same card and instant the
 * first counts. An apostrophe before what a spreadsheet would run as a formula does not belong to
 * the card's id.
 */
public final class ReviewLogCsv {

  /** The largest file that is read. */
  public static final long MAX_BYTES = 20L * 1024 * 1024;

  /** The most rows, without the header and empty ones. */
  public static final int MAX_ROWS = 500_000;

  /** The longest id of a card, in UTF-16 units. */
  public static final int MAX_CARD_ID = 200;

  private static final int MAX_CELLS = 500;

  private ReviewLogCsv() {}

  /** Reads a file of up to {@link #MAX_ROWS} rows. */
  public static Reading read(InputStream file, StudyCalendar calendar, Instant now)
      throws IOException {
    return read(file, calendar, now, MAX_ROWS);
  }

  /**
   * Reads a file and leaves it open.
   *
   * @param calendar whose study days the answers fall into; its zone is that of times without one
   * @param now answers from more than a day later are refused
   * @param most rows that are read, at most {@link #MAX_ROWS}
   * @throws IOException when the file cannot be read; what is wrong with its content is a {@link
   *     Reading}
   */
  public static Reading read(InputStream file, StudyCalendar calendar, Instant now, int most)
      throws IOException {
    try {
      return read(TextOfFile.open(file, MAX_BYTES), calendar, now, Math.clamp(most, 0, MAX_ROWS));
    } catch (UncheckedIOException e) {
      return refused(Objects.requireNonNull(e.getCause()));
    } catch (CharacterCodingException | TextOfFile.TooLargeException e) {
      return refused(e);
    }
  }

  private static Reading.Refused refused(IOException why) throws IOException {
    return switch (why) {
      case CharacterCodingException _ -> new Reading.NotText();
      case TextOfFile.TooLargeException _ -> new Reading.TooLarge();
      default -> throw why;
    };
  }

  private static Reading read(BufferedReader text, StudyCalendar calendar, Instant now, int most)
      throws IOException {
    RowReader rows = null;
    CsvRecord last = null;
    try {
      for (CsvRecord row : CsvRows.of(text, MAX_CELLS)) {
        last = row;
        List<String> cells = row.getFields();
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (rows == null) {
          Header header = new Header(cells);
          if (header.refusal().isPresent()) {
            return header.refusal().get();
          }
          rows = new RowReader(header, calendar, now);
        } else if (rows.rows() == most) {
          return new Reading.TooManyRows(most);
        } else {
          rows.take(row.getStartingLineNumber(), cells);
        }
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      return new Reading.BrokenRow(last == null ? 1 : lineAfter(last));
    }
    return rows == null ? new Reading.NoRows() : rows.result();
  }

  private static long lineAfter(CsvRecord row) {
    long breaks =
        row.getFields().stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    return row.getStartingLineNumber() + breaks + 1;
  }
}
