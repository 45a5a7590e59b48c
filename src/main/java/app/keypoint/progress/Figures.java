package app.keypoint.progress;

import app.keypoint.review.DayActivity;
import app.keypoint.review.Retention;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Sums over study days. */
final class Figures {

  /** Taken for an answer as long as a learner has none of their own to go by. */
  static final Duration USUAL_ANSWER = Duration.ofSeconds(15);

  private Figures() {}

  static List<DayActivity> between(Collection<DayActivity> days, LocalDate from, LocalDate to) {
    return days.stream()
        .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to))
        .toList();
  }

  static Retention retention(Collection<DayActivity> days, LocalDate from, LocalDate to) {
    return between(days, from, to).stream()
        .map(DayActivity::retention)
        .reduce(Retention.NONE, Retention::plus);
  }

  /** Mean time of an answer, or what is usual when there was none. */
  static Duration perAnswer(Collection<DayActivity> days) {
    int answers = days.stream().mapToInt(DayActivity::answers).sum();
    return answers == 0 ? USUAL_ANSWER : total(days).dividedBy(answers);
  }

  /** Mean time of a day with activity; zero when there was none. */
  static Duration perDay(Collection<DayActivity> days) {
    return days.isEmpty() ? Duration.ZERO : total(days).dividedBy(days.size());
  }

  private static Duration total(Collection<DayActivity> days) {
    return days.stream().map(DayActivity::timeTaken).reduce(Duration.ZERO, Duration::plus);
  }
}
