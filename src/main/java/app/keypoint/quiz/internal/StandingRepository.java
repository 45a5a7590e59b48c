package app.keypoint.quiz.internal;

import app.keypoint.quiz.QuizStanding;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StandingRepository extends Repository<StandingEntity, StandingEntity.Key> {

  /** Makes the row if it is missing; two devices at once make one. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into learner_quiz (learner_id, quiz_id, finished, answered, total)
          values (:learnerId, :quizId, 0, 0, 0) on conflict do nothing
          """)
  void makeSure(long learnerId, String quizId);

  /** The row, held until the transaction ends so that two devices wait in line. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from StandingEntity s where s.learnerId = :learnerId and s.quizId = :quizId")
  StandingEntity lock(long learnerId, String quizId);

  /** The same by its open attempt; empty unless the attempt is open and the learner's own. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select s from StandingEntity s
      where s.learnerId = :learnerId and s.openAttemptId = :attemptId
      """)
  Optional<StandingEntity> lockOpen(long learnerId, long attemptId);

  List<StandingEntity> findByLearnerId(long learnerId);

  /** Where many learners stand: no entity for each. */
  @Query(
      """
      select new app.keypoint.quiz.QuizStanding(s.learnerId, s.quizId, s.finished, s.best,
        s.openAttemptId, s.answered, s.total, s.savedAt)
      from StandingEntity s where s.learnerId in :learnerIds
      """)
  List<QuizStanding> standings(Collection<Long> learnerIds);

  /** Attempts with nothing left to answer since some time. */
  @Query(
      """
      select s from StandingEntity s
      where s.openAttemptId is not null and s.answered = s.total and s.savedAt < :before
      """)
  List<StandingEntity> unfinishedSince(Instant before);

  @Query(
      """
      select i.questionId as questionId, i.series as series, count(i) as attempts,
        avg(i.marks) as mean
      from StandingEntity s join ItemEntity i on i.attempt.id = s.firstAttemptId
      where s.learnerId in :learnerIds and i.marks is not null
      group by i.questionId, i.series
      """)
  List<SeriesFacility> facility(Collection<Long> learnerIds);

  /** Facility of one series of a question. */
  interface SeriesFacility {
    String getQuestionId();

    int getSeries();

    int getAttempts();

    double getMean();
  }
}
