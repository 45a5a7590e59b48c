package app.keypoint.cohort.ui;

import app.keypoint.cohort.KeyPointMap;
import app.keypoint.cohort.KeyPointMap.Average;
import app.keypoint.cohort.KeyPointMap.Point;
import app.keypoint.cohort.KeyPointRow;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
public class KeyPointTable extends Component {

  /** Rows sent at a time. */
  static final int BLOCK = 50;

  private static final String NAME = "name";
  private static final String AVERAGE = "average";

  private static final Comparator<KeyPointRow> BY_NAME =
      Comparator.comparing(KeyPointRow::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(KeyPointRow::learnerId);

  /** In which order key points stand. */
  enum Order {
    AS_TAUGHT,
    WEAKEST,
    STRONGEST
  }

  private final KeyPointMap map;
  private final List<Average> averages;
  private Order order = Order.AS_TAUGHT;
  private List<Integer> columns = List.of();
  private List<KeyPointRow> rows;
  private String wanted = "";
  private String sorted = NAME;
  private boolean descending;

  KeyPointTable(KeyPointMap map) {
    this.map = map;
    this.averages = IntStream.range(0, map.points().size()).mapToObj(map::averageOf).toList();
    this.rows = map.rows();
    show();
  }

  /** Puts key points in another order. */
  void order(Order wantedOrder) {
    order = wantedOrder;
    show();
  }

  /** Shows those whose name holds this, and says how many. */
  int find(String text) {
    wanted = text.strip().toLowerCase(Locale.ROOT);
    show();
    return rows.size();
  }

  /** Sorts learners by their name or average, the other way round if they are. */
  @ClientCallable
  void sort(String column) {
    if (column.equals(sorted)) {
      descending = !descending;
    } else if (column.equals(NAME) || column.equals(AVERAGE)) {
      sorted = column;
      descending = false;
    }
    show();
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
    rows =
        map.rows().stream()
            .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(sorting())
            .toList();
    columns = IntStream.range(0, averages.size()).boxed().sorted(ordering()).toList();
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("label", getTranslation("cohort.map.title"));
    data.put("address", "cohorts/" + map.cohort().id() + "/learners/");
    data.put("count", rows.size());
    data.put("sorted", sorted).put("descending", descending);
    MapShade.starts().forEach(data.putArray("shades")::add);
    data.putObject("words")
        .put(NAME, getTranslation("cohort.column.name"))
        .put(AVERAGE, getTranslation("cohort.map.average"))
        .put("begun", getTranslation("cohort.map.begun"));
    put(data, "overall", map.average());
    ArrayNode points = data.putArray("points");
    columns.forEach(column -> addPoint(points, column));
    ArrayNode groups = data.putArray("groups");
    if (order == Order.AS_TAUGHT && map.quiz() == null) {
      map.points().stream().map(Point::quiz).distinct().forEach(quiz -> addGroup(groups, quiz));
    }
    data.set("first", rows(0, BLOCK));
    getElement().setPropertyJson("data", data);
  }

  /** Whoever has begun nothing comes last either way. */
  private Comparator<KeyPointRow> sorting() {
    if (sorted.equals(NAME)) {
      return descending ? BY_NAME.reversed() : BY_NAME;
    }
    Comparator<Double> values = Comparator.naturalOrder();
    return Comparator.<KeyPointRow, @Nullable Double>comparing(
            row -> row.average().retained(),
            Comparator.nullsLast(descending ? values.reversed() : values))
        .thenComparing(BY_NAME);
  }

  private Comparator<Integer> ordering() {
    Comparator<Integer> weakest =
        Comparator.comparingDouble(
            point -> Objects.requireNonNullElse(averages.get(point).retained(), 2.0));
    Comparator<Integer> strongest =
        Comparator.comparingDouble(
            point -> -Objects.requireNonNullElse(averages.get(point).retained(), -1.0));
    return switch (order) {
      case AS_TAUGHT -> Comparator.naturalOrder();
      case WEAKEST -> weakest;
      case STRONGEST -> strongest;
    };
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
