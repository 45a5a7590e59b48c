package app.keypoint.quiz;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import app.keypoint.statistics.ItemFigures;
import app.keypoint.statistics.TotalFigures;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * How a quiz and its questions did among some learners. Source: statistics of finished attempts
 * that asked the same questions with the same options and keys; others are never mixed in.
 */
@Validated
public interface ItemStatistics {

  /** Which finished attempts count. */
  enum AttemptSelection {
    /** Of each learner the one that they finished first. */
    FIRST,
    ALL
  }

  /**
   * Everything about a quiz. The number of queries depends neither on learners nor on questions.
   *
   * @param editionId an {@link Edition#id}; null for the latest that has enough attempts
   */
  Report of(
      @Size(max = Quiz.MAX_ID) String quizId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId);

  /**
   * The attempts that an edition of {@link #of} counts, by when they were finished. Two queries;
   * none of an edition that is not there.
   *
   * @param editionId as there
   */
  List<Counting> attempts(
      @Size(max = Quiz.MAX_ID) String quizId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId);

  /**
   * Those of them that chose an option, as {@link OptionFigures} counts them. Two queries.
   *
   * @param questionId of the edition
   */
  List<Chose> chose(
      @Size(max = Quiz.MAX_ID) String quizId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId,
      @Size(max = Quiz.MAX_ID) String questionId,
      @Size(max = Quiz.MAX_ID) String optionId);

  /**
   * The attempts that a question's {@link QuizStandings.Facility} rests on: of each learner the one
   * that they finished first, at its present series. The marks are those of the question. One
   * query.
   */
  List<Counting> firstAttempts(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = Quiz.MAX_ID) String questionId);

  /**
   * A finished attempt that counts.
   *
   * @param max marks that it could have had
   */
  record Counting(long attemptId, long learnerId, double marks, int max, Instant at) {}

  /**
   * One that chose an option.
   *
   * @param upper whether it is in the upper third
   * @param lower whether it is in the lower; of few attempts one may be in both
   */
  record Chose(Counting attempt, boolean upper, boolean lower) {}

  /**
   * A quiz as long as its questions, their options and keys stayed the same.
   *
   * @param id lasting for the same learners
   * @param attempts finished ones that count
   */
  record Edition(long id, int attempts, Instant firstFinished, Instant lastFinished) {}

  /**
   * What came out.
   *
   * @param editions the one that was finished last first; empty when nobody finished
   * @param edition what the rest is about; null when there is none
   * @param total null with too few attempts, of which nothing is told
   * @param items in the order in which they were asked; empty with too few attempts
   */
  record Report(
      List<Edition> editions,
      @Nullable Edition edition,
      @Nullable TotalFigures total,
      List<Item> items) {}

  /**
   * A question.
   *
   * @param asked in the latest wording that was asked
   * @param meanTime that an answer took, of which {@link QuizTaking#LONGEST_TIME} counts at most
   * @param options in the file's order; empty for typed questions
   */
  record Item(
      QuestionVersion asked, ItemFigures figures, Duration meanTime, List<OptionFigures> options) {

    /** Whether a wrong option goes with knowing more. */
    public boolean checkKey() {
      return options.stream()
          .anyMatch(option -> option.verdict() == OptionFigures.Verdict.CHECK_KEY);
    }
  }

  /**
   * An option of a question. The thirds are by total, with all who share the total at the border.
   *
   * @param chosen attempts that chose it
   * @param share of all attempts, 0..1
   * @param meanTotal of those who chose it; null when nobody did
   * @param pointBiserial how choosing it goes with the total, -1..1; null when it cannot be told
   * @param upper of the upper third
   * @param lower of the lower third
   */
  record OptionFigures(
      String optionId,
      boolean correct,
      int chosen,
      double share,
      @Nullable Double meanTotal,
      @Nullable Double pointBiserial,
      Part upper,
      Part lower) {

    /**
     * Some of the attempts.
     *
     * @param chosen how many of them chose it
     * @param of how many they are
     */
    public record Part(int chosen, int of) {

      /** 0..1; 0 of none. */
      public double share() {
        return of == 0 ? 0 : (double) chosen / of;
      }
    }

    /** A wrong option chosen by fewer than this distracts nobody. */
    public static final double FEWEST = 0.05;

    /** What to make of an option. */
    public enum Verdict {
      WORKS,
      /** Wrong, and hardly anybody falls for it. */
      UNUSED,
      /** Wrong, yet those who choose it know more: is the key right? */
      CHECK_KEY
    }

    /** A right option always works. */
    public Verdict verdict() {
      if (correct) {
        return Verdict.WORKS;
      }
      if (pointBiserial != null && pointBiserial > 0) {
        return Verdict.CHECK_KEY;
      }
      return share < FEWEST ? Verdict.UNUSED : Verdict.WORKS;
    }
  }
}
