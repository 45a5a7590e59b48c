package app.keypoint.review.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Sums over many learners, a row for each day. */
interface TrendRepository extends Repository<LogEntry, Long> {

  /** As {@link app.keypoint.review.CardState#recall} has it, of the card before the answer. */
  @Query(
      """
      select new app.keypoint.review.internal.TrendRepository$ElapsedRow(
        f.elapsed, count(*), sum(f.remembered),
        sum(case when f.stability > 0
          then power(1 + cast(:factor as Double) * f.elapsed / f.stability, cast(:decay as Double))
          else power(cast(0.9 as Double), cast(f.elapsed as Double) / f.intervalDays) end))
      from (
        select cast(timestampdiff(day, l.before.lastReviewed, l.studyDay) as Integer) as elapsed,
          case when l.grade >= 3 then 1 else 0 end as remembered,
          l.before.stability as stability, l.before.intervalDays as intervalDays
        from LogEntry l
        where l.learnerId in :learnerIds and l.studyDay >= :from and l.kind = SCHEDULED
          and l.before.intervalDays > 0 and l.before.lastReviewed is not null
          and not exists (select 1 from LogEntry u where u.undoes = l.id)) f
      group by f.elapsed
      order by f.elapsed
      """)
  List<ElapsedRow> forgetting(
      Collection<Long> learnerIds, LocalDate from, double factor, double decay);

  record ElapsedRow(int elapsed, long reviews, long remembered, double expected) {}

  @Query(
      """
      select new app.keypoint.review.internal.TrendRepository$ComingRow(c.queueDay, count(c))
      from CardEntity c
      where c.learnerId in :learnerIds and c.fresh = false and c.queueDay <= :to
      group by c.queueDay
      """)
  List<ComingRow> forecast(Collection<Long> learnerIds, LocalDate to);

  record ComingRow(LocalDate day, long cards) {}
}
