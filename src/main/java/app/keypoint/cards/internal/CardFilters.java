package app.keypoint.cards.internal;

import app.keypoint.cards.Cards.Order;
import app.keypoint.cards.Cards.State;
import app.keypoint.review.CardState;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/** Which cards a list shows and in what order; the same states for a card at hand and a query. */
final class CardFilters {

  private CardFilters() {}

  static State state(CardRow card, LocalDate today) {
    if (card.suspended) {
      return State.SUSPENDED;
    }
    if (card.comesUp.isAfter(today) && card.comesUp.isAfter(card.due)) {
      return State.PUT_OFF;
    }
    if (card.fresh) {
      return State.NEW;
    }
    if (card.intervalDays == 0) {
      return State.LEARNING;
    }
    return card.intervalDays < CardState.MATURE_DAYS ? State.YOUNG : State.MATURE;
  }

  /**
   * What a card does not have comes last in both directions; equal ones keep their order. Databases
   * differ on nulls, so suspended cards, which have no day, and new ones are named.
   */
  static Sort sort(Order order, boolean descending) {
    Sort.Direction direction = descending ? Sort.Direction.DESC : Sort.Direction.ASC;
    Sort.Direction opposite = descending ? Sort.Direction.ASC : Sort.Direction.DESC;
    Sort sort =
        switch (order) {
          case NEXT_DAY -> Sort.by("fresh", "suspended").and(Sort.by(direction, "queueDay"));
          case INTERVAL -> Sort.by(direction, "intervalDays");
          // Little easiness under SM-2 is what much difficulty is under FSRS.
          case EASINESS -> Sort.by(direction, "easiness").and(Sort.by(opposite, "difficulty"));
          case LAPSES -> Sort.by(direction, "lapses");
          case LAST_SEEN -> Sort.by("fresh").and(Sort.by(direction, "lastSeen"));
        };
    return sort.and(Sort.by("id"));
  }

  static Specification<CardRow> ofLearner(long learnerId) {
    return (card, _, where) ->
        where.and(
            where.equal(card.get("learnerId"), learnerId), where.isFalse(card.get("retired")));
  }

  static Specification<CardRow> withLapses(int least) {
    return (card, _, where) -> where.greaterThanOrEqualTo(card.get("lapses"), least);
  }

  static Specification<CardRow> ofQuestions(Optional<List<String>> questions) {
    return (card, _, where) ->
        questions
            .map(ids -> ids.isEmpty() ? where.disjunction() : card.get("questionId").in(ids))
            .orElseGet(where::conjunction);
  }

  static Specification<CardRow> inState(@Nullable State state, LocalDate today) {
    return (card, _, where) -> state == null ? where.conjunction() : is(state, today, card, where);
  }

  private static Predicate is(
      State state, LocalDate today, Root<CardRow> card, CriteriaBuilder where) {
    Predicate suspended = where.isTrue(card.get("suspended"));
    Predicate putOff =
        where.and(
            where.not(suspended),
            where.greaterThan(card.<LocalDate>get("comesUp"), today),
            where.greaterThan(card.<LocalDate>get("comesUp"), card.<LocalDate>get("due")));
    Predicate fresh = where.isTrue(card.get("fresh"));
    Predicate learned = where.and(where.not(suspended), where.not(putOff), where.not(fresh));
    Path<Integer> interval = card.get("intervalDays");
    return switch (state) {
      case SUSPENDED -> suspended;
      case PUT_OFF -> putOff;
      case NEW -> where.and(where.not(suspended), where.not(putOff), fresh);
      case LEARNING -> where.and(learned, where.equal(interval, 0));
      case YOUNG -> where.and(learned, where.between(interval, 1, CardState.MATURE_DAYS - 1));
      case MATURE ->
          where.and(learned, where.greaterThanOrEqualTo(interval, CardState.MATURE_DAYS));
    };
  }
}
