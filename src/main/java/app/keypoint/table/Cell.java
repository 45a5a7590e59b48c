package app.keypoint.table;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What stands in a cell, with its kind, so that a spreadsheet can count and sort by it. */
public sealed interface Cell {

  /** Nothing is known. */
  Cell EMPTY = new Empty();

  /** Words, perhaps of others: never a formula. */
  record Text(String value) implements Cell {}

  /** A count. */
  record Whole(long value) implements Cell {}

  /** A measure. */
  record Decimal(double value) implements Cell {}

  /** A share of a whole, mostly 0..1. */
  record Share(double value) implements Cell {}

  /** A day. */
  record Day(LocalDate value) implements Cell {}

  /** A moment as the clocks of the zone show it that the heading names. */
  record Moment(LocalDateTime value) implements Cell {}

  /** {@link #EMPTY}. */
  record Empty() implements Cell {}
}
