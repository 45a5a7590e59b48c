package app.keypoint.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a file has its columns. */
final class Header {

  private static final int SHOWN_HEADINGS = 20;
  private static final int SHOWN_LENGTH = 40;

  private final List<String> headings;
  private final Map<LogColumn, Integer> positions = new EnumMap<>(LogColumn.class);
  private final List<String> unknown = new ArrayList<>();
  private @Nullable LogColumn twice;

  /**
   * @param cells the first row that is not empty
   */
  Header(List<String> cells) {
    headings = cells.stream().map(String::strip).toList();
    for (int i = 0; i < headings.size(); i++) {
      LogColumn column = LogColumn.of(headings.get(i)).orElse(null);
      if (column == null) {
        unknown.add(headings.get(i));
      } else if (positions.putIfAbsent(column, i) != null) {
        twice = column;
      }
    }
  }

  /** Why no file with this header can be read, or nothing when it can. */
  Optional<Reading.Refused> refusal() {
    List<String> missing =
        Arrays.stream(LogColumn.values())
            .filter(column -> column.required() && !positions.containsKey(column))
            .map(LogColumn::title)
            .toList();
    if (!missing.isEmpty()) {
      return Optional.of(new Reading.MissingColumns(missing, shown(headings)));
    }
    return Optional.ofNullable(twice).map(column -> new Reading.DoubleColumn(column.title()));
  }

  /** Headings that mean nothing here, shortened. */
  List<String> unknown() {
    return shown(unknown);
  }

  int size() {
    return headings.size();
  }

  /** The cell of a column without space around it; empty when the row or the file has none. */
  String cell(List<String> row, LogColumn column) {
    Integer position = positions.get(column);
    return position == null || position >= row.size() ? "" : row.get(position).strip();
  }

  private static List<String> shown(List<String> headings) {
    return headings.stream()
        .filter(heading -> !heading.isEmpty())
        .limit(SHOWN_HEADINGS)
        .map(h -> h.length() > SHOWN_LENGTH ? h.substring(0, SHOWN_LENGTH) + "…" : h)
        .toList();
  }
}
