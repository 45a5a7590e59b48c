package app.keypoint.review.internal.log;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface LearnerDayRepository extends Repository<LearnerDayEntity, LearnerDayEntity.Key> {

  /** In SQL: every answer does it, and Hibernate translates its own language's anew each time. */
  @Modifying
  @Query(
      value =
          """
          update learner_day
          set answers = answers + :answers, cleared = cleared + :cleared,
              due_done = due_done + :dueDone, introduced = introduced + :introduced,
              reviews = reviews + :reviews, remembered = remembered + :remembered,
              millis = millis + :millis, queue_millis = queue_millis + :queueMillis,
              sure = sure + :sure, sure_right = sure_right + :sureRight,
              think_so = think_so + :thinkSo, think_so_right = think_so_right + :thinkSoRight,
              guess = guess + :guess, guess_right = guess_right + :guessRight,
              brought_answers = brought_answers + :broughtAnswers,
              brought_reviews = brought_reviews + :broughtReviews,
              brought_remembered = brought_remembered + :broughtRemembered,
              brought_millis = brought_millis + :broughtMillis
          where learner_id = :learnerId and study_day = :studyDay
          """,
      nativeQuery = true)
  int update(
      long learnerId,
      LocalDate studyDay,
      int answers,
      int cleared,
      int dueDone,
      int introduced,
      int reviews,
      int remembered,
      long millis,
      long queueMillis,
      int sure,
      int sureRight,
      int thinkSo,
      int thinkSoRight,
      int guess,
      int guessRight,
      int broughtAnswers,
      int broughtReviews,
      int broughtRemembered,
      long broughtMillis);

  /** Adds to a day's counters and says how many rows there were to add to: none or one. */
  default int update(long learnerId, LocalDate studyDay, DayCount count) {
    return update(
        learnerId,
        studyDay,
        count.answers(),
        count.cleared(),
        count.dueDone(),
        count.introduced(),
        count.reviews(),
        count.remembered(),
        count.millis(),
        count.queueMillis(),
        count.confidence().sure(),
        count.confidence().sureRight(),
        count.confidence().thinkSo(),
        count.confidence().thinkSoRight(),
        count.confidence().guess(),
        count.confidence().guessRight(),
        count.brought().answers(),
        count.brought().reviews(),
        count.brought().remembered(),
        count.brought().millis());
  }

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

  /**
   * The longest run of days, and the last one if it ended on a day or later: days that follow each
   * other come to the same day when their place among all days is taken from them.
   *
   * @param brought whether answers from elsewhere count
   * @param until days after it are left out
   */
  @Query(
      value =
          """
          select coalesce(max(run.days), 0) as longest,
            coalesce(max(case when run.newest = 1 and run.ended >= :ongoing then run.days end), 0)
              as ongoing
          from (
            select sum(counted) as days, max(study_day) as ended,
              row_number() over (order by max(study_day) desc) as newest
            from (
              select d.study_day, case when d.answered > 0 then 1 else 0 end as counted,
                d.study_day - cast(row_number() over (order by d.study_day) as int) as origin
              from (
                select study_day, bridged,
                  case when :brought then answers else answers - brought_answers end as answered
                from learner_day
                where learner_id = :learnerId and study_day <= :until) d
              where d.answered > 0 or d.bridged) each_day
            group by origin) run
          """,
      nativeQuery = true)
  Runs runs(long learnerId, boolean brought, LocalDate ongoing, LocalDate until);

  /** Days of {@link #runs}. */
  interface Runs {
    int getLongest();

    int getOngoing();
  }

  Optional<LearnerDayEntity> findByLearnerIdAndStudyDay(long learnerId, LocalDate studyDay);

  List<LearnerDayEntity> findByLearnerIdAndStudyDayBetweenOrderByStudyDay(
      long learnerId, LocalDate from, LocalDate to);
}
