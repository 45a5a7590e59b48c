package app.keypoint.review.statistics;

import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * What many learners' reviews add up to over time. The database groups: each method is one query,
 * and reads a row for each week or day, whoever the learners are, unless it is about each of them.
 * Answers that were brought from elsewhere count nowhere here.
 */
@Validated
public interface ReviewTrends {

  /**
   * The last weeks, of seven study days each, the last of them today; oldest first. Further east it
   * may be tomorrow already, which counts as today.
   *
   * @param weeks how many
   */
  List<Week> weeks(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds, LocalDate today, int weeks);

  /** Answers of each learner in the same weeks, oldest first; without any they are absent. */
  Map<Long, List<Integer>> answersByWeek(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds, LocalDate today, int weeks);

  /**
   * Reviews of learned cards from a study day on, by the days since the card's last review; taken
   * back ones left out. Fewest days first.
   */
  List<Elapsed> forgetting(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds, LocalDate from);

  /**
   * Cards of all of them per day on which they come up, from today on; overdue ones count today.
   */
  SortedMap<LocalDate, Integer> forecast(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds, LocalDate today, int days);

  /**
   * What each of these learners did on the study days from one to another, both included: who is
   * counted in a {@link Week}, with what they added to it. Who answered nothing is absent.
   */
  Map<Long, Did> did(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds, LocalDate from, LocalDate to);

  /**
   * Of each learner the reviews that {@link #forgetting} counts so many days after the one before;
   * without any they are absent.
   *
   * @param last null when there is no end
   */
  Map<Long, Retention> forgettingOfEach(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      LocalDate from,
      int first,
      @Nullable Integer last);

  /**
   * How many cards of each of these learners come up on the days from one to another, both
   * included; without any they are absent.
   *
   * @param from null for all until then
   */
  Map<Long, Integer> comingUp(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Nullable LocalDate from,
      LocalDate to);

  /**
   * What a learner did.
   *
   * @param answers of all kinds
   */
  record Did(int answers, Retention retention) {}

  /**
   * Seven study days.
   *
   * @param learners who answered anything
   */
  record Week(LocalDate from, LocalDate to, int learners, int answers, Retention retention) {}

  /**
   * Reviews so many days after the one before.
   *
   * @param expected sum over them of the probability of recall that the card's scheduler gave
   */
  record Elapsed(int days, int reviews, int remembered, double expected) {}
}
