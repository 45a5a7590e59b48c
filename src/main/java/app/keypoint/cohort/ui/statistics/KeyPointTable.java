package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMap.Average;
import app.keypoint.cohort.statistics.KeyPointMap.Point;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.OriginalLanguage;
import app.keypoint.content.Quiz;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A map as a table of our own: the browser is sent rows as they come into sight, a cell as two or
 * three letters, and builds the elements of those alone.
 */
@Tag("kp-map")
@JsModule("context://assets/map.js")
class KeyPointTable extends Component {

  /** Rows sent at a time. */
  static final int BLOCK = 50;

  private static final String NAME = "name";
  private static final String AVERAGE = "average";
  private static final String POINT = "point";

  private final KeyPointMap map;
  private final List<Average> averages;
  private List<Integer> columns = List.of();
  private List<KeyPointRow> rows;

  /** A download asks on its own thread. */
  private volatile MapOrder order = MapOrder.FIRST;

  KeyPointTable(KeyPointMap map) {
    this.map = map;
    this.averages = IntStream.range(0, map.points().size()).mapToObj(map::averageOf).toList();
    this.rows = map.rows();
    show();
  }

  /** Puts key points in another order. */
  void order(MapOrder.Points points) {
    order = order.with(points);
    show();
  }

  /** Shows those whose name holds this, and says how many. */
  int find(String text) {
    order = order.finding(text);
    show();
    return rows.size();
  }

  /** Sorts learners by their name or average, the other way round if they are. */
  @ClientCallable
  void sort(String column) {
    if (column.equals(NAME) || column.equals(AVERAGE)) {
      order = order.sorting(column.equals(AVERAGE));
    }
    show();
  }

  /**
   * The same by a key point: what its average is made of.
   *
   * @param place of its column
   */
  @ClientCallable
  void sortBy(int place) {
    if (place >= 0 && place < columns.size()) {
      order = order.sortingBy(columns.get(place));
      show();
    }
  }

  /** What is shown now, and in which order. */
  MapOrder order() {
    return order;
  }

  /** Some rows, in their order. */
  @ClientCallable
  ArrayNode rows(int from, int size) {
    int first = Math.clamp(from, 0, rows.size());
    ArrayNode block = JsonNodeFactory.instance.arrayNode();
    rows.subList(first, first + Math.clamp(size, 0, Math.min(BLOCK, rows.size() - first)))
        .forEach(row -> add(block, row));
    return block;
  }

  private void show() {
    rows = order.rows(map);
    columns = order.columns(averages);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("label", getTranslation("cohort.map.title"));
    data.put("address", "cohorts/" + map.cohort().id() + "/learners/");
    data.put("count", rows.size());
    Integer point = order.point();
    data.put("sorted", point != null ? POINT : order.byAverage() ? AVERAGE : NAME)
        .put("point", point == null ? -1 : columns.indexOf(point))
        .put("descending", order.descending());
    MapShade.starts().forEach(data.putArray("shades")::add);
    data.putObject("words")
        .put(NAME, getTranslation("cohort.column.name"))
        .put(AVERAGE, getTranslation("cohort.map.average"))
        .put("begun", getTranslation("cohort.map.begun"))
        .put("sort", getTranslation("cohort.map.sort"));
    put(data, "overall", map.average());
    ArrayNode points = data.putArray("points");
    columns.forEach(column -> addPoint(points, column));
    ArrayNode groups = data.putArray("groups");
    if (order.points() == MapOrder.Points.AS_TAUGHT && map.quiz() == null) {
      map.points().stream().map(Point::quiz).distinct().forEach(quiz -> addGroup(groups, quiz));
    }
    data.set("first", rows(0, BLOCK));
    getElement().setPropertyJson("data", data);
  }

  private void addPoint(ArrayNode points, int column) {
    KeyPoint keyPoint = map.points().get(column).keyPoint();
    Worded<KeyPoint> worded = QuizTexts.of(keyPoint);
    Average average = averages.get(column);
    ObjectNode point =
        points
            .addObject()
            .put("id", URLEncoder.encode(keyPoint.id(), StandardCharsets.UTF_8))
            .put("title", Markdown.text(worded.text().title()))
            .put("begun", getTranslation("cohort.number", average.begun()));
    put(point, "average", average);
    language(point, OriginalLanguage.of(worded.text().title(), worded.language()));
  }

  private void addGroup(ArrayNode groups, Quiz quiz) {
    Worded<Quiz> worded = QuizTexts.of(quiz);
    ObjectNode group =
        groups.addObject().put("title", worded.text().title()).put("span", quiz.keyPoints().size());
    language(group, OriginalLanguage.of(worded.text().title(), worded.language()));
  }

  private void language(ObjectNode of, Locale language) {
    if (!language.getLanguage().equals(getLocale().getLanguage())) {
      of.put("lang", language.toLanguageTag());
    }
  }

  private static void put(ObjectNode target, String name, Average average) {
    target.put(name, figure(average.retained()));
  }

  /** Id, name, average, how many were begun, and the figures in the order of the columns. */
  private void add(ArrayNode block, KeyPointRow row) {
    Average average = row.average();
    block
        .addArray()
        .add(Long.toString(row.learnerId()))
        .add(row.name())
        .add(figure(average.retained()))
        .add(getTranslation("cohort.map.of", average.begun(), map.points().size()))
        .add(
            columns.stream()
                .map(point -> figure(row.begun(point) ? row.retained(point) : null))
                .collect(Collectors.joining(",")));
  }

  private static String figure(@Nullable Double retained) {
    return retained == null ? "" : Integer.toString(MapShade.percent(retained));
  }
}
