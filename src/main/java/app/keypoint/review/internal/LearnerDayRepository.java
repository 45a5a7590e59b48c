package app.keypoint.review.internal;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LearnerDayRepository extends Repository<LearnerDayEntity, LearnerDayEntity.Key> {

  /** Adds to a day's counters and says how many rows there were to add to: none or one. */
  @Modifying
  @Query(
      """
      update LearnerDayEntity d
      set d.answers = d.answers + :#{#count.answers()},
          d.cleared = d.cleared + :#{#count.cleared()},
          d.dueDone = d.dueDone + :#{#count.dueDone()},
          d.introduced = d.introduced + :#{#count.introduced()},
          d.reviews = d.reviews + :#{#count.reviews()},
          d.remembered = d.remembered + :#{#count.remembered()},
          d.millis = d.millis + :#{#count.millis()},
          d.queueMillis = d.queueMillis + :#{#count.queueMillis()},
          d.sure = d.sure + :#{#count.confidence().sure()},
          d.sureRight = d.sureRight + :#{#count.confidence().sureRight()},
          d.thinkSo = d.thinkSo + :#{#count.confidence().thinkSo()},
          d.thinkSoRight = d.thinkSoRight + :#{#count.confidence().thinkSoRight()},
          d.guess = d.guess + :#{#count.confidence().guess()},
          d.guessRight = d.guessRight + :#{#count.confidence().guessRight()}
      where d.learnerId = :learnerId and d.studyDay = :studyDay
      """)
  int update(long learnerId, LocalDate studyDay, DayCount count);

  /** Opens a day; two tabs may do so at once. */
  @Modifying
  @Query(
      value =
          """
          insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
            reviews, remembered, millis, queue_millis, bridged)
          values (:learnerId, :studyDay, 0, 0, 0, 0, 0, 0, 0, 0, false)
          on conflict do nothing
          """,
      nativeQuery = true)
  void open(long learnerId, LocalDate studyDay);

  /** Adds to a day's counters. */
  default void add(long learnerId, LocalDate studyDay, DayCount count) {
    if (!count.isZero() && update(learnerId, studyDay, count) == 0) {
      open(learnerId, studyDay);
      update(learnerId, studyDay, count);
    }
  }

  @Modifying
  @Query(
      """
      update LearnerDayEntity d set d.bridged = true
      where d.learnerId = :learnerId and d.studyDay = :studyDay
      """)
  int markBridged(long learnerId, LocalDate studyDay);

  List<LearnerDayEntity> findByLearnerIdOrderByStudyDay(long learnerId);

  /** All of a learner's days, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from LearnerDayEntity d where d.learnerId = :learnerId order by d.studyDay")
  List<LearnerDayEntity> lockAll(long learnerId);

  /** Which days there are. */
  @Query("select d.studyDay from LearnerDayEntity d where d.learnerId = :learnerId")
  Set<LocalDate> days(long learnerId);

  Optional<LearnerDayEntity> findByLearnerIdAndStudyDay(long learnerId, LocalDate studyDay);

  List<LearnerDayEntity> findByLearnerIdInAndStudyDayBetweenOrderByStudyDay(
      Collection<Long> learnerIds, LocalDate from, LocalDate to);
}
