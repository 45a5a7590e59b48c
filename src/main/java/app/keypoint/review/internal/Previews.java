package app.keypoint.review.internal;

import app.keypoint.review.DueCard.Preview;
import app.keypoint.review.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What each grade would give, by the transition that the answer uses. */
final class Previews {

  private Previews() {}

  static Map<Grade, Preview> of(CardSchedule schedule, LocalDate today, Instant now) {
    Map<Grade, Preview> previews = new EnumMap<>(Grade.class);
    Arrays.stream(Grade.values())
        .forEach(grade -> previews.put(grade, of(schedule.after(grade, today, now), today)));
    return Collections.unmodifiableMap(previews);
  }

  private static Preview of(CardSchedule after, LocalDate today) {
    return new Preview(ReviewService.days(today, after), ReviewService.stays(today, after));
  }
}
