package app.keypoint.review.internal.statistics;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Adds up many learners' days by week in the database. Learners and weeks come as arrays, for the
 * reason that {@link LearnerSums} gives. What was brought from elsewhere is left out.
 */
@Component
class WeekSums {

  private static final int DAYS = 7;

  private static final String DAYS_OF_WEEKS =
      """
       from unnest(cast(:ids as bigint array)) as l(learner_id)
        cross join unnest(
          cast(:backs as integer array), cast(:firsts as date array), cast(:lasts as date array))
          as w(back, first_day, last_day)
        join learner_day d on d.learner_id = l.learner_id
          and d.study_day >= w.first_day and d.study_day <= w.last_day
      where d.answers > d.brought_answers
      """;

  private static final String ALL =
      """
      select w.back as back, count(distinct d.learner_id) as learners,
        sum(d.answers - d.brought_answers) as answers,
        sum(d.reviews - d.brought_reviews) as reviews,
        sum(d.remembered - d.brought_remembered) as remembered
      """
          + DAYS_OF_WEEKS
          + " group by w.back";

  private static final String EACH =
      "select d.learner_id as learner_id, w.back as back,"
          + " sum(d.answers - d.brought_answers) as answers"
          + DAYS_OF_WEEKS
          + " group by d.learner_id, w.back";

  /**
   * A week of all.
   *
   * @param back how many weeks before the present one
   */
  record OfAll(int back, int learners, int answers, int reviews, int remembered) {}

  /** A learner's week. */
  record OfOne(long learnerId, int back, int answers) {}

  private final EntityManager entities;

  WeekSums(EntityManager entities) {
    this.entities = entities;
  }

  /** Of all of them together; weeks without an answer are absent. */
  List<OfAll> ofAll(Collection<Long> learnerIds, LocalDate today, int weeks) {
    return rows(ALL, learnerIds, today, weeks)
        .map(
            row ->
                new OfAll(
                    count(row, "back"),
                    count(row, "learners"),
                    count(row, "answers"),
                    count(row, "reviews"),
                    count(row, "remembered")))
        .toList();
  }

  /** Of each; weeks without an answer are absent. */
  List<OfOne> ofEach(Collection<Long> learnerIds, LocalDate today, int weeks) {
    return rows(EACH, learnerIds, today, weeks)
        .map(
            row ->
                new OfOne(
                    row.get("learner_id", Number.class).longValue(),
                    count(row, "back"),
                    count(row, "answers")))
        .toList();
  }

  private Stream<Tuple> rows(String sql, Collection<Long> learnerIds, LocalDate today, int weeks) {
    Query query = entities.createNativeQuery(sql, Tuple.class);
    List<?> rows =
        query
            .setParameter("ids", learnerIds.stream().sorted().toArray(Long[]::new))
            .setParameter("backs", IntStream.range(0, weeks).boxed().toArray(Integer[]::new))
            .setParameter(
                "firsts",
                IntStream.range(0, weeks)
                    .mapToObj(back -> last(today, back).minusDays(DAYS - 1))
                    .toArray(LocalDate[]::new))
            .setParameter(
                "lasts",
                IntStream.range(0, weeks)
                    // Where it is tomorrow already, that is of the present week.
                    .mapToObj(back -> back == 0 ? today.plusDays(1) : last(today, back))
                    .toArray(LocalDate[]::new))
            .getResultList();
    return rows.stream().map(Tuple.class::cast);
  }

  private static LocalDate last(LocalDate today, int back) {
    return today.minusDays((long) DAYS * back);
  }

  private static int count(Tuple row, String column) {
    return Math.toIntExact(row.get(column, Number.class).longValue());
  }
}
