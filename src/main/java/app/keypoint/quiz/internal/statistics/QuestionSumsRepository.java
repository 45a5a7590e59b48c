package app.keypoint.quiz.internal.statistics;

import app.keypoint.quiz.internal.AttemptEntity;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What a quiz's finished attempts add up to by question, whoever made them. */
interface QuestionSumsRepository extends Repository<AttemptEntity, Long> {

  /**
   * Of each question in its latest series the first answer of each learner, where there are enough.
   */
  String FIRSTS =
      """
      with answered as (
        select i.question_id as question_id, i.series as series, i.marks as x,
          i.question_version_id as version_id, i.match as match,
          cast(i.response as varchar(8000)) as response,
          max(i.series) over (partition by i.question_id) as latest,
          row_number() over (partition by i.question_id, i.series, a.learner_id
            order by a.finished_at, a.id) as nth
        from attempt a join attempt_item i on i.attempt_id = a.id
        where a.quiz_id = :quizId and a.state = 'FINISHED'),
      firsts as (
        select question_id, x, version_id, match, response,
          count(*) over (partition by question_id) as learners
        from answered
        where nth = 1 and series = latest)
      """;

  /** One row for each question. */
  @Query(
      nativeQuery = true,
      value =
          FIRSTS
              + """
              select question_id as question_id, max(version_id) as version_id,
                count(*) as learners, sum(x) as x
              from firsts
              where learners >= :fewest
              group by question_id
              order by question_id
              """)
  List<SumRow> sums(String quizId, int fewest);

  /** One row for each choice of options that somebody made. */
  @Query(
      nativeQuery = true,
      value =
          FIRSTS
              + """
              select question_id as question_id, response as response, count(*) as learners
              from firsts
              where learners >= :fewest and match is null
              group by question_id, response
              """)
  List<ChosenRow> chosen(String quizId, int fewest);

  /** A row of {@link #sums}. */
  interface SumRow {
    String getQuestionId();

    long getVersionId();

    int getLearners();

    double getX();
  }

  /** A row of {@link #chosen}. */
  interface ChosenRow {
    String getQuestionId();

    String getResponse();

    int getLearners();
  }
}
