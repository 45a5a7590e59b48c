package app.keypoint.quiz.internal;

import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings.Finish;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.springframework.stereotype.Component;

/**
 * Where many learners stand, without an entity for each. Learners come as an array that the tables
 * are joined to: H2 compares each row that it reads with an IN list one by one, so that a thousand
 * learners would cost a thousand comparisons a row.
 */
@Component
class LearnersQuizzes {

  private static final String STANDINGS =
      """
      select s.learner_id, s.quiz_id, s.finished, s.best, s.open_attempt_id, s.answered, s.total,
        s.saved_at
      from unnest(cast(:ids as bigint array)) as t(learner_id)
        join learner_quiz s on s.learner_id = t.learner_id
      """;

  private static final String FINISHES =
      """
      select a.learner_id, a.quiz_id, a.finished_at, a.marks, a.max_marks
      from unnest(cast(:ids as bigint array)) as t(learner_id)
        cross join unnest(cast(:quizzes as varchar array)) as q(quiz_id)
        join attempt a on a.learner_id = t.learner_id and a.quiz_id = q.quiz_id
      where a.state = 'FINISHED'
      """;

  private final EntityManager entities;

  LearnersQuizzes(EntityManager entities) {
    this.entities = entities;
  }

  /** Every quiz that they began. One statement. */
  List<QuizStanding> standings(Collection<Long> learnerIds) {
    return query(STANDINGS, learnerIds)
        .addScalar("learner_id", Long.class)
        .addScalar("quiz_id", String.class)
        .addScalar("finished", Integer.class)
        .addScalar("best", Double.class)
        .addScalar("open_attempt_id", Long.class)
        .addScalar("answered", Integer.class)
        .addScalar("total", Integer.class)
        .addScalar("saved_at", Instant.class)
        .setTupleTransformer(
            (row, _) ->
                new QuizStanding(
                    (Long) row[0],
                    (String) row[1],
                    (Integer) row[2],
                    (Double) row[3],
                    (Long) row[4],
                    (Integer) row[5],
                    (Integer) row[6],
                    (Instant) row[7]))
        .getResultList();
  }

  /** Every attempt at these quizzes that they finished. One statement. */
  List<Finish> finishes(Collection<Long> learnerIds, Collection<String> quizIds) {
    return query(FINISHES, learnerIds)
        .setParameter("quizzes", quizIds.toArray(String[]::new))
        .addScalar("learner_id", Long.class)
        .addScalar("quiz_id", String.class)
        .addScalar("finished_at", Instant.class)
        .addScalar("marks", Double.class)
        .addScalar("max_marks", Integer.class)
        .setTupleTransformer(
            (row, _) ->
                new Finish(
                    (Long) row[0],
                    (String) row[1],
                    (Instant) row[2],
                    (Double) row[3],
                    (Integer) row[4]))
        .getResultList();
  }

  private NativeQuery<?> query(String sql, Collection<Long> learnerIds) {
    return entities
        .createNativeQuery(sql)
        .unwrap(NativeQuery.class)
        .setParameter("ids", learnerIds.stream().sorted().toArray(Long[]::new));
  }
}
