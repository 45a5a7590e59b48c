package app.keypoint.review.internal.log;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface CardRepository
    extends JpaRepository<CardEntity, Long>, JpaSpecificationExecutor<CardEntity> {

  boolean existsByLearnerIdAndQuestionIdIn(long learnerId, Collection<String> questionIds);

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

  /** The learner's cards with these ids, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.id in :cardIds and c.retired = false
      order by c.id
      """)
  List<CardEntity> lockAll(long learnerId, Collection<Long> cardIds);

  /** The same with retired ones: what is undone may since have been retired. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.id in :cardIds
      order by c.id
      """)
  List<CardEntity> lockForUndo(long learnerId, Collection<Long> cardIds);

  /** All of the learner's cards, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CardEntity c where c.learnerId = :learnerId order by c.id")
  List<CardEntity> lockAll(long learnerId);

  /** The learner's next cards after one, by id. */
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.id > :cardId
      order by c.id
      """)
  List<CardEntity> after(long learnerId, long cardId, Limit limit);

  /** Due cards not seen today, the latest relative to their interval first. */
  @Query(
      """
      select c.id as id, c.questionId as questionId from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay <= :today
        and c.schedule.lastSeen < :today
      order by
        cast(timestampdiff(day, c.schedule.due, :today) as Double)
          / greatest(c.schedule.intervalDays, 1) desc,
        c.schedule.queuedAt, c.id
      """)
  List<Head> dueHead(long learnerId, LocalDate today, Limit limit);

  /** Cards seen today and not done with, in the order in which they were. */
  @Query(
      """
      select c.id as id, c.questionId as questionId from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay <= :today
        and c.schedule.lastSeen >= :today
      order by c.schedule.queuedAt, c.id
      """)
  List<Head> drillHead(long learnerId, LocalDate today, Limit limit);

  /** New cards in the order in which they were taken up. */
  @Query(
      """
      select c.id as id, c.questionId as questionId from CardEntity c
      where c.learnerId = :learnerId and c.fresh = true and c.queueDay <= :today
      order by c.queueDay, c.schedule.queuedAt, c.id
      """)
  List<Head> freshHead(long learnerId, LocalDate today, Limit limit);

  /** A card that may be asked next. */
  interface Head {
    long getId();

    String getQuestionId();
  }

  /** Cards of these questions that were answered, and how many of them the queue asks by a day. */
  @Query(
      """
      select count(c) as cards,
        coalesce(sum(case when c.queueDay <= :today then 1 else 0 end), 0) as due
      from CardEntity c
      where c.learnerId = :learnerId and c.questionId in :questionIds
        and c.retired = false and c.fresh = false
      """)
  Outlook outlook(long learnerId, Collection<String> questionIds, LocalDate today);

  /** Sums of {@link #outlook}. */
  interface Outlook {
    int getCards();

    int getDue();
  }

  /** What waits on a study day, new cards left out. */
  @Query(
      """
      select
        coalesce(sum(case when c.schedule.lastSeen >= :today then 1 else 0 end), 0) as drills,
        coalesce(sum(case when c.schedule.lastSeen < :today and c.queueDay = :today
          then 1 else 0 end), 0) as dueToday,
        coalesce(sum(case when c.schedule.lastSeen < :today and c.queueDay < :today
          then 1 else 0 end), 0) as backlog
      from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay <= :today
      """)
  Due countDue(long learnerId, LocalDate today);

  /** Sums of {@link #countDue}. */
  interface Due {
    int getDrills();

    int getDueToday();

    int getBacklog();
  }

  /** New cards that wait, counted up to a limit. */
  @Query(
      """
      select count(*) from (
        select c.id as id from CardEntity c
        where c.learnerId = :learnerId and c.fresh = true and c.queueDay <= :today
        order by c.learnerId, c.fresh, c.queueDay
        limit :most) waiting
      """)
  int countFresh(long learnerId, LocalDate today, int most);

  /** Cards whose day was before today and that were not seen today. */
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay < :today
        and c.schedule.lastSeen < :today
      """)
  List<CardEntity> backlog(long learnerId, LocalDate today);

  /** The same, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay < :today
        and c.schedule.lastSeen < :today
      order by c.id
      """)
  List<CardEntity> lockBacklog(long learnerId, LocalDate today);

  /** Cards by day on which they come up, as the study day began. */
  @Query(
      """
      select c.queueDay as day, count(c) as cards from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay in :days
        and c.schedule.lastSeen < :today
      group by c.queueDay
      """)
  List<Coming> loadsOn(long learnerId, Collection<LocalDate> days, LocalDate today);

  /**
   * The first day after today on which cards come up. Ordered by all leading columns of the index,
   * or H2 would sort every later card.
   */
  @Query(
      """
      select c.queueDay as day, count(c) as cards from CardEntity c
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay = (
        select next.queueDay from CardEntity next
        where next.learnerId = :learnerId and next.fresh = false and next.queueDay > :today
        order by next.learnerId, next.fresh, next.queueDay
        limit 1)
      group by c.queueDay
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
      where c.learnerId in :learnerIds and c.retired = false and c.fresh = false
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
      where c.learnerId = :learnerId and c.fresh = false and c.queueDay <= :to
      group by c.queueDay
      """)
  List<Coming> forecast(long learnerId, LocalDate to);

  /** Cards of each question that were answered, and how many of them have lapsed so often. */
  @Query(
      """
      select c.questionId as questionId,
        sum(case when c.schedule.lapses >= :lapses then 1 else 0 end) as learners,
        count(c) as holders
      from CardEntity c
      where c.learnerId in :learnerIds and c.questionId in :questionIds
        and c.retired = false and c.fresh = false
      group by c.questionId
      """)
  List<Leech> leeches(Collection<Long> learnerIds, Collection<String> questionIds, int lapses);

  /** A group of {@link #leeches}. */
  interface Leech {
    String getQuestionId();

    int getLearners();

    int getHolders();
  }

  /**
   * Whose answered card of a question has lapsed so often. Learners come as an array: for a list H2
   * reads all cards that there are.
   */
  @Query(
      value =
          """
          select c.learner_id as learner_id, c.lapses as lapses
          from unnest(cast(:learnerIds as bigint array)) as t(learner_id)
            join card c on c.learner_id = t.learner_id and c.question_id = :questionId
          where c.retired = false and c.fresh = false and c.lapses >= :lapses
          """,
      nativeQuery = true)
  List<Lapsed> lapsed(Long[] learnerIds, String questionId, int lapses);

  /** A row of {@link #lapsed}. */
  interface Lapsed {
    long getLearnerId();

    int getLapses();
  }

  List<CardEntity> findByLearnerIdAndIdIn(long learnerId, Collection<Long> cardIds);

  /** Questions of the learner's new cards. */
  @Query(
      """
      select c.questionId from CardEntity c
      where c.learnerId = :learnerId and c.fresh = true and c.queueDay is not null
      """)
  List<String> freshQuestions(long learnerId);

  /** The learner's cards that gave most trouble; none that gave no trouble. */
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.retired = false and c.fresh = false
        and c.schedule.suspended = false
        and (c.schedule.lapses > 0 or c.schedule.easiness < 250 or c.schedule.difficulty > 6)
      order by c.schedule.lapses desc, c.schedule.easiness, c.schedule.difficulty desc, c.id
      limit :most
      """)
  List<CardEntity> troubled(long learnerId, int most);

  /** The learner's cards of these questions, retired ones included. */
  List<CardEntity> findByLearnerIdAndQuestionIdIn(long learnerId, Collection<String> questionIds);

  /** The same, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from CardEntity c
      where c.learnerId = :learnerId and c.questionId in :questionIds
      order by c.id
      """)
  List<CardEntity> lockOfQuestions(long learnerId, Collection<String> questionIds);

  @Query(
      """
      select new app.keypoint.review.internal.log.CardRepository$CardsOfQuestion(
        c.questionId, count(c))
      from CardEntity c
      where c.questionId in :questionIds group by c.questionId
      """)
  List<CardsOfQuestion> countByQuestion(Collection<String> questionIds);

  /** How many cards there are of a question, one for each learner. */
  record CardsOfQuestion(String questionId, long cards) {}

  /** Questions of all cards that are not retired. */
  @Query("select distinct c.questionId from CardEntity c where c.retired = false")
  List<String> questionsAsked();

  int countByQuestionIdInAndRetiredFalse(Collection<String> questionIds);

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
          where c.queue_day <= :latest and c.fresh = false
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
