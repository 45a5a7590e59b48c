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
}
