package app.keypoint.privacy.internal;

import app.keypoint.table.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Writes rows as CSV and leaves the stream open. */
final class RowsAsCsv implements ResultSetExtractor<Boolean> {

  private final OutputStream target;

  RowsAsCsv(OutputStream target) {
    this.target = target;
  }

  @Override
  public Boolean extractData(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    CsvWriter csv = CsvWriter.builder().build(target, StandardCharsets.UTF_8);
    csv.writeRecord(Cells.heads(columns));
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        cells.add(
            switch (Cells.cell(rows, columns, i)) {
              case null -> "";
              case String text -> SpreadsheetText.guarded(text);
              case Object other -> other.toString();
            });
      }
      csv.writeRecord(cells);
    }
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }
}
