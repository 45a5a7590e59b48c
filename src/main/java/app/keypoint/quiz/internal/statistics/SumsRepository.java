package app.keypoint.quiz.internal.statistics;

import app.keypoint.quiz.internal.AttemptEntity;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * What finished attempts add up to, in as many rows as there are questions and options. An edition
 * is written as the questions of an attempt with their series, in an order that is not the file's.
 */
interface SumsRepository extends Repository<AttemptEntity, Long> {

  /** The attempts that count: {@code :most} of each learner, the ones that they finished first. */
  String ATTEMPTS =
      """
      with finished as (
        select a.id as attempt_id, a.marks as t, a.finished_at as finished_at,
          row_number() over (partition by a.learner_id order by a.finished_at, a.id) as nth
        from attempt a
        where a.quiz_id = :quizId and a.state = 'FINISHED' and a.learner_id in (:learnerIds)),
      counted as (
        select f.attempt_id as attempt_id, f.t as t, f.finished_at as finished_at,
          string_agg(i.question_id || ':' || i.series, ' ' order by i.question_id) as edition
        from finished f join attempt_item i on i.attempt_id = f.attempt_id
        where f.nth <= :most
        group by f.attempt_id, f.t, f.finished_at)
      """;

  /**
   * Those of an edition with their place by total, from both ends. Totals are rounded so that equal
   * ones are equal however they were added up.
   */
  String PLACED =
      ATTEMPTS
          + """
          , placed as (
            select attempt_id, t, finished_at, count(*) over () as attempts,
              rank() over (order by cast(t as numeric(12, 6))) as from_below,
              rank() over (order by cast(t as numeric(12, 6)) desc) as from_above
            from counted
            where edition = :edition)
          """;

  /** One row for each edition, the one that was finished last first. */
  @Query(
      nativeQuery = true,
      value =
          ATTEMPTS
              + """
              select edition, min(attempt_id) as id, count(*) as attempts,
                cast(extract(epoch from min(finished_at)) * 1000 as bigint) as first_millis,
                cast(extract(epoch from max(finished_at)) * 1000 as bigint) as last_millis
              from counted
              group by edition
              order by max(finished_at) desc, min(attempt_id) desc
              """)
  List<EditionRow> editions(String quizId, Collection<Long> learnerIds, long most);

  /**
   * Sums and products of marks x and totals t in one pass; the totals' own with each question.
   *
   * @param longest milliseconds that one answer's time counts at most
   */
  @Query(
      nativeQuery = true,
      value =
          ATTEMPTS
              + """
              select i.question_id as question_id, max(i.question_version_id) as version_id,
                min(i.position) as position, count(*) as attempts, sum(i.marks) as x,
                sum(i.marks * i.marks) as xx, sum(i.marks * c.t) as xt, sum(c.t) as t,
                sum(c.t * c.t) as t2, sum(c.t * c.t * c.t) as t3, sum(c.t * c.t * c.t * c.t) as t4,
                cast(percentile_cont(0.5) within group (order by c.t) as double precision)
                  as median,
                avg(cast(case when i.millis > :longest then :longest else i.millis end
                  as double precision)) as mean_millis
              from counted c join attempt_item i on i.attempt_id = c.attempt_id
              where c.edition = :edition
              group by i.question_id
              order by min(i.position), i.question_id
              """)
  List<ItemRow> items(
      String quizId, Collection<Long> learnerIds, long most, String edition, long longest);

  /** Of marks and rest of each question, both sorted: the smallest by the smallest and so on. */
  @Query(
      nativeQuery = true,
      value =
          ATTEMPTS
              + """
              , scored as (
                select i.question_id as question_id, i.marks as x, c.t - i.marks as o
                from counted c join attempt_item i on i.attempt_id = c.attempt_id
                where c.edition = :edition),
              placed as (
                select question_id, x, cast(null as double precision) as o,
                  row_number() over (partition by question_id order by x) as place
                from scored
                union all
                select question_id, cast(null as double precision) as x, o,
                  row_number() over (partition by question_id order by o) as place
                from scored),
              pairs as (
                select question_id, max(x) as x, max(o) as o
                from placed
                group by question_id, place)
              select question_id, sum(x * o) as sorted
              from pairs
              group by question_id
              """)
  List<SortedRow> sorted(String quizId, Collection<Long> learnerIds, long most, String edition);

  /**
   * How often options were picked, one row for each choice of them; typed answers, which have a
   * match, are left out.
   */
  @Query(
      nativeQuery = true,
      value =
          PLACED
              + """
              select i.question_id as question_id, cast(i.response as varchar(8000)) as response,
                count(*) as attempts, sum(p.t) as totals,
                sum(case when p.from_above <= p.attempts / 3 then 1 else 0 end) as above,
                sum(case when p.from_below <= p.attempts / 3 then 1 else 0 end) as below
              from placed p join attempt_item i on i.attempt_id = p.attempt_id
              where i.match is null
              group by i.question_id, cast(i.response as varchar(8000))
              """)
  List<ChoiceRow> choices(String quizId, Collection<Long> learnerIds, long most, String edition);

  /** Each attempt of an edition. */
  @Query(
      nativeQuery = true,
      value =
          ATTEMPTS
              + """
              select c.attempt_id as attempt_id, a.learner_id as learner_id, c.t as marks,
                a.max_marks as max_marks,
                cast(extract(epoch from c.finished_at) * 1000 as bigint) as millis
              from counted c join attempt a on a.id = c.attempt_id
              where c.edition = :edition
              order by c.finished_at, c.attempt_id
              """)
  List<AttemptRow> attempts(String quizId, Collection<Long> learnerIds, long most, String edition);

  /** Each attempt of an edition with what it picked at a question, as {@link #choices} counts. */
  @Query(
      nativeQuery = true,
      value =
          PLACED
              + """
              select p.attempt_id as attempt_id, a.learner_id as learner_id, p.t as marks,
                a.max_marks as max_marks,
                cast(extract(epoch from p.finished_at) * 1000 as bigint) as millis,
                cast(i.response as varchar(8000)) as response,
                case when p.from_above <= p.attempts / 3 then 1 else 0 end as above,
                case when p.from_below <= p.attempts / 3 then 1 else 0 end as below
              from placed p join attempt a on a.id = p.attempt_id
                join attempt_item i on i.attempt_id = p.attempt_id
              where i.question_id = :questionId and i.match is null
              order by p.finished_at, p.attempt_id
              """)
  List<PickRow> picks(
      String quizId, Collection<Long> learnerIds, long most, String edition, String questionId);

  /** Of the first attempts of these learners, those at a series of a question, with its marks. */
  @Query(
      nativeQuery = true,
      value =
          """
          select a.id as attempt_id, a.learner_id as learner_id, i.marks as marks,
            1 as max_marks,
            cast(extract(epoch from a.finished_at) * 1000 as bigint) as millis
          from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
            join learner_quiz s on s.learner_id = t.learner_id
            join attempt a on a.id = s.first_attempt_id
            join attempt_item i on i.attempt_id = a.id
          where i.question_id = :questionId and i.series = :series and i.marks is not null
          order by a.finished_at, a.id
          """)
  List<AttemptRow> firsts(Long[] learnerIds, String questionId, int series);

  /** A row of {@link #attempts}. */
  interface AttemptRow {
    long getAttemptId();

    long getLearnerId();

    double getMarks();

    int getMaxMarks();

    long getMillis();
  }

  /** A row of {@link #picks}. */
  interface PickRow extends AttemptRow {
    String getResponse();

    int getAbove();

    int getBelow();
  }

  /** A row of {@link #editions}. */
  interface EditionRow {
    String getEdition();

    long getId();

    int getAttempts();

    long getFirstMillis();

    long getLastMillis();
  }

  /** A row of {@link #items}. */
  interface ItemRow {
    String getQuestionId();

    long getVersionId();

    int getAttempts();

    double getX();

    double getXx();

    double getXt();

    double getT();

    double getT2();

    double getT3();

    double getT4();

    double getMedian();

    double getMeanMillis();
  }

  /** A row of {@link #sorted}. */
  interface SortedRow {
    String getQuestionId();

    double getSorted();
  }

  /** A row of {@link #choices}. */
  interface ChoiceRow {
    String getQuestionId();

    String getResponse();

    int getAttempts();

    double getTotals();

    int getAbove();

    int getBelow();
  }
}
