package app.keypoint.cohort.statistics;

import app.keypoint.cohort.Cohort;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learners by key points. Without those whose accounts were erased: it shows who can still learn
 * what.
 *
 * @param quizzes all of the cohort, by position
 * @param quiz the only one whose key points these are, or null for all
 * @param points by quiz and in its order
 * @param rows by name
 */
public record KeyPointMap(
    Cohort cohort,
    List<Quiz> quizzes,
    @Nullable Quiz quiz,
    List<Point> points,
    List<KeyPointRow> rows) {

  /** A key point of a quiz. */
  public record Point(Quiz quiz, KeyPoint keyPoint) {}

  /**
   * A mean over those who, or that, were begun; what was not begun says nothing of memory.
   *
   * @param retained 0..1; null when nothing was begun
   * @param begun how many it rests on
   */
  public record Average(@Nullable Double retained, int begun) {

    static Average of(double[] begun) {
      double sum = 0;
      for (double each : begun) {
        sum += each;
      }
      return new Average(begun.length == 0 ? null : sum / begun.length, begun.length);
    }
  }

  /** Of the learners who have begun the key point at this index. */
  public Average averageOf(int point) {
    return Average.of(
        rows.stream()
            .filter(row -> row.begun(point))
            .mapToDouble(row -> row.retained(point))
            .toArray());
  }

  /** Of all cells that were begun. */
  public Average average() {
    return Average.of(
        rows.stream()
            .flatMapToDouble(
                row ->
                    IntStream.range(0, points.size()).filter(row::begun).mapToDouble(row::retained))
            .toArray());
  }
}
