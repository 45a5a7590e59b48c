package app.keypoint.review.internal.statistics;

import app.keypoint.review.CardState;
import app.keypoint.review.Leech;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerFigures.Week;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics.Leeches;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up learners' cards and days in the database, a row each. Learners and their days come as two
 * arrays that the tables are joined to: H2 looks a joined row up by all leading columns of an
 * index, but a row of an IN list by the first alone, so that it would read each learner's every
 * day.
 */
@Component
class LearnerSums {

  /** Each learner beside their present study day. */
  private static final String LEARNERS =
      " from unnest(cast(:ids as bigint array), cast(:days as date array)) as t(learner_id, today) ";

  /**
   * What is neither fresh nor retired and has no place in the queue is suspended. The last day is
   * of the days and not of the cards, for a card may have been begun by a file: one row or few of
   * each learner, found from the end. H2 reads an index backwards when it is told all of its
   * columns.
   */
  private static final String CARDS =
      """
      select s.*, (
        select d.study_day from learner_day d
        where d.learner_id = s.learner_id and d.answers > d.brought_answers
        order by d.learner_id desc, d.study_day desc limit 1) as last_answered
      from (select c.learner_id as learner_id,
        sum(case when c.queue_day <= t.today then 1 else 0 end) as due,
        sum(case when c.queue_day < t.today then 1 else 0 end) as overdue,
        count(*) as cards,
        sum(case when c.interval_days >= :mature then 1 else 0 end) as mature,
        sum(case when c.queue_day is null then 1 else 0 end) as suspended
      """
          + LEARNERS
          + """
          join card c on c.learner_id = t.learner_id and c.fresh = false
          where c.retired = false
          group by c.learner_id) s
          """;

  /** What was brought from elsewhere is not what a cohort did. */
  private static final String DAYS =
      """
      select d.learner_id as learner_id,
        sum(case when d.study_day > t.today - 7 then d.answers - d.brought_answers else 0 end)
          as answers0,
        sum(case when d.study_day > t.today - 7 then d.reviews - d.brought_reviews else 0 end)
          as reviews0,
        sum(case when d.study_day > t.today - 7 then d.remembered - d.brought_remembered else 0 end)
          as remembered0,
        sum(case when d.study_day > t.today - 14 then d.answers - d.brought_answers else 0 end)
          as answers1,
        sum(case when d.study_day > t.today - 14 then d.reviews - d.brought_reviews else 0 end)
          as reviews1,
        sum(case when d.study_day > t.today - 14 then d.remembered - d.brought_remembered else 0
          end) as remembered1,
        sum(d.reviews - d.brought_reviews) as reviews,
        sum(d.remembered - d.brought_remembered) as remembered
      """
          + LEARNERS
          + """
          join learner_day d on d.learner_id = t.learner_id
            and d.study_day > t.today - 28 and d.study_day <= t.today
          group by d.learner_id
          """;

  private static final String LEECHES =
      """
      select c.question_id as question_id,
        sum(case when c.lapses >= :lapses then 1 else 0 end) as learners, count(*) as holders
      from unnest(cast(:ids as bigint array)) as t(learner_id)
      join card c on c.learner_id = t.learner_id and c.fresh = false
      where c.retired = false
      group by c.question_id
      """;

  private static final String REVIEWED =
      """
      select distinct c.learner_id as learner_id, q.quiz_id as quiz_id
      from unnest(cast(:ids as bigint array)) as t(learner_id)
        join card c on c.learner_id = t.learner_id and c.fresh = false
        join question q on q.id = c.question_id
        join unnest(cast(:quizzes as varchar array)) as z(quiz_id) on z.quiz_id = q.quiz_id
      where c.retired = false
        and exists (
          select 1 from review_log l
          where l.card_id = c.id and l.kind in ('QUIZ', 'SCHEDULED', 'DRILL', 'PRACTICE')
            and not exists (select 1 from review_log u where u.undoes = l.id))
      """;

  private final EntityManager entities;

  LearnerSums(EntityManager entities) {
    this.entities = entities;
  }

  /** Of these learners; who has neither cards nor days is absent. Two statements. */
  Map<Long, LearnerFigures> of(Map<Long, LocalDate> todayByLearner) {
    if (todayByLearner.isEmpty()) {
      return Map.of();
    }
    Map<Long, LearnerFigures> figures = new HashMap<>();
    rows(entities.createNativeQuery(DAYS, Tuple.class), todayByLearner)
        .forEach(row -> figures.put(id(row), days(row)));
    rows(
            entities
                .createNativeQuery(CARDS, Tuple.class)
                .setParameter("mature", CardState.MATURE_DAYS),
            todayByLearner)
        .forEach(row -> figures.merge(id(row), cards(row), (days, cards) -> together(cards, days)));
    return figures;
  }

  /** By question, whatever quiz it is of. One statement. */
  Map<String, Leeches> leeches(Collection<Long> learnerIds) {
    if (learnerIds.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(LEECHES, Tuple.class)
            .setParameter("ids", learnerIds.stream().sorted().toArray(Long[]::new))
            .setParameter("lapses", Leech.LAPSES)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .collect(
            Collectors.toMap(
                row -> row.get("question_id", String.class),
                row -> new Leeches(count(row, "learners"), count(row, "holders"))));
  }

  /** Of which quizzes each has answered a card here. One statement. */
  Map<Long, Set<String>> quizzesReviewed(Collection<Long> learnerIds, Collection<String> quizIds) {
    if (learnerIds.isEmpty() || quizIds.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(REVIEWED, Tuple.class)
            .setParameter("ids", learnerIds.stream().sorted().toArray(Long[]::new))
            .setParameter("quizzes", quizIds.toArray(String[]::new))
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .collect(
            Collectors.groupingBy(
                LearnerSums::id,
                Collectors.mapping(row -> row.get("quiz_id", String.class), Collectors.toSet())));
  }

  private static Stream<Tuple> rows(Query query, Map<Long, LocalDate> todayByLearner) {
    Map<Long, LocalDate> sorted = new TreeMap<>(todayByLearner);
    List<?> rows =
        query
            .setParameter("ids", sorted.keySet().toArray(Long[]::new))
            .setParameter("days", sorted.values().toArray(LocalDate[]::new))
            .getResultList();
    return rows.stream().map(Tuple.class::cast);
  }

  private static LearnerFigures together(LearnerFigures cards, LearnerFigures days) {
    return new LearnerFigures(
        cards.load(),
        cards.lastAnswered(),
        days.week(),
        days.weekBefore(),
        days.fortnight(),
        days.fortnightBefore());
  }

  private static LearnerFigures cards(Tuple row) {
    return new LearnerFigures(
        new LearnerLoad(
            count(row, "due"),
            count(row, "overdue"),
            count(row, "cards"),
            count(row, "mature"),
            count(row, "suspended")),
        day(row),
        Week.NONE,
        Week.NONE,
        Retention.NONE,
        Retention.NONE);
  }

  private static LearnerFigures days(Tuple row) {
    Week week = new Week(count(row, "answers0"), retention(row, "0"));
    Retention fortnight = retention(row, "1");
    Retention all = retention(row, "");
    return new LearnerFigures(
        LearnerLoad.NONE,
        null,
        week,
        new Week(count(row, "answers1") - week.answers(), fortnight.minus(week.retention())),
        fortnight,
        all.minus(fortnight));
  }

  private static Retention retention(Tuple row, String which) {
    return new Retention(count(row, "remembered" + which), count(row, "reviews" + which));
  }

  private static long id(Tuple row) {
    return row.get("learner_id", Number.class).longValue();
  }

  private static int count(Tuple row, String column) {
    return row.get(column, Number.class).intValue();
  }

  private static @Nullable LocalDate day(Tuple row) {
    return switch (row.get("last_answered")) {
      case null -> null;
      case LocalDate day -> day;
      case java.sql.Date day -> day.toLocalDate();
      case Object other -> throw new IllegalStateException(other.getClass().getName());
    };
  }
}
