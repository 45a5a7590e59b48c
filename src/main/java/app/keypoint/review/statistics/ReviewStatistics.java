package app.keypoint.review.statistics;

import app.keypoint.content.Quiz;
import app.keypoint.content.ServedQuestions;
import app.keypoint.identity.Accounts;
import app.keypoint.review.CardState;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.validation.annotation.Validated;

/** What other features read of reviews. Each method is one query whatever the log's length. */
@Validated
public interface ReviewStatistics {

  /** What waits for a learner on a study day. */
  LearnerLoad load(long learnerId, LocalDate today);

  /**
   * The same for many learners, each with their own study day; learners without cards are absent.
   */
  Map<Long, LearnerLoad> loads(
      @Size(max = Accounts.MAX_AT_ONCE) Map<Long, LocalDate> todayByLearner);

  /**
   * What waits for many learners and how their last weeks were, each with their own study day; who
   * has not begun is absent. Two queries that give a row for each learner.
   */
  Map<Long, LearnerFigures> figures(
      @Size(max = Accounts.MAX_AT_ONCE) Map<Long, LocalDate> todayByLearner);

  /**
   * For how many of these learners each question is a leech, of all questions that they hold. One
   * query, which reads each of their cards once, in the order in which these are stored.
   */
  Map<String, Leeches> leeches(@Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds);

  /** All cards of a learner. */
  List<CardState> cards(long learnerId);

  /**
   * All cards of many learners and what waits of them, from the same rows; learners without cards
   * are absent.
   */
  Map<Long, LearnerCards> cards(
      @Size(max = Accounts.MAX_AT_ONCE) Map<Long, LocalDate> todayByLearner);

  /** Cards per day on which they come up, from today for so many days; overdue ones count today. */
  SortedMap<LocalDate, Integer> forecast(long learnerId, LocalDate today, int days);

  /**
   * Days in a row of all that a learner ever had. One query that gives one row.
   *
   * @param brought whether a day counts of which every answer was brought from elsewhere
   */
  Streak streak(long learnerId, LocalDate today, boolean brought);

  /** Study days with activity in the range, both ends included, by day. */
  List<DayActivity> activity(long learnerId, LocalDate from, LocalDate to);

  /**
   * For how many of these learners each question is a leech; questions of which nobody has a card
   * are absent. One query.
   */
  Map<String, Leeches> leeches(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = ServedQuestions.MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /**
   * Those of these learners whose card of a question is a leech, and how often each has forgotten
   * it: as {@link #leeches} counts them. One query.
   */
  Map<Long, Integer> lapses(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = Quiz.MAX_ID) String questionId);

  /**
   * The ids of those of these quizzes of which each of these learners has a card that was answered
   * here: one that a file began is not enough. Who has none is absent. One query, and none for
   * nobody.
   */
  Map<Long, Set<String>> quizzesReviewed(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds);

  /**
   * Of a question.
   *
   * @param learners whose card of it is a leech
   * @param holders who have a card of it that was answered
   */
  record Leeches(int learners, int holders) {}
}
