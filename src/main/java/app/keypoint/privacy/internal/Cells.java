package app.keypoint.privacy.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns and cells of any query, the same from both databases. */
final class Cells {

  private Cells() {}

  static List<String> heads(ResultSetMetaData columns) throws SQLException {
    List<String> heads = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      heads.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
    }
    return heads;
  }

  /** A Boolean, a BigDecimal, a Double, or text; times as ISO 8601 in UTC; null for none. */
  static @Nullable Object cell(ResultSet row, ResultSetMetaData columns, int i)
      throws SQLException {
    return switch (columns.getColumnType(i)) {
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
        OffsetDateTime at = row.getObject(i, OffsetDateTime.class);
        yield at == null ? null : at.toInstant().toString();
      }
      case Types.DATE -> {
        LocalDate day = row.getObject(i, LocalDate.class);
        yield day == null ? null : day.toString();
      }
      case Types.BOOLEAN, Types.BIT -> {
        boolean is = row.getBoolean(i);
        yield row.wasNull() ? null : is;
      }
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> {
        double number = row.getDouble(i);
        yield row.wasNull() ? null : number;
      }
      case Types.BIGINT,
          Types.INTEGER,
          Types.SMALLINT,
          Types.TINYINT,
          Types.NUMERIC,
          Types.DECIMAL -> {
        BigDecimal number = row.getBigDecimal(i);
        yield number;
      }
      default -> row.getString(i);
    };
  }
}
