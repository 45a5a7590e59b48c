package app.keypoint.interchange;

import java.util.List;

/**
 * What is wrong with the rows of a file.
 *
 * @param first the findings in the order of the file, at most {@link #KEPT}
 * @param total all findings, also those that were not kept
 * @param rows rows with at least one finding
 */
public record Findings(List<CellFinding> first, int total, int rows) {

  /** How many findings are kept: nobody reads more, and a file may hold a million. */
  public static final int KEPT = 200;

  public Findings {
    first = List.copyOf(first);
  }

  public boolean isEmpty() {
    return total == 0;
  }
}
