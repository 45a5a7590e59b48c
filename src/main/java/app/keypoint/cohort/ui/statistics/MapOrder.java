package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMap.Average;
import app.keypoint.cohort.statistics.KeyPointRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of a map is shown and in which order: the same on the page and in a file.
 *
 * @param points in which order key points stand
 * @param wanted part of a name, in lower case; empty for everybody
 * @param byAverage whether learners stand by their average instead of their name
 * @param point by which of the map's key points they stand; null for none
 */
public record MapOrder(
    Points points,
    String wanted,
    boolean byAverage,
    @Nullable Integer point,
    boolean descending) {

  /** As a map is opened. */
  public static final MapOrder FIRST = new MapOrder(Points.AS_TAUGHT, "", false, null, false);

  /** In which order key points stand. */
  enum Points {
    AS_TAUGHT,
    WEAKEST,
    STRONGEST
  }

  MapOrder with(Points order) {
    return new MapOrder(order, wanted, byAverage, point, descending);
  }

  MapOrder finding(String text) {
    return new MapOrder(
        points, text.strip().toLowerCase(Locale.ROOT), byAverage, point, descending);
  }

  /** By another column from its start, or by the same the other way round. */
  MapOrder sorting(boolean average) {
    boolean same = point == null && average == byAverage;
    return new MapOrder(points, wanted, average, null, same && !descending);
  }

  /** By a key point, those who hold it worst first, or the other way round. */
  MapOrder sortingBy(int keyPoint) {
    boolean same = point != null && point == keyPoint;
    return new MapOrder(points, wanted, false, keyPoint, same && !descending);
  }

  /** Who is shown. */
  List<KeyPointRow> rows(KeyPointMap map) {
    List<KeyPointRow> found =
        map.rows().stream()
            .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    if (byAverage) {
      return found.stream().sorted(learnersBy(row -> row.average().retained())).toList();
    }
    Integer by = point;
    if (by != null && by < map.points().size()) {
      return found.stream()
          .sorted(learnersBy(row -> row.begun(by) ? (Double) row.retained(by) : null))
          .toList();
    }
    return descending ? found.reversed() : found;
  }

  /** Where in the map each column stands. */
  List<Integer> columns(List<Average> averages) {
    return IntStream.range(0, averages.size()).boxed().sorted(columnsBy(averages)).toList();
  }

  /** Whoever has begun nothing of it comes last either way; those who are equal stay by name. */
  private Comparator<KeyPointRow> learnersBy(Function<KeyPointRow, @Nullable Double> figure) {
    Comparator<Double> values = Comparator.naturalOrder();
    return Comparator.comparing(
        figure,
        Comparator.nullsLast(descending ? values.reversed() : values));
  }

  private Comparator<Integer> columnsBy(List<Average> averages) {
    return switch (points) {
      case AS_TAUGHT -> Comparator.naturalOrder();
      case WEAKEST ->
          Comparator.comparingDouble(
              point -> Objects.requireNonNullElse(averages.get(point).retained(), 2.0));
      case STRONGEST ->
          Comparator.comparingDouble(
              point -> -Objects.requireNonNullElse(averages.get(point).retained(), -1.0));
    };
  }
}
