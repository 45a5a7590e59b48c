package app.keypoint.cohort.statistics;

import app.keypoint.access.Own;
import app.keypoint.cohort.Cohort;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import app.keypoint.review.statistics.ReviewTrends.Elapsed;
import app.keypoint.review.statistics.ReviewTrends.Week;
import app.keypoint.statistics.ScoreInterval;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * A cohort's present members over time. Wants the role of an instructor, and answers {@link
 * app.keypoint.identity.GoneException} to whoever does not run the cohort.
 */
@Validated
public interface CohortTrends {

  /** How far it looks back. */
  int WEEKS = 12;

  /** How far it looks ahead, today included. */
  int DAYS_AHEAD = 30;

  /** How far a learner's small trend looks back. */
  int TREND_WEEKS = 8;

  /**
   * Reviews of each of these members by week, oldest week first; whoever is no member, or has no
   * reviews, is absent. One statement more for all of them.
   */
  Map<Long, List<Integer>> reviewsByWeek(
      @Own long instructorId,
      long cohortId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds);

  /** The number of statements is the same for any number of members. */
  Trends of(@Own long instructorId, long cohortId);

  /**
   * What came out.
   *
   * @param weeks oldest first
   * @param gaps those that have reviews, the shortest first
   * @param forecast cards that come up on each of the next days, overdue ones today, of those who
   *     can sign in
   * @param dues the assignments due and the exams within the forecast, the nearest first
   */
  record Trends(
      Cohort cohort,
      List<Week> weeks,
      List<Gap> gaps,
      SortedMap<LocalDate, Integer> forecast,
      List<Due> dues) {

    /** The instructor's study day when it was asked for. */
    public LocalDate today() {
      return forecast.firstKey();
    }

    /** The first of the days that it looks back at. */
    public static LocalDate firstDay(LocalDate today) {
      return today.minusDays(7L * WEEKS - 1);
    }

    /** Cards that come up until something is due, whatever quizzes they are of. */
    public int cardsUntil(Due due) {
      return forecast.headMap(due.lastDay().plusDays(1)).values().stream()
          .mapToInt(Integer::intValue)
          .sum();
    }
  }

  /**
   * A quiz that is due, or examined.
   *
   * @param exam whether it is an exam
   * @param day on the instructor's calendar; once it is past, the next one for somebody who has
   *     more time
   * @param lastDay the last study day before it: another one than {@link #day} when it is due at
   *     night, before the next study day begins
   * @param extended how many who have not finished have until later
   */
  record Due(Quiz quiz, boolean exam, LocalDate day, LocalDate lastDay, int extended) {}

  /**
   * Reviews that came within a range of days after the one before.
   *
   * @param last null when there is no end
   * @param expected mean probability of recall that the scheduler gave, 0..1
   */
  record Gap(int first, @Nullable Integer last, int reviews, int remembered, double expected) {

    /** Where ranges begin: each is about twice as long as the one before. */
    private static final List<Integer> FROM = List.of(0, 2, 4, 8, 15, 31, 61);

    /** Share remembered, 0..1. */
    public double observed() {
      return (double) remembered / reviews;
    }

    /** The true shares that would plausibly give this one by chance. */
    public ScoreInterval chance() {
      return ScoreInterval.of(remembered, reviews);
    }

    /** Puts days together; ranges without reviews are left out. */
    public static List<Gap> of(List<Elapsed> days) {
      List<Gap> gaps = new ArrayList<>();
      for (int i = 0; i < FROM.size(); i++) {
        int first = FROM.get(i);
        Integer last = i == FROM.size() - 1 ? null : Integer.valueOf(FROM.get(i + 1) - 1);
        List<Elapsed> within =
            days.stream()
                .filter(day -> day.days() >= first && (last == null || day.days() <= last))
                .toList();
        int reviews = within.stream().mapToInt(Elapsed::reviews).sum();
        if (reviews > 0) {
          gaps.add(
              new Gap(
                  first,
                  last,
                  reviews,
                  within.stream().mapToInt(Elapsed::remembered).sum(),
                  within.stream().mapToDouble(Elapsed::expected).sum() / reviews));
        }
      }
      return gaps;
    }
  }
}
