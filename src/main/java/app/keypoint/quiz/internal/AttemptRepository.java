package app.keypoint.quiz.internal;

import app.keypoint.content.grading.AnswerClaims.Claim;
import app.keypoint.quiz.FinishedAttempt;
import app.keypoint.quiz.LearnerAttempts.Past;
import app.keypoint.quiz.SureInQuizzes.Answered;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<AttemptEntity, Long> {

  AttemptEntity save(AttemptEntity attempt);

  long countByLearnerIdAndQuizIdIn(long learnerId, Collection<String> quizIds);

  boolean existsByLearnerIdAndQuizIdIn(long learnerId, Collection<String> quizIds);

  /** The number of the learner's latest attempt at a quiz, or 0; their standing is held. */
  @Query(
      """
      select coalesce(max(a.ordinal), 0) from AttemptEntity a
      where a.learnerId = :learnerId and a.quizId = :quizId
      """)
  int latest(long learnerId, String quizId);

  /** The learner's attempt with its items. */
  @Query(
      """
      select a from AttemptEntity a join fetch a.items
      where a.id = :attemptId and a.learnerId = :learnerId
      """)
  Optional<AttemptEntity> find(long attemptId, long learnerId);

  /**
   * An item of the learner's attempt, with the attempt: a proxy of it would be what {@link #find}
   * returns next, and the fields of a proxy are empty.
   */
  @Query(
      """
      select i from AttemptItemEntity i join fetch i.attempt
      where i.attempt.id = :attemptId and i.attempt.learnerId = :learnerId
        and i.position = :position
      """)
  Optional<AttemptItemEntity> item(long attemptId, long learnerId, int position);

  @Query(
      """
      select new app.keypoint.quiz.LearnerAttempts$Past(
        a.id, a.quizId, a.state, a.startedAt, a.finishedAt, a.marks, a.maxMarks)
      from AttemptEntity a
      where a.learnerId = :learnerId and a.quizId in :quizIds
      order by a.startedAt desc, a.id desc
      """)
  List<Past> latest(long learnerId, Collection<String> quizIds, Limit limit);

  /** All of them by the moment under which a history shows them; to be closed by the caller. */
  @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "500"))
  @Query(
      """
      select new app.keypoint.quiz.LearnerAttempts$Past(
        a.id, a.quizId, a.state, a.startedAt, a.finishedAt, a.marks, a.maxMarks)
      from AttemptEntity a
      where a.learnerId = :learnerId and a.quizId in :quizIds
      order by coalesce(a.finishedAt, a.startedAt) desc, a.id desc
      """)
  Stream<Past> all(long learnerId, Collection<String> quizIds);

  @Query(
      """
      select new app.keypoint.quiz.FinishedAttempt(a.id, a.finishedAt, a.marks, a.maxMarks)
      from AttemptEntity a
      where a.learnerId = :learnerId and a.quizId = :quizId and a.state = FINISHED
      order by a.ordinal desc
      """)
  List<FinishedAttempt> finished(long learnerId, String quizId);

  /** The latest answers to these wordings that learners called right. */
  @Query(
      """
      select new app.keypoint.content.grading.AnswerClaims$Claim(
        i.attempt.learnerId, i.questionVersionId, i.response, i.answeredAt)
      from AttemptItemEntity i
      where i.questionVersionId in :versionIds and i.match = OVERRULED
      order by i.answeredAt desc, i.id desc
      """)
  List<Claim> claims(Collection<Long> versionIds, Limit most);

  /**
   * Questions answered rightly, or wrongly though sure, from a study day on.
   *
   * @param ended attempts that ended before this have no such answer
   */
  @Query(
      """
      select new app.keypoint.quiz.SureInQuizzes$Answered(
        i.questionId,
        max(case when i.marks < 1 then i.studyDay end),
        max(case when i.marks < 1 then i.answeredAt end),
        max(case when i.marks >= 1 then i.studyDay end))
      from AttemptItemEntity i
      where i.attempt.learnerId = :learnerId
        and (i.attempt.finishedAt is null or i.attempt.finishedAt >= :ended)
        and i.studyDay >= :from and (i.marks >= 1 or i.confidence = SURE)
      group by i.questionId
      """)
  List<Answered> sureOrRight(long learnerId, LocalDate from, Instant ended);
}
