package app.keypoint.review.internal.statistics;

import app.keypoint.review.CardState;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cards that were answered, as other features see them: no entity for each. Learners come as an
 * array, as in {@link LearnerSums}: for a list H2 reads all cards that there are.
 */
@Component
class CardStates {

  private static final String CARDS =
      """
      select c.learner_id as learner_id, c.question_id as question_id,
        c.repetitions as repetitions, c.easiness as easiness, c.interval_days as interval_days,
        c.stability as stability, c.difficulty as difficulty, c.due as due,
        c.last_reviewed as last_reviewed, c.lapses as lapses, c.queue_day as queue_day
      from unnest(cast(:ids as bigint array)) as t(learner_id)
      join card c on c.learner_id = t.learner_id and c.fresh = false
      where c.retired = false
      """;

  private final EntityManager entities;

  CardStates(EntityManager entities) {
    this.entities = entities;
  }

  /** A card and the day on which it comes up (null: not at all). */
  record CardOnDay(CardState state, @Nullable LocalDate day) {}

  /** Of these learners. One statement, and none for nobody. */
  List<CardOnDay> of(Collection<Long> learnerIds) {
    if (learnerIds.isEmpty()) {
      return List.of();
    }
    return entities
        .createNativeQuery(CARDS)
        .unwrap(NativeQuery.class)
        .setParameter("ids", learnerIds.stream().sorted().toArray(Long[]::new))
        .addScalar("learner_id", Long.class)
        .addScalar("question_id", String.class)
        .addScalar("repetitions", Integer.class)
        .addScalar("easiness", Integer.class)
        .addScalar("interval_days", Integer.class)
        .addScalar("stability", Double.class)
        .addScalar("difficulty", Double.class)
        .addScalar("due", LocalDate.class)
        .addScalar("last_reviewed", LocalDate.class)
        .addScalar("lapses", Integer.class)
        .addScalar("queue_day", LocalDate.class)
        .setTupleTransformer((row, _) -> card(row))
        .getResultList();
  }

  private static CardOnDay card(Object[] row) {
    return new CardOnDay(
        new CardState(
            (Long) row[0],
            (String) row[1],
            (Integer) row[2],
            (Integer) row[3],
            (Integer) row[4],
            (Double) row[5],
            (Double) row[6],
            (LocalDate) row[7],
            (LocalDate) row[8],
            (Integer) row[9]),
        (LocalDate) row[10]);
  }
}
