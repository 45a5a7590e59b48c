package app.keypoint.review.internal.statistics;

import app.keypoint.review.internal.log.LogEntry;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Sums over many learners, a row for each day. Learners come as an array, for the reason that
 * {@link LearnerSums} gives.
 */
interface TrendRepository extends Repository<LogEntry, Long> {

  /** As {@link app.keypoint.review.CardState#recall} has it, of the card before the answer. */
  @Query(
      nativeQuery = true,
      value =
          """
          select f.elapsed as elapsed, count(*) as reviews, sum(f.remembered) as remembered,
            sum(case when f.stability > 0
              then power(1 + cast(:factor as double precision) * f.elapsed / f.stability,
                cast(:decay as double precision))
              else power(cast(0.9 as double precision),
                cast(f.elapsed as double precision) / f.interval_days) end) as expected
          from (
            select cast((extract(epoch from l.study_day)
                - extract(epoch from l.before_last_reviewed)) / 86400 as integer) as elapsed,
              case when l.grade >= 3 then 1 else 0 end as remembered,
              l.before_stability as stability, l.before_interval_days as interval_days
            from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
              join review_log l on l.learner_id = t.learner_id and l.study_day >= :from
            where l.kind = 'SCHEDULED'
              and l.before_interval_days > 0 and l.before_last_reviewed is not null
              and not exists (select 1 from review_log u where u.undoes = l.id)) f
          group by f.elapsed
          order by f.elapsed
          """)
  List<ElapsedRow> forgetting(Long[] learnerIds, LocalDate from, double factor, double decay);

  /** The same reviews of each learner, so many days after the one before. */
  @Query(
      nativeQuery = true,
      value =
          """
          select f.learner_id as learner_id, count(*) as reviews, sum(f.remembered) as remembered
          from (
            select l.learner_id as learner_id,
              cast((extract(epoch from l.study_day)
                - extract(epoch from l.before_last_reviewed)) / 86400 as integer) as elapsed,
              case when l.grade >= 3 then 1 else 0 end as remembered
            from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
              join review_log l on l.learner_id = t.learner_id and l.study_day >= :from
            where l.kind = 'SCHEDULED'
              and l.before_interval_days > 0 and l.before_last_reviewed is not null
              and not exists (select 1 from review_log u where u.undoes = l.id)) f
          where f.elapsed >= :first and f.elapsed <= :last
          group by f.learner_id
          """)
  List<ReviewedRow> forgettingOfEach(Long[] learnerIds, LocalDate from, int first, int last);

  /** A group of {@link #forgettingOfEach}. */
  interface ReviewedRow {
    long getLearnerId();

    int getReviews();

    int getRemembered();
  }

  /** What was done here by each learner, of whom some day has an answer. */
  @Query(
      nativeQuery = true,
      value =
          """
          select d.learner_id as learner_id, sum(d.answers - d.brought_answers) as answers,
            sum(d.reviews - d.brought_reviews) as reviews,
            sum(d.remembered - d.brought_remembered) as remembered
          from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
            join learner_day d on d.learner_id = t.learner_id
              and d.study_day >= :from and d.study_day <= :to
          where d.answers > d.brought_answers
          group by d.learner_id
          """)
  List<DidRow> did(Long[] learnerIds, LocalDate from, LocalDate to);

  /** A group of {@link #did}. */
  interface DidRow extends ReviewedRow {
    int getAnswers();
  }

  /** A group of {@link #forgetting}. */
  interface ElapsedRow {
    int getElapsed();

    int getReviews();

    int getRemembered();

    double getExpected();
  }

  @Query(
      nativeQuery = true,
      value =
          """
          select c.queue_day as queue_day, count(*) as cards
          from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
            join card c on c.learner_id = t.learner_id and c.fresh = false
              and c.queue_day <= :last
          group by c.queue_day
          """)
  List<ComingRow> forecast(Long[] learnerIds, LocalDate last);

  /** A group of {@link #forecast}. */
  interface ComingRow {
    LocalDate getQueueDay();

    int getCards();
  }

  @Query(
      nativeQuery = true,
      value =
          """
          select c.learner_id as learner_id, count(*) as cards
          from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
            join card c on c.learner_id = t.learner_id and c.fresh = false
              and c.queue_day >= :from and c.queue_day <= :to
          group by c.learner_id
          """)
  List<WaitingRow> comingUp(Long[] learnerIds, LocalDate from, LocalDate to);

  /** A group of {@link #comingUp}. */
  interface WaitingRow {
    long getLearnerId();

    int getCards();
  }
}
