package app.keypoint.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param kind what its values are
 * @param cell what of a row stands in it
 */
public record Column<R>(String heading, Kind kind, Function<? super R, Cell> cell) {

  /** What the values of a column are. */
  public enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    SHARE,
    DAY,
    MOMENT
  }

  /** Of words; null is unknown, as in all of them. */
  public static <R> Column<R> text(
      String heading, Function<? super R, ? extends @Nullable String> value) {
    return of(heading, Kind.TEXT, value, Cell.Text::new);
  }

  /** Of counts. */
  public static <R> Column<R> whole(
      String heading, Function<? super R, ? extends @Nullable Number> value) {
    return of(heading, Kind.WHOLE, value, number -> new Cell.Whole(number.longValue()));
  }

  /** Of measures. */
  public static <R> Column<R> decimal(
      String heading, Function<? super R, ? extends @Nullable Number> value) {
    return of(heading, Kind.DECIMAL, value, number -> new Cell.Decimal(number.doubleValue()));
  }

  /** Of shares, 1 being all. */
  public static <R> Column<R> share(
      String heading, Function<? super R, ? extends @Nullable Number> value) {
    return of(heading, Kind.SHARE, value, number -> new Cell.Share(number.doubleValue()));
  }

  /** Of days. */
  public static <R> Column<R> day(
      String heading, Function<? super R, ? extends @Nullable LocalDate> value) {
    return of(heading, Kind.DAY, value, Cell.Day::new);
  }

  /** Of moments, as clocks of a zone show them; the heading says which. */
  public static <R> Column<R> moment(
      String heading, ZoneId zone, Function<? super R, ? extends @Nullable Instant> value) {
    return of(
        heading + " (" + nameOf(zone) + ")",
        Kind.MOMENT,
        value,
        instant -> new Cell.Moment(LocalDateTime.ofInstant(instant, zone)));
  }

  /** What a zone is called in a heading. */
  public static String nameOf(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static <R, T> Column<R> of(
      String heading,
      Kind kind,
      Function<? super R, ? extends @Nullable T> value,
      Function<T, Cell> cell) {
    return new Column<>(
        heading,
        kind,
        row -> {
          @Nullable T found = value.apply(row);
          return found == null ? Cell.EMPTY : cell.apply(found);
        });
  }
}
