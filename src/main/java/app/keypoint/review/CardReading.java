package app.keypoint.review;

import app.keypoint.content.Quiz;
import app.keypoint.scheduling.Grade;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/** A learner's cards and what was lately done with them, read. One query each. */
@Validated
public interface CardReading {

  /** So many cards or questions can be asked for at once. */
  int MAX_CARDS = 10_000;

  /** The learner's cards of these questions, retired ones included. */
  List<CardSnapshot> ofQuestions(
      long learnerId,
      @Size(max = MAX_CARDS) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /** The learner's cards among these. */
  List<CardSnapshot> among(long learnerId, @Size(max = MAX_CARDS) Collection<Long> cardIds);

  /** The cards that gave most trouble, the most troublesome first; none that gave no trouble. */
  List<CardSnapshot> troubled(long learnerId, int most);

  /** Cards answered wrongly on or after a study day, practice aside. */
  List<Long> forgottenSince(long learnerId, LocalDate from);

  /** What happened to a card, oldest first, steps taken back left out. */
  List<CardEvent> history(long learnerId, long cardId);

  /** How many answers to a question were brought from elsewhere. */
  int brought(long learnerId, @Size(max = Quiz.MAX_ID) String questionId);

  /** Cards buried on a study day, and neither brought back nor learned afresh since. */
  Set<Long> buriedOn(long learnerId, LocalDate day);

  /**
   * What practice has to know of the cards of somebody who says how sure they are. Up to three
   * queries.
   *
   * @param from the study day from which it matters that an answer was wrong though sure
   */
  Lately lately(long learnerId, LocalDate today, LocalDate from);

  /**
   * Cards with which something happened lately.
   *
   * @param buried today, as {@link #buriedOn}
   * @param sureWrong answered wrongly though the learner was sure, in a quiz's retake as well, and
   *     not rightly since in practice or, on a later day, in the queue or a quiz: the same day asks
   *     what was just read
   */
  record Lately(Set<Long> buried, Set<Long> sureWrong) {}

  /** Whether any of those that were wrong though sure can be practised today. */
  boolean sureWrongPracticable(long learnerId, LocalDate today, LocalDate from);

  /**
   * Practice answers since an instant, oldest first, those taken back left out.
   *
   * @param from the study day of that instant
   */
  List<Practised> practised(long learnerId, LocalDate from, Instant since);

  /** A practice answer. */
  record Practised(long cardId, Grade grade) {}
}
