package app.keypoint.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as a workbook, a sheet each, written as they come: nothing is held but some rows. Numbers,
 * shares and dates are such, so that a spreadsheet counts with them; texts are texts, whatever they
 * begin with, and stay so when somebody edits them.
 */
final class XlsxFile {

  /** Rows that are held at most. */
  private static final int HELD = 500;

  /** What a cell may hold, by the format's own limit. */
  private static final int LONGEST = 32_767;

  /** Characters that XML 1.0 cannot say, and halves of pairs. */
  private static final Pattern UNSAYABLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]"
              + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

  private XlsxFile() {}

  static void write(List<Table<?>> tables, OutputStream target) throws IOException {
    Workbook workbook = new Workbook(target, "Keypoint", null);
    for (Table<?> table : tables) {
      new Sheets<>(workbook, table).write();
    }
    workbook.finish();
  }

  /** The sheets of one table: where one is full, the next goes on. */
  private static final class Sheets<R> {

    private final Workbook workbook;
    private final Table<R> table;
    private int number;
    private Worksheet sheet;
    private int row;

    Sheets(Workbook workbook, Table<R> table) {
      this.workbook = workbook;
      this.table = table;
      this.sheet = begin();
    }

    void write() throws IOException {
      try {
        table.rows().each(this::add);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      end();
    }

    private Worksheet begin() {
      number++;
      Worksheet begun =
          workbook.newWorksheet(number == 1 ? table.title() : number + " " + table.title());
      for (int i = 0; i < table.columns().size(); i++) {
        Column<R> column = table.columns().get(i);
        begun.inlineString(0, i, said(column.heading()));
        begun.style(0, i).bold().wrapText(true).verticalAlignment("top").set();
        begun.width(i, width(column.kind()));
      }
      begun.freezePane(1, 1);
      begun.repeatRows(0);
      begun.fitToWidth((short) 1);
      begun.fitToHeight((short) 0);
      row = 1;
      return begun;
    }

    private void add(R values) {
      try {
        if (row == Worksheet.MAX_ROWS) {
          end();
          sheet = begin();
        }
        for (int i = 0; i < table.columns().size(); i++) {
          put(i, table.columns().get(i).cell().apply(values));
        }
        row++;
        if (row % HELD == 0) {
          sheet.flush();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void put(int column, Cell cell) {
      switch (cell) {
        case Cell.Text it -> {
          sheet.inlineString(row, column, said(it.value()));
          format(column, "@");
        }
        case Cell.Whole it -> sheet.value(row, column, it.value());
        case Cell.Decimal it -> {
          sheet.value(row, column, it.value());
          format(column, "0.00");
        }
        case Cell.Share it -> {
          sheet.value(row, column, it.value());
          format(column, "0.0%");
        }
        case Cell.Day it -> {
          sheet.value(row, column, it.value());
          format(column, "yyyy-mm-dd");
        }
        case Cell.Moment it -> {
          sheet.value(row, column, it.value());
          format(column, "yyyy-mm-dd hh:mm:ss");
        }
        case Cell.Empty _ -> {}
      }
    }

    private void format(int column, String format) {
      sheet.style(row, column).format(format).set();
    }

    private void end() throws IOException {
      if (row > 1) {
        sheet.setAutoFilter(0, 0, row - 1, table.columns().size() - 1);
      }
      sheet.finish();
    }
  }

  private static double width(Column.Kind kind) {
    return switch (kind) {
      case TEXT -> 28;
      case MOMENT -> 20;
      case WHOLE, DECIMAL, SHARE, DAY -> 13;
    };
  }

  private static String said(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return UNSAYABLE.matcher(cut).replaceAll("\uFFFD");
  }
}
