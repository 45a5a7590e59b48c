package app.keypoint.review.internal;

import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.quiz.QuizDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A learner's days follow from the log, from answers in quizzes and from what was brought. */
@Component
class DerivedDays {

  private final LearnerDayRepository days;
  private final PastReviewRepository past;
  private final QuizDays quizzes;

  DerivedDays(LearnerDayRepository days, PastReviewRepository past, QuizDays quizzes) {
    this.days = days;
    this.past = past;
    this.quizzes = quizzes;
  }

  /** With what does not come from the log of cards. */
  Sums sums(long learnerId) {
    Sums sums = new Sums(learnerId, days);
    quizzes
        .answers(learnerId)
        .forEach((day, answers) -> sums.add(day, new DayCount(answers, 0, 0, 0, 0, 0, 0, 0)));
    past.findByLearnerIdOrderByAt(learnerId)
        .forEach(brought -> sums.add(brought.studyDay, DayCount.of(brought.toAnswer())));
    return sums;
  }

  /** Counters by day. */
  static final class Sums {

    private final long learnerId;
    private final LearnerDayRepository days;
    private final Map<LocalDate, DayCount> counts = new TreeMap<>();
    private final Map<LocalDate, String> explained = new HashMap<>();

    private Sums(long learnerId, LearnerDayRepository days) {
      this.learnerId = learnerId;
      this.days = days;
    }

    void add(LocalDate day, DayCount count) {
      counts.merge(day, count, DayCount::plus);
    }

    void add(LocalDate day, DayCount count, LogEntry entry) {
      if (!count.isZero()) {
        add(day, count);
        explained.put(day, entry.describe());
      }
    }

    void check(Consumer<Difference> found) {
      Map<LocalDate, DayCount> open = new TreeMap<>(counts);
      for (LearnerDayEntity day : days.findByLearnerIdOrderByStudyDay(learnerId)) {
        DayCount follows = open.getOrDefault(day.studyDay, DayCount.NONE);
        open.remove(day.studyDay);
        tell(day.studyDay, day.counts(), follows, found);
      }
      open.forEach((day, follows) -> tell(day, DayCount.NONE, follows, found));
    }

    private void tell(LocalDate day, DayCount kept, DayCount follows, Consumer<Difference> found) {
      if (!kept.equals(follows)) {
        Differing differing = Differing.of(kept.toString(), follows.toString());
        found.accept(
            new Difference(
                learnerId,
                Kind.DAY,
                "day " + day,
                differing.kept(),
                differing.follows(),
                explained.get(day)));
      }
    }

    /** Sets each day to what follows. */
    void write() {
      Map<LocalDate, DayCount> open = new TreeMap<>(counts);
      for (LearnerDayEntity day : days.findByLearnerIdOrderByStudyDay(learnerId)) {
        DayCount follows = open.getOrDefault(day.studyDay, DayCount.NONE);
        open.remove(day.studyDay);
        if (!day.counts().equals(follows)) {
          int unused = days.update(learnerId, day.studyDay, follows.plus(day.counts().negated()));
        }
      }
      open.forEach((day, follows) -> days.add(learnerId, day, follows));
    }
  }
}
