package app.keypoint.review.internal;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CardRepository extends JpaRepository<CardEntity, Long> {

  /** The learner's card, held until the transaction ends so that two clicks wait in line. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CardEntity c where c.id = :cardId and c.learnerId = :learnerId")
  Optional<CardEntity> lock(long cardId, long learnerId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.schedule.suspended = true and c.retired = false
      order by c.id
      """)
  List<CardEntity> lockSuspended(long learnerId);

  @Query(
      """
      select count(c) from CardEntity c
      where c.learnerId = :learnerId and c.schedule.suspended = true and c.retired = false
      """)
  int countSuspended(long learnerId);

  /** The head of the queue: overdue first, then the day's, then what was answered today. */
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.queueDay <= :today
      order by c.queueDay, c.schedule.queuedAt, c.id
      limit 1
      """)
  Optional<CardEntity> first(long learnerId, LocalDate today);

  @Query(
      "select count(c) from CardEntity c where c.learnerId = :learnerId and c.queueDay <= :today")
  int countDue(long learnerId, LocalDate today);

  /** The first day after today on which cards come up. */
  @Query(
      """
      select c.queueDay as day, count(c) as cards from CardEntity c
      where c.learnerId = :learnerId and c.queueDay > :today
      group by c.queueDay order by c.queueDay limit 1
      """)
  Optional<Coming> firstAfter(long learnerId, LocalDate today);

  /** Cards of a day. */
  interface Coming {
    LocalDate getDay();

    int getCards();
  }

  /** Cards of each learner by the day on which they come up (null: not at all). */
  @Query(
      """
      select c.learnerId as learnerId, c.queueDay as day, count(c) as cards,
        sum(case when c.schedule.intervalDays >= 21 then 1 else 0 end) as mature
      from CardEntity c
      where c.learnerId in :learnerIds and c.retired = false
      group by c.learnerId, c.queueDay
      """)
  List<Load> loads(Collection<Long> learnerIds);

  /** A group of {@link #loads}. */
  interface Load {
    long getLearnerId();

    @Nullable LocalDate getDay();

    int getCards();

    int getMature();
  }

  /** Cards by the day on which they come up, up to a day. */
  @Query(
      """
      select c.queueDay as day, count(c) as cards from CardEntity c
      where c.learnerId = :learnerId and c.queueDay <= :to
      group by c.queueDay
      """)
  List<Coming> forecast(long learnerId, LocalDate to);

  List<CardEntity> findByLearnerIdInAndRetiredFalse(Collection<Long> learnerIds);

  @Query(
      "select c.questionId from CardEntity c where c.learnerId = :learnerId and c.questionId in :questionIds")
  List<String> existing(long learnerId, Collection<String> questionIds);

  @Modifying
  @Query(
      "update CardEntity c set c.retired = true, c.queueDay = null where c.questionId in :questionIds")
  void retire(Collection<String> questionIds);

  @Modifying
  @Query(
      """
      update CardEntity c
      set c.retired = false,
          c.queueDay = case when c.schedule.suspended = true then null else c.schedule.comesUp end
      where c.questionId in :questionIds
      """)
  void restore(Collection<String> questionIds);

  /** Cards in all queues up to a day, by what decides whether they are due for their learner. */
  @Query(
      value =
          """
          select a.zone as zone, a.rollover_hour as rollover_hour, c.queue_day as queue_day, count(*) as cards
          from card c join account a on a.id = c.learner_id
          where c.queue_day <= :latest
          group by a.zone, a.rollover_hour, c.queue_day
          """,
      nativeQuery = true)
  List<Waiting> waiting(LocalDate latest);

  /** A group of {@link #waiting}. */
  interface Waiting {
    String getZone();

    int getRolloverHour();

    LocalDate getQueueDay();

    long getCards();
  }
}
