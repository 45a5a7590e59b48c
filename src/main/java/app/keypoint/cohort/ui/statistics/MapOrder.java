package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMap.Average;
import app.keypoint.cohort.statistics.KeyPointRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What of a map is shown and in which order: the same on the page and in a file.
 *
 * @param points in which order key points stand
 * @param wanted part of a name, in lower case; empty for everybody
 * @param byAverage whether learners stand by their average instead of their name
 */
public record MapOrder(Points points, String wanted, boolean byAverage, boolean descending) {

  /** As a map is opened. */
  public static final MapOrder FIRST = new MapOrder(Points.AS_TAUGHT, "", false, false);

  /** In which order key points stand. */
  enum Points {
    AS_TAUGHT,
    WEAKEST,
    STRONGEST
  }

  MapOrder with(Points order) {
    return new MapOrder(order, wanted, byAverage, descending);
  }

  MapOrder finding(String text) {
    return new MapOrder(points, text.strip().toLowerCase(Locale.ROOT), byAverage, descending);
  }

  /** By another column from its start, or by the same the other way round. */
  MapOrder sorting(boolean average) {
    return new MapOrder(points, wanted, average, average == byAverage && !descending);
  }

  /** Who is shown. */
  List<KeyPointRow> rows(KeyPointMap map) {
    List<KeyPointRow> found =
        map.rows().stream()
            .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    if (byAverage) {
      return found.stream().sorted(learnersByAverage()).toList();
    }
    return descending ? found.reversed() : found;
  }

  /** Where in the map each column stands. */
  List<Integer> columns(List<Average> averages) {
    return IntStream.range(0, averages.size()).boxed().sorted(columnsBy(averages)).toList();
  }

  /** Whoever has begun nothing comes last either way; those of one average stay by name. */
  private Comparator<KeyPointRow> learnersByAverage() {
    Comparator<Double> values = Comparator.naturalOrder();
    return Comparator.comparing(
        row -> row.average().retained(),
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
