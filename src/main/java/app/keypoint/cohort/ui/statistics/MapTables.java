package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMap.Average;
import app.keypoint.cohort.statistics.KeyPointMap.Point;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.content.Markdown;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A key point map as tables, each figure with what it rests on. */
public record MapTables(ExportWords words, KeyPointMap map, MapOrder order) {

  /** A row a learner, a column a key point; empty where it was not begun. */
  public Table<KeyPointRow> learners() {
    List<Column<KeyPointRow>> columns = new ArrayList<>();
    columns.add(Column.text(words.of("cohort.csv.name"), KeyPointRow::name));
    columns.add(Column.share(words.of("cohort.map.average"), row -> row.average().retained()));
    columns.add(Column.whole(words.of("cohort.map.begun-points"), row -> row.average().begun()));
    columns.add(Column.whole(words.of("cohort.map.points"), _ -> map.points().size()));
    order
        .columns(averages())
        .forEach(
            point ->
                columns.add(
                    Column.share(
                        heading(map.points().get(point)),
                        row -> row.begun(point) ? row.retained(point) : null)));
    return Table.of(words.of("cohort.map.title"), columns, order.rows(map));
  }

  /** A row a key point, of all learners of the map. */
  Table<Integer> points() {
    List<Average> averages = averages();
    return Table.of(
        words.of("cohort.map.averages"),
        List.of(
            Column.text(
                words.of("cohort.statistics.quiz"), it -> words.title(map.points().get(it).quiz())),
            Column.text(words.of("cohort.map.point"), it -> titleOf(map.points().get(it))),
            Column.share(words.of("cohort.map.average"), it -> averages.get(it).retained()),
            Column.whole(words.of("cohort.map.begun"), it -> averages.get(it).begun()),
            Column.whole(words.of("cohort.members.title"), _ -> map.rows().size())),
        order.columns(averages));
  }

  private List<Average> averages() {
    return IntStream.range(0, map.points().size()).mapToObj(map::averageOf).toList();
  }

  private String titleOf(Point point) {
    return Markdown.text(words.title(point.keyPoint()));
  }

  /** Key points of two quizzes may have one title. */
  private String heading(Point point) {
    return map.quiz() == null
        ? words.of("cohort.map.of-quiz", words.title(point.quiz()), titleOf(point))
        : titleOf(point);
  }
}
