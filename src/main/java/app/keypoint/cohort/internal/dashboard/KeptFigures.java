package app.keypoint.cohort.internal.dashboard;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.ReviewStatistics;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What cards, days and quizzes say of a cohort's members, which is dear to add up: kept for as long
 * as nothing of it changed. Whoever asks has said who the members are and what day each of them
 * has, and the database says whether anybody did anything since. What nobody does, such as cards
 * put away when quizzes are read anew, shows within {@link #LONGEST}. Who may ask is not asked
 * here.
 */
@Component
class KeptFigures {

  /** For changes that nobody's step tells of: cards put away, a restored backup. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Of all cohorts together; of each, some two kilobytes are kept. */
  private static final long MOST_LEARNERS = 20_000;

  private final CohortPulse pulse;
  private final Catalogue catalogue;
  private final ReviewStatistics reviews;
  private final QuizStandings standings;
  private final Cache<Long, Kept> kept =
      Caffeine.newBuilder()
          .expireAfterWrite(LONGEST)
          .maximumWeight(MOST_LEARNERS)
          .weigher((Long _, Kept one) -> one.key().today().size() + 1)
          .executor(Runnable::run)
          .build();

  KeptFigures(
      CohortPulse pulse, Catalogue catalogue, ReviewStatistics reviews, QuizStandings standings) {
    this.pulse = pulse;
    this.catalogue = catalogue;
    this.reviews = reviews;
    this.standings = standings;
  }

  /**
   * Figures of members.
   *
   * @param figures of who has begun, by learner
   * @param standings by learner and quiz
   */
  record Figures(
      Map<Long, LearnerFigures> figures, Map<Long, Map<String, QuizStanding>> standings) {

    LearnerFigures of(long learnerId) {
      return figures.getOrDefault(learnerId, LearnerFigures.NONE);
    }

    int finishedOf(List<Quiz> quizzes, long learnerId) {
      return QuizStanding.finishedOf(quizzes, standings.getOrDefault(learnerId, Map.of()));
    }
  }

  /**
   * All that figures follow from: the members with their days, what is served (the cards of a
   * question go with it), and what they did so far.
   */
  private record Key(Map<Long, LocalDate> today, List<Quiz> served, String done) {}

  private record Kept(Key key, Figures figures) {}

  /**
   * Of all members. One statement while nothing changed, four otherwise.
   *
   * @param today every member's present study day
   */
  Figures of(long cohortId, Map<Long, LocalDate> today) {
    // Before the figures: what is done meanwhile makes another key.
    Key now = new Key(today, catalogue.quizzes(), pulse.done(cohortId));
    Kept last = kept.getIfPresent(cohortId);
    if (last != null && last.key().equals(now)) {
      return last.figures();
    }
    Figures read =
        new Figures(
            Collections.unmodifiableMap(reviews.figures(today)),
            Collections.unmodifiableMap(standings.of(today.keySet())));
    // What a transaction wrote itself may yet come to nothing.
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      kept.put(cohortId, new Kept(now, read));
    }
    return read;
  }
}
