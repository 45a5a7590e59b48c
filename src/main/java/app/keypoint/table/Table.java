package app.keypoint.table;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table: what its columns are, and its rows in their order.
 *
 * @param title what it is called
 */
public record Table<R>(String title, List<Column<R>> columns, Rows<R> rows) {

  /** One whose rows are at hand. */
  public static <R> Table<R> of(String title, List<Column<R>> columns, List<R> rows) {
    return new Table<R>(title, columns, rows::forEach);
  }

  /** Rows that are told one after the other, so that nobody has to hold all of them. */
  @FunctionalInterface
  public interface Rows<R> {

    /** Tells each. */
    void each(Consumer<? super R> row);
  }
}
