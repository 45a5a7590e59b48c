package app.keypoint.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCalendarTest {

  @ParameterizedTest(name = "{0} rollover {1}: {2} is {3}")
  @CsvSource({
    "UTC, 4, 2026-03-02T03:59:59Z, 2026-03-01",
    "UTC, 4, 2026-03-02T04:00:00Z, 2026-03-02",
    "UTC, 0, 2026-03-02T00:00:00Z, 2026-03-02",
    // Both sides of the date line at one instant.
    "Pacific/Kiritimati, 4, 2026-03-02T14:00:00Z, 2026-03-03",
    "Pacific/Pago_Pago, 4, 2026-03-02T14:00:00Z, 2026-03-01",
    // Clocks jump from 02:00 to 03:00: the day starts with the jump.
    "Europe/Berlin, 2, 2026-03-29T00:59:59Z, 2026-03-28",
    "Europe/Berlin, 2, 2026-03-29T01:00:00Z, 2026-03-29",
    // Clocks go back from 03:00 to 02:00: the day does not start twice.
    "Europe/Berlin, 2, 2026-10-24T23:59:59Z, 2026-10-24",
    "Europe/Berlin, 2, 2026-10-25T00:00:00Z, 2026-10-25",
    "Europe/Berlin, 2, 2026-10-25T01:30:00Z, 2026-10-25",
    // Half an hour of DST.
    "Australia/Lord_Howe, 2, 2026-10-03T15:30:00Z, 2026-10-04",
  })
  void dayOf(String zone, int rollover, Instant instant, LocalDate day) {
    assertThat(new StudyCalendar(ZoneId.of(zone), rollover).dayOf(instant)).isEqualTo(day);
  }

  @Property
  void aDayNeverFallsWhileTimeRises(
      @ForAll("zones") String zone,
      @ForAll @IntRange(max = 23) int rollover,
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
      @ForAll @IntRange(max = 200_000) int later) {
    StudyCalendar calendar = new StudyCalendar(ZoneId.of(zone), rollover);
    Instant instant = Instant.ofEpochSecond(second);
    assertThat(calendar.dayOf(instant.plusSeconds(later)))
        .isAfterOrEqualTo(calendar.dayOf(instant));
  }

  @Property
  void aDayStartsAtItsStart(
      @ForAll("zones") String zone,
      @ForAll @IntRange(max = 23) int rollover,
      @ForAll @IntRange(min = 19_000, max = 22_000) int epochDay) {
    StudyCalendar calendar = new StudyCalendar(ZoneId.of(zone), rollover);
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    Instant start = calendar.startOf(day);
    assertThat(calendar.dayOf(start)).isEqualTo(day);
    assertThat(calendar.dayOf(start.minusSeconds(1))).isEqualTo(day.minusDays(1));
    assertThat(Duration.between(start, calendar.startOf(day.plusDays(1))))
        .isBetween(Duration.ofHours(22), Duration.ofHours(26));
  }

  @Test
  void refusesAnHourThatIsNone() {
    assertThatThrownBy(() -> new StudyCalendar(ZoneId.of("UTC"), 24)).hasMessageContaining("0..23");
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        List.of(
            "UTC",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Europe/Berlin",
            "America/New_York",
            "America/Havana",
            "Australia/Lord_Howe",
            "Asia/Shanghai",
            "Asia/Kathmandu",
            "America/St_Johns"));
  }
}
