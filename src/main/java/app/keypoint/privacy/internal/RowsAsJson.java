package app.keypoint.privacy.internal;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows as an array of objects and leaves the stream open. */
final class RowsAsJson implements ResultSetExtractor<Boolean> {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /** Columns that hold JSON themselves. */
  private static final Set<String> JSON_INSIDE = Set.of("response", "question");

  private final OutputStream target;

  RowsAsJson(OutputStream target) {
    this.target = target;
  }

  @Override
  public Boolean extractData(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> heads = Cells.heads(columns);
    try (JsonGenerator json = JSON.createGenerator(target)) {
      json.writeStartArray();
      while (rows.next()) {
        json.writeRaw("\n");
        json.writeStartObject();
        for (int i = 1; i <= heads.size(); i++) {
          String head = heads.get(i - 1);
          json.writeName(head);
          switch (Cells.cell(rows, columns, i)) {
            case null -> json.writeNull();
            case Boolean is -> json.writeBoolean(is);
            case BigDecimal number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Object text when JSON_INSIDE.contains(head) -> json.writeRawValue(text.toString());
            case Object text -> json.writeString(text.toString());
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return true;
  }
}
