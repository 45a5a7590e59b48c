package app.keypoint.reminder.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendHourTest {

  @ParameterizedTest
  @CsvSource({
    // Later today, tomorrow when it has passed, and tomorrow at the very hour.
    "7, Europe/Berlin, 2026-01-10T05:59:59Z, 2026-01-10T06:00:00Z",
    "7, Europe/Berlin, 2026-01-10T06:00:01Z, 2026-01-11T06:00:00Z",
    "7, Europe/Berlin, 2026-01-10T06:00:00Z, 2026-01-11T06:00:00Z",
    // Over both changes of the clocks the hour stays.
    "7, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T05:00:00Z",
    "7, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T06:00:00Z",
    // Skipped: at the jump. Repeated: the first of the two, and not again an hour later.
    "2, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "2, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z",
    "2, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:00:00Z",
    // Midnight skipped, zones off the hour, the ends of the world.
    "0, America/Asuncion, 2023-09-30T12:00:00Z, 2023-10-01T04:00:00Z",
    "9, Asia/Kathmandu, 2026-01-10T00:00:00Z, 2026-01-10T03:15:00Z",
    "9, Pacific/Kiritimati, 2026-01-10T00:00:00Z, 2026-01-10T19:00:00Z",
    "2, Australia/Lord_Howe, 2026-10-03T00:00:00Z, 2026-10-03T15:30:00Z",
  })
  void isNextAt(int hour, String zone, Instant now, Instant next) {
    assertThat(new SendHour(hour).next(now, ZoneId.of(zone))).isEqualTo(next);
  }

  @Property
  void theLastIsNotAfterNowAndTheNextIsTheOneAfterIt(
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @LongRange(min = 1_600_000_000, max = 2_000_000_000) long second) {
    Instant now = Instant.ofEpochSecond(second);
    for (String name : new String[] {"America/New_York", "Africa/Cairo", "Asia/Shanghai"}) {
      ZoneId zone = ZoneId.of(name);
      SendHour at = new SendHour(hour);
      Instant last = at.last(now, zone);
      Instant next = at.next(now, zone);
      assertThat(last).isBeforeOrEqualTo(now);
      assertThat(next).isAfter(now);
      assertThat(at.next(last, zone)).isEqualTo(next);
      assertThat(at.last(next, zone)).isEqualTo(next);
      assertThat(Duration.between(last, next))
          .isBetween(Duration.ofHours(23), Duration.ofHours(25));
      LocalDate day = LocalDate.ofInstant(next, zone);
      assertThat(LocalTime.ofInstant(next, zone))
          .isEqualTo(LocalTime.from(day.atTime(hour, 0).atZone(zone)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 24})
  void isAnHourOfTheDay(int hour) {
    assertThatThrownBy(() -> new SendHour(hour)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isReadInTheReadersLanguage() {
    assertThat(new SendHour(7).label(java.util.Locale.SIMPLIFIED_CHINESE)).isEqualTo("07:00");
    assertThat(new SendHour(19).label(java.util.Locale.ENGLISH)).startsWith("7:00").endsWith("PM");
  }
}
