package app.keypoint.interchange;

import app.keypoint.interchange.CellFinding.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What a cell says about the time of an answer. */
sealed interface ReviewTime {

  /**
   * @param at to the millisecond, which is what the format can hold
   * @param local whether the cell left the offset to the learner's zone
   */
  record At(Instant at, boolean local) implements ReviewTime {}

  record Wrong(Problem problem) implements ReviewTime {}

  /** Understands cells, for one learner at one moment. */
  final class Reader {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks differ, zones are mistaken. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");
    private static final int DATE_LENGTH = "2000-01-01".length();

    private static final DateTimeFormatter ISO =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final Instant latest;

    Reader(ZoneId zone, Instant now) {
      this.zone = zone;
      this.latest = now.plus(GRACE);
    }

    /**
     * @param cell without space around it
     */
    ReviewTime read(String cell) {
      if (cell.isEmpty()) {
        return new Wrong(Problem.TIME_EMPTY);
      }
      Long millis = WholeNumber.of(cell);
      if (millis != null) {
        return number(millis);
      }
      if (SCIENTIFIC.matcher(cell).matches()) {
        return new Wrong(Problem.TIME_ROUNDED);
      }
      try {
        // Many programs put a space where ISO 8601 has a T.
        String iso =
            cell.length() > DATE_LENGTH && cell.charAt(DATE_LENGTH) == ' '
                ? cell.substring(0, DATE_LENGTH) + 'T' + cell.substring(DATE_LENGTH + 1)
                : cell;
        return switch (ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)) {
          case OffsetDateTime time -> within(time.toInstant(), false);
          case LocalDateTime time -> within(time.atZone(zone).toInstant(), true);
          default -> new Wrong(Problem.TIME_UNREADABLE);
        };
      } catch (DateTimeException e) {
        return new Wrong(Problem.TIME_UNREADABLE);
      }
    }

    private ReviewTime number(long number) {
      if (number >= EARLIEST.getEpochSecond() && number <= latest.getEpochSecond()) {
        return new Wrong(Problem.TIME_IN_SECONDS);
      }
      if (number / 1000 >= EARLIEST.toEpochMilli()) {
        return new Wrong(Problem.TIME_TOO_FINE);
      }
      return within(Instant.ofEpochMilli(number), false);
    }

    private ReviewTime within(Instant at, boolean local) {
      if (at.isBefore(EARLIEST)) {
        return new Wrong(Problem.TIME_BEFORE_2000);
      }
      return at.isAfter(latest)
          ? new Wrong(Problem.TIME_IN_FUTURE)
          : new At(at.truncatedTo(ChronoUnit.MILLIS), local);
    }
  }
}
