package app.keypoint.review.internal.integrity;

import app.keypoint.integrity.Difference.Kind;
import app.keypoint.integrity.Difference;
import app.keypoint.quiz.QuizDays;
import app.keypoint.review.internal.history.PastAnswers;
import app.keypoint.review.internal.log.DayCount;
import app.keypoint.review.internal.log.LearnerDayEntity;
import app.keypoint.review.internal.log.LearnerDayRepository;
import app.keypoint.review.internal.log.LogEntry;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A learner's days follow from the log, from answers in quizzes and from what was brought. */
@Component
class DerivedDays {

  private final LearnerDayRepository days;
  private final PastAnswers past;
  private final QuizDays quizzes;
  private final EntityManager db;

  DerivedDays(LearnerDayRepository days, PastAnswers past, QuizDays quizzes, EntityManager db) {
    this.days = days;
    this.past = past;
    this.quizzes = quizzes;
    this.db = db;
  }

  /** Of a learner, with nothing counted yet. */
  Sums sums(long learnerId) {
    return new Sums(learnerId);
  }

  /** Counters by day. The log of cards is counted entry by entry, the rest at the end. */
  final class Sums {

    private final long learnerId;
    private final Map<LocalDate, DayCount> counts = new HashMap<>();
    private final Map<LocalDate, LogEntry> latest = new HashMap<>();
    private final Map<LocalDate, String> elsewhere = new HashMap<>();

    private Sums(long learnerId) {
      this.learnerId = learnerId;
    }

    /** Counts what was not taken back of a card's log. */
    void add(CardCheck log) {
      for (LogEntry entry : log.effective()) {
        DayCount count = DayCount.of(entry);
        if (!count.isZero()) {
          counts.merge(entry.studyDay(), count, DayCount::plus);
          latest.merge(
              entry.studyDay(), entry, (one, other) -> one.step() > other.step() ? one : other);
        }
      }
    }

    void check(Consumer<Difference> found) {
      Map<LocalDate, DayCount> follows = all();
      for (LearnerDayEntity day : days.findByLearnerIdOrderByStudyDay(learnerId)) {
        DayCount should = follows.remove(day.studyDay());
        tell(day.studyDay(), day.counts(), should == null ? DayCount.NONE : should, found);
        db.detach(day);
      }
      follows.forEach((day, should) -> tell(day, DayCount.NONE, should, found));
    }

    private void tell(LocalDate day, DayCount kept, DayCount follows, Consumer<Difference> found) {
      if (!kept.equals(follows)) {
        Differing differing = Differing.of(kept.toString(), follows.toString());
        LogEntry entry = latest.get(day);
        found.accept(
            new Difference(
                learnerId,
                Kind.DAY,
                "day " + day,
                differing.kept(),
                differing.follows(),
                entry == null ? elsewhere.get(day) : entry.describe()));
      }
    }

    /**
     * Sets each day to what follows. Whoever answers in a quiz meanwhile waits for a day that is
     * held, and is counted by its own transaction; so is a day that somebody begins meanwhile.
     */
    void write() {
      Set<LocalDate> missing = new TreeSet<>(all().keySet());
      missing.removeAll(days.days(learnerId));
      missing.forEach(day -> days.open(learnerId, day));
      Map<LocalDate, LearnerDayEntity> held = new TreeMap<>();
      days.lockAll(learnerId).forEach(day -> held.put(day.studyDay(), day));
      Map<LocalDate, DayCount> follows = all();
      held.forEach(
          (day, row) -> {
            DayCount off = follows.getOrDefault(day, DayCount.NONE).plus(row.counts().negated());
            if (!off.equals(DayCount.NONE)) {
              int unused = days.update(learnerId, day, off);
            }
          });
    }

    private Map<LocalDate, DayCount> all() {
      Map<LocalDate, DayCount> all = new TreeMap<>(counts);
      past.eachOf(
          learnerId,
          answer -> {
            all.merge(answer.studyDay(), DayCount.of(answer), DayCount::plus);
            elsewhere.put(answer.studyDay(), "the answer brought of " + answer.at());
          });
      quizzes
          .answers(learnerId)
          .forEach(
              (day, answers) -> {
                all.merge(
                    day,
                    DayCount.quizAnswers(answers.count(), answers.confidence()),
                    DayCount::plus);
                elsewhere.put(day, "attempt " + answers.latestAttempt());
              });
      return all;
    }
  }
}
