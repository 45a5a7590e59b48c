package app.keypoint.cohort.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMaps;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.content.Catalogue;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.progress.KeyPointMastery.Level;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StoredMembers;
import app.keypoint.table.Column;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The map as it is sent to a browser. */
@ServiceTest
class KeyPointMapScreenTest extends ScreenTest {

  private static final int LEARNERS = 60;

  @Autowired Cohorts cohorts;
  @Autowired KeyPointMaps maps;
  @Autowired Catalogue catalogue;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @Autowired Translations translations;

  Account instructor;
  Cohort cohort;
  List<Long> learners;

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    return instructor;
  }

  @Override
  protected void begin() {
    cohort = cohorts.create(instructor.id(), "Seminar");
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    learners = StoredMembers.add(jdbc, catalogue, cohort.id(), today, LEARNERS);
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/map");
  }

  @Test
  void rowsAreSentAFewAtATimeAndSortedBothWays() {
    assertThat(find(H1.class).single().getText()).isEqualTo("Key point map");
    KeyPointTable table = table();
    assertThat(data(table).get("count").asInt()).isEqualTo(LEARNERS);
    assertThat(data(table).get("first")).hasSize(KeyPointTable.BLOCK);
    assertThat(table.rows(KeyPointTable.BLOCK, KeyPointTable.BLOCK)).hasSize(10);
    assertThat(table.rows(-5, 1_000_000)).hasSize(KeyPointTable.BLOCK);
    assertThat(table.rows(1_000_000, 5)).isEmpty();
    assertThat(names(table)).isSorted().startsWith("Mapped learner 001");

    table.sort("name");
    assertThat(names(table)).startsWith("Mapped learner 060");
    table.sort("average");
    List<String> averages = averages(table);
    assertThat(averages.stream().mapToInt(Integer::parseInt).boxed()).isSorted();
    table.sort("average");
    assertThat(averages(table).getFirst()).isNotEqualTo(averages.getFirst());
    assertThat(last(table)).as("who has begun nothing comes last").isEqualTo("Mapped learner 060");
    table.sort("something else");
    assertThat(data(table).get("sorted").asString()).isEqualTo("average");
  }

  @Test
  void theAverageOfAKeyPointPutsLearnersInItsOrder_whereverItsColumnStands() {
    KeyPointTable table = table();
    table.order(MapOrder.Points.WEAKEST);
    int place = 2;
    table.sortBy(place);
    assertThat(data(table).get("sorted").asString()).isEqualTo("point");
    assertThat(data(table).get("point").asInt()).isEqualTo(place);
    List<String> rising = figures(table, place);
    assertThat(rising.stream().map(Integer::valueOf).toList()).isSorted();
    table.sortBy(place);
    List<String> falling = figures(table, place);
    assertThat(falling.reversed().stream().map(Integer::valueOf).toList()).isSorted();
    assertThat(falling).isNotEqualTo(rising);
    assertThat(last(table)).as("who has begun nothing comes last").isEqualTo("Mapped learner 060");
    table.order(MapOrder.Points.STRONGEST);
    assertThat(data(table).get("point").asInt())
        .as("goes along with its column")
        .isEqualTo(points(table).size() - 1 - place);
    table.sortBy(1_000);
    table.sortBy(-1);
    assertThat(data(table).get("sorted").asString()).isEqualTo("point");
    table.sort("name");
    assertThat(data(table).get("point").asInt()).isEqualTo(-1);
    assertThat(names(table)).isSorted();
  }

  /** Of a column, without those who have not begun it. */
  private static List<String> figures(KeyPointTable table, int place) {
    return column(data(table).get("first"), 4).stream()
        .map(row -> row.split(",", -1)[place])
        .filter(figure -> !figure.isEmpty())
        .toList();
  }

  @Test
  void keyPointsStandInTheirOrderOrByTheirAverage() {
    KeyPointTable table = table();
    assertThat(data(table).get("groups")).hasSize(catalogue.quizzes().size());
    List<String> taught = points(table);
    table.order(MapOrder.Points.WEAKEST);
    assertThat(data(table).get("groups")).isEmpty();
    assertThat(points(table)).containsExactlyInAnyOrderElementsOf(taught).isNotEqualTo(taught);
    List<Integer> weakest = averagesOfPoints(table);
    assertThat(weakest).isSorted();
    table.order(MapOrder.Points.STRONGEST);
    assertThat(averagesOfPoints(table)).isEqualTo(weakest.reversed());
    // The figures go along with their columns.
    JsonNode row = data(table).get("first").get(0);
    String[] figures = row.get(4).asString().split(",");
    OptionalDouble mean =
        Arrays.stream(figures)
            .filter(each -> !each.isEmpty())
            .mapToInt(Integer::parseInt)
            .average();
    assertThat(mean.orElseThrow()).isBetween(row.get(2).asDouble() - 1, row.get(2).asDouble() + 1);
  }

  @Test
  void aNameIsFoundAndACellOpensItsKeyPoint() {
    test(find(TextField.class).single()).setValue("LEARNER 007");
    assertThat(names(table())).containsExactly("Mapped learner 007");
    String point = catalogue.quizzes().getFirst().keyPoints().get(1).id();
    UI.getCurrent()
        .navigate(
            "cohorts/" + cohort.id() + "/learners/" + learners.getFirst(),
            QueryParameters.of("point", point));
    assertThat(find(H2.class).all().getFirst().getText())
        .isEqualTo(catalogue.quizzes().getFirst().keyPoints().get(1).title());
    assertThat(find(NativeTable.class).all().getFirst().getElement().getTextRecursively())
        .contains("Forgotten");
  }

  @Test
  void itIsTakenAlongAsItIsSearchedAndOrdered() {
    KeyPointTable page = table();
    test(find(TextField.class).single()).setValue("learner 00");
    page.order(MapOrder.Points.WEAKEST);
    page.sort("average");
    page.sort("average");
    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getText)
        .containsSubsequence("CSV", "XLSX");
    MapTables tables =
        new MapTables(
            ExportWords.of(page, Locale.ENGLISH, translations),
            maps.of(instructor.id(), cohort.id(), null),
            page.order());
    List<String> names = new ArrayList<>();
    tables.learners().rows().each(row -> names.add(row.name()));
    assertThat(names).hasSize(9).isEqualTo(names(page));
    List<String> points = new ArrayList<>();
    tables.points().rows().each(point -> points.add(point.toString()));
    assertThat(tables.learners().columns().subList(0, 4))
        .extracting(Column::heading)
        .containsExactly("Name", "Average", "Key points begun", "Key points in all");
    assertThat(tables.learners().columns()).hasSize(4 + points.size());
    assertThat(points).isNotEqualTo(points.stream().sorted().toList()).hasSameSizeAs(points(page));
    assertThat(tables.points().columns())
        .extracting(Column::heading)
        .containsExactly("Quiz", "Key point", "Average", "Learners who began it", "Learners");
  }

  @Test
  void oneQuizOfIt() {
    var quiz = catalogue.quizzes().get(1);
    UI.getCurrent()
        .navigate("cohorts/" + cohort.id() + "/map", QueryParameters.of("quiz", quiz.id()));
    assertThat(points(table())).hasSize(quiz.keyPoints().size());
  }

  @Test
  void twoHundredByFiftyAreFewBytesAndSortedBothWays() {
    Quiz quiz = quizOf(50);
    KeyPointTable table = new KeyPointTable(mapOf(quiz, 200));
    UI.getCurrent().add(table);
    assertThat(data(table).get("count").asInt()).isEqualTo(200);
    assertThat(points(table)).hasSize(50);
    int block = bytes(data(table).get("first"));
    assertThat(block).as("bytes of fifty rows").isLessThan(14_000);
    assertThat(bytes(data(table)) - block).as("bytes of heads and sums").isLessThan(8_000);
    int all = 0;
    for (int from = 0; from < 200; from += KeyPointTable.BLOCK) {
      all += bytes(table.rows(from, KeyPointTable.BLOCK));
    }
    assertThat(all).as("bytes of all rows, a cell").isLessThan(6 * 200 * 50);

    List<String> taught = points(table);
    table.order(MapOrder.Points.WEAKEST);
    assertThat(averagesOfPoints(table)).isSorted();
    table.sort("average");
    List<Integer> rising = averages(table).stream().map(Integer::valueOf).toList();
    assertThat(rising).isSorted();
    assertThat(points(table)).as("columns stay as they are").isNotEqualTo(taught);
    table.sort("average");
    List<Integer> falling = averages(table).stream().map(Integer::valueOf).toList();
    assertThat(falling.reversed()).isSorted();
    assertThat(falling.getFirst()).isGreaterThan(rising.getFirst());
    assertThat(column(table.rows(199, 1), 2).getFirst()).isEqualTo(rising.getFirst().toString());
  }

  private static Quiz quizOf(int points) {
    return new Quiz(
        "wide",
        "A wide quiz",
        1,
        new Quiz.Article("On width", "Nobody", "All of it"),
        IntStream.range(0, points)
            .mapToObj(
                i -> new KeyPoint("kp-" + i, "wide", "What is said in place " + i, null, "", i))
            .toList(),
        List.of());
  }

  private KeyPointMap mapOf(Quiz quiz, int count) {
    return new KeyPointMap(
        cohort,
        List.of(quiz),
        quiz,
        quiz.keyPoints().stream().map(point -> new KeyPointMap.Point(quiz, point)).toList(),
        IntStream.range(0, count)
            .mapToObj(
                learner ->
                    new KeyPointRow(
                        learner,
                        "Mapped learner %03d".formatted(learner),
                        IntStream.range(0, quiz.keyPoints().size())
                            .mapToObj(
                                point ->
                                    new KeyPointMastery(
                                        quiz.keyPoints().get(point),
                                        1,
                                        1,
                                        (learner * 31 + point * 17)
                                            % 97
                                            * (learner + 1)
                                            / 97.0
                                            / count,
                                        Level.GROWING))
                            .toList()))
            .toList());
  }

  private static int bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private KeyPointTable table() {
    return find(KeyPointTable.class).single();
  }

  private static JsonNode data(KeyPointTable table) {
    return (JsonNode) table.getElement().getPropertyRaw("data");
  }

  private static List<String> names(KeyPointTable table) {
    return column(data(table).get("first"), 1);
  }

  private static List<String> averages(KeyPointTable table) {
    return column(data(table).get("first"), 2);
  }

  private static String last(KeyPointTable table) {
    return column(table.rows(LEARNERS - 1, 1), 1).getFirst();
  }

  private static List<String> column(JsonNode rows, int column) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.get(column).asString())
        .toList();
  }

  private static List<String> points(KeyPointTable table) {
    return StreamSupport.stream(data(table).get("points").spliterator(), false)
        .map(point -> point.get("id").asString())
        .toList();
  }

  private static List<Integer> averagesOfPoints(KeyPointTable table) {
    return StreamSupport.stream(data(table).get("points").spliterator(), false)
        .map(point -> Integer.parseInt(point.get("average").asString()))
        .toList();
  }
}
