package app.keypoint.cohort.statistics;

import app.keypoint.cohort.statistics.KeyPointMap.Average;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.progress.KeyPointMastery.Level;
import java.util.Arrays;
import java.util.List;

/**
 * A learner in a {@link KeyPointMap}: a page keeps thousands of figures while it is open, so they
 * are kept as such, without an object for each.
 */
public final class KeyPointRow {

  private static final float NOT_BEGUN = -1;

  private final long learnerId;
  private final String name;
  private final float[] retained;

  /**
   * @param mastery in the order of the map's key points
   */
  public KeyPointRow(long learnerId, String name, List<KeyPointMastery> mastery) {
    this.learnerId = learnerId;
    this.name = name;
    this.retained = new float[mastery.size()];
    for (int i = 0; i < retained.length; i++) {
      KeyPointMastery point = mastery.get(i);
      retained[i] = point.level() == Level.NEW ? NOT_BEGUN : (float) point.retained();
    }
  }

  public long learnerId() {
    return learnerId;
  }

  public String name() {
    return name;
  }

  /** Whether the learner has a card of the key point at this index. */
  public boolean begun(int point) {
    return retained[point] != NOT_BEGUN;
  }

  /** How much of it is retained, 0..1; only of one that was begun. */
  public double retained(int point) {
    return retained[point];
  }

  /** Over the key points that were begun. */
  public Average average() {
    double[] begun = new double[retained.length];
    int count = 0;
    for (float each : retained) {
      if (each != NOT_BEGUN) {
        begun[count++] = each;
      }
    }
    return Average.of(Arrays.copyOf(begun, count));
  }
}
