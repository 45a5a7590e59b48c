package app.keypoint.review.internal.schedule;

import app.keypoint.review.DueCard.Preview;
import app.keypoint.scheduling.Grade;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What each grade would give, by the transition that the answer uses. */
public final class Previews {

  private Previews() {}

  public static Map<Grade, Preview> of(CardSchedule schedule, AnswerContext context) {
    Map<Grade, Preview> previews = new EnumMap<>(Grade.class);
    Arrays.stream(Grade.values())
        .forEach(grade -> previews.put(grade, of(schedule.after(grade, context), context.today())));
    return Collections.unmodifiableMap(previews);
  }

  private static Preview of(CardSchedule after, LocalDate today) {
    return new Preview(days(today, after), stays(today, after));
  }

  /** Days until the card is due; 0 when it is today. */
  public static int days(LocalDate today, CardSchedule schedule) {
    return Math.toIntExact(schedule.due().toEpochDay() - today.toEpochDay());
  }

  /** Whether the card stays in the day's queue. */
  public static boolean stays(LocalDate today, CardSchedule schedule) {
    return !schedule.comesUp().isAfter(today);
  }
}
