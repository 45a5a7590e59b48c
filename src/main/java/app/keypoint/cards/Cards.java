package app.keypoint.cards;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.review.CardEvent;
import app.keypoint.review.CardState;
import app.keypoint.review.Leech;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** A learner's cards as a list: found, looked into and acted on. */
@Validated
public interface Cards {

  /** The longest text that is searched for. */
  int MAX_SEARCH = 200;

  /** One page of those that a filter lets through. One query. */
  List<Card> find(
      @Own Account learner,
      @Valid Filter filter,
      Order order,
      boolean descending,
      int page,
      int size);

  /** The quizzes that one may filter by: those that are for the learner. */
  List<Quiz> quizzes(@Own Account learner);

  /** How many a filter lets through. One query. */
  int count(@Own Account learner, @Valid Filter filter);

  /**
   * What happened to a card, oldest first, steps taken back left out.
   *
   * @throws app.keypoint.identity.GoneException when the learner has no such card, or its question
   *     is no longer asked
   */
  History history(@Own Account learner, long cardId);

  /** Where a card stands; the first that fits. */
  enum State {
    SUSPENDED,
    /** Buried, or put off by catching up. */
    PUT_OFF,
    NEW,
    /** To be learned (again). */
    LEARNING,
    /** With an interval below {@link CardState#MATURE_DAYS}. */
    YOUNG,
    MATURE
  }

  /**
   * Which cards to show; a null lets everything through.
   *
   * @param text looked for in questions as they are asked and in titles of key points, upper and
   *     lower case alike; may be blank
   */
  record Filter(
      @Nullable State state,
      boolean leeches,
      @Size(max = Quiz.MAX_ID) @Nullable String quizId,
      @Size(max = MAX_SEARCH) String text) {
    public static final Filter ALL = new Filter(null, false, null, "");
  }

  /** By what the list is sorted. */
  enum Order {
    NEXT_DAY,
    INTERVAL,
    EASINESS,
    LAPSES,
    LAST_SEEN
  }

  /**
   * A card in the list.
   *
   * @param nextDay when it comes up; null while suspended or new
   * @param easiness in hundredths
   * @param difficulty FSRS's 1..10, or 0 under SM-2 or before the first answer
   * @param stability FSRS's days until recall falls to nine in ten, or 0 just so
   */
  record Card(
      long id,
      String questionId,
      State state,
      @Nullable LocalDate nextDay,
      int intervalDays,
      int easiness,
      double difficulty,
      double stability,
      int lapses,
      @Nullable LocalDate lastSeen) {

    public boolean leech() {
      return Leech.at(lapses);
    }
  }

  /**
   * A card's past.
   *
   * @param brought answers that were brought from elsewhere
   */
  record History(Card card, List<CardEvent> events, int brought) {}
}
