package app.keypoint.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A table as CSV (RFC 4180) in UTF-8; docs/adr/0062. Starts with a byte order mark, without which
 * spreadsheets take names for another encoding. Figures are plain numbers with a dot, shares from 0
 * to 1, days and moments as spreadsheets know them; what is unknown is empty.
 */
final class CsvFile {

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final int SHARE_DIGITS = 4;
  private static final int DIGITS = 6;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private CsvFile() {}

  static <R> void write(Table<R> table, OutputStream target) throws IOException {
    target.write(BYTE_ORDER_MARK);
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .build(target, StandardCharsets.UTF_8);
    List<Column<R>> columns = table.columns();
    csv.writeRecord(
        columns.stream().map(column -> SpreadsheetText.guarded(column.heading())).toList());
    try {
      table
          .rows()
          .each(
              row ->
                  csv.writeRecord(
                      columns.stream().map(column -> written(column.cell().apply(row))).toList()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    csv.flush();
  }

  private static String written(Cell cell) {
    return switch (cell) {
      case Cell.Text it -> SpreadsheetText.guarded(it.value());
      case Cell.Whole it -> Long.toString(it.value());
      case Cell.Decimal it -> number(it.value(), DIGITS);
      case Cell.Share it -> number(it.value(), SHARE_DIGITS);
      case Cell.Day it -> it.value().toString();
      case Cell.Moment it -> MOMENT.format(it.value());
      case Cell.Empty _ -> "";
    };
  }

  private static String number(double value, int digits) {
    return BigDecimal.valueOf(value)
        .setScale(digits, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
