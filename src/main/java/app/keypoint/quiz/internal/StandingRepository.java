package app.keypoint.quiz.internal;

import jakarta.persistence.LockModeType;
import java.time.Instant;
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

  /** Attempts with nothing left to answer since some time. */
  @Query(
      """
      select s from StandingEntity s
      where s.openAttemptId is not null and s.answered = s.total and s.savedAt < :before
      """)
  List<StandingEntity> unfinishedSince(Instant before);

  /**
   * Of the first attempts of these learners. They are joined as an array: H2 compares each row with
   * an IN list, one by one.
   */
  @Query(
      nativeQuery = true,
      value =
          """
          select i.question_id as question_id, i.series as series, count(*) as attempts,
            avg(i.marks) as mean
          from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
            join learner_quiz s on s.learner_id = t.learner_id
            join attempt_item i on i.attempt_id = s.first_attempt_id
          where i.marks is not null
          group by i.question_id, i.series
          """)
  List<SeriesFacility> facility(Long[] learnerIds);

  /** Facility of one series of a question. */
  interface SeriesFacility {
    String getQuestionId();

    int getSeries();

    int getAttempts();

    double getMean();
  }
}
