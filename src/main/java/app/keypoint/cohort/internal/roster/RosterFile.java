package app.keypoint.cohort.internal.roster;

import static java.util.Objects.requireNonNull;

import app.keypoint.cohort.roster.RosterRow;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.cohort.roster.Rosters.Refusal;
import app.keypoint.cohort.roster.Rosters.Refused;
import app.keypoint.identity.Accounts;
import app.keypoint.interchange.CsvRows;
import app.keypoint.interchange.TextOfFile;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a roster: a name and a sign-in name or mail address in each row, in the columns that the
 * header names. Without a header the sign-in names stand where most of the at signs are, or last.
 * The file is UTF-8, or UTF-16 with a byte order mark; cells are separated by comma, semicolon or
 * tab.
 */
final class RosterFile {

  private static final int MAX_CELLS = 200;

  private RosterFile() {}

  /** What is in it, or why it cannot be read. */
  sealed interface Reading {

    record Rows(List<RosterRow> rows) implements Reading {}

    record Unreadable(Refused why) implements Reading {}
  }

  static Reading read(byte[] file) {
    try {
      return read(TextOfFile.open(new ByteArrayInputStream(file), Rosters.MAX_BYTES));
    } catch (UncheckedIOException e) {
      return unreadable(requireNonNull(e.getCause()));
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private static Reading unreadable(IOException why) {
    return switch (why) {
      case CharacterCodingException _ -> refused(Refusal.NOT_TEXT, 0);
      case TextOfFile.TooLargeException _ -> refused(Refusal.TOO_LARGE, 0);
      default -> throw new UncheckedIOException(why);
    };
  }

  private static Reading refused(Refusal why, long line) {
    return new Reading.Unreadable(new Refused(why, line));
  }

  private static Reading read(BufferedReader text) throws IOException {
    List<CsvRecord> records = new ArrayList<>();
    long line = 1;
    try {
      for (CsvRecord row : CsvRows.of(text, MAX_CELLS)) {
        line = row.getStartingLineNumber();
        if (row.getFields().stream().allMatch(String::isBlank)) {
          continue;
        }
        // No text has these, and no PostgreSQL takes them.
        if (row.getFields().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
          return refused(Refusal.NOT_TEXT, 0);
        }
        // One more than the rows may be its header.
        if (records.size() > Rosters.MAX_ROWS) {
          return refused(Refusal.TOO_MANY_ROWS, line);
        }
        records.add(row);
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      return refused(Refusal.BROKEN, line);
    }
    return rows(records);
  }

  private static Reading rows(List<CsvRecord> records) {
    if (records.isEmpty()) {
      return refused(Refusal.NO_ROWS, 0);
    }
    Optional<RosterColumns> header = RosterColumns.named(records.getFirst().getFields());
    List<CsvRecord> people = header.isPresent() ? records.subList(1, records.size()) : records;
    if (people.isEmpty()) {
      return refused(Refusal.NO_ROWS, 0);
    }
    if (people.size() > Rosters.MAX_ROWS) {
      return refused(Refusal.TOO_MANY_ROWS, people.getLast().getStartingLineNumber());
    }
    RosterColumns columns =
        header.orElseGet(
            () -> RosterColumns.guessed(people.stream().map(CsvRecord::getFields).toList()));
    if (columns.username() < 0) {
      return refused(Refusal.NO_COLUMN, records.getFirst().getStartingLineNumber());
    }
    return new Reading.Rows(
        people.stream()
            .map(
                row ->
                    new RosterRow(
                        row.getStartingLineNumber(),
                        cut(columns.nameOf(row.getFields())),
                        cut(columns.usernameOf(row.getFields()))))
            .toList());
  }

  /** Longer than any name may be, so that it is refused as that. */
  private static String cut(String text) {
    return text.length() <= Accounts.MAX_TYPED ? text : text.substring(0, Accounts.MAX_TYPED);
  }
}
