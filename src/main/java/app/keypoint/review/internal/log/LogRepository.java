package app.keypoint.review.internal.log;

import app.keypoint.content.grading.AnswerClaims.Claim;
import app.keypoint.review.StepKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * A card's entries are in the order of its version, a learner's in that of their steps. Ids say
 * nothing of order: each process takes them in blocks.
 */
public interface LogRepository extends Repository<LogEntry, Long> {

  LogEntry save(LogEntry entry);

  Optional<LogEntry> findByCardIdAndCardVersion(long cardId, int cardVersion);

  /** The learner's latest steps, undone ones included. A quiz's answers are no steps. */
  @Query(
      """
      select distinct l.step from LogEntry l
      where l.learnerId = :learnerId and l.kind not in (QUIZ, UNDO)
      order by l.step desc
      """)
  List<Long> steps(long learnerId, Limit limit);

  /** The latest step from this one on that was not taken back. */
  @Query(
      """
      select l.step from LogEntry l
      where l.learnerId = :learnerId and l.step >= :oldest and l.kind not in (QUIZ, UNDO)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.step desc
      limit 1
      """)
  Optional<Long> lastStep(long learnerId, long oldest);

  /** The latest step from this one on and since an instant that was neither of the queue's. */
  @Query(
      """
      select l.step from LogEntry l
      where l.learnerId = :learnerId and l.step >= :oldest and l.at >= :since
        and l.kind in (PRACTICE, BURY, SUSPEND, RESUME, RESET, EASE)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.step desc
      limit 1
      """)
  Optional<Long> lastStepBesidesQueue(long learnerId, long oldest, Instant since);

  List<LogEntry> findByLearnerIdAndStepOrderByCardId(long learnerId, long step);

  /** One of a step that is there. */
  LogEntry findFirstByLearnerIdAndStepOrderByCardId(long learnerId, long step);

  /** What happened to a step's cards after it and was not taken back, if anything did. */
  @Query(
      """
      select later.kind from LogEntry l
      join LogEntry later on later.cardId = l.cardId and later.cardVersion > l.cardVersion
      where l.learnerId = :learnerId and l.step = :step and later.kind <> UNDO
        and not exists (select 1 from LogEntry u where u.undoes = later.id)
      order by later.step desc
      limit 1
      """)
  Optional<StepKind> sinceStep(long learnerId, long step);

  boolean existsByUndoes(long undone);

  /** The question answered last on a study day, answers taken back left out. */
  @Query(
      """
      select c.questionId from LogEntry l join CardEntity c on c.id = l.cardId
      where l.learnerId = :learnerId and l.studyDay = :studyDay and l.kind in (SCHEDULED, DRILL)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.step desc
      limit 1
      """)
  Optional<String> lastAnswered(long learnerId, LocalDate studyDay);

  /** What happened to a card and was not taken back, oldest first. */
  @Query(
      """
      select l from LogEntry l
      where l.cardId = :cardId and l.learnerId = :learnerId and l.kind <> UNDO
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.cardVersion
      """)
  List<LogEntry> ofCard(long learnerId, long cardId);

  /** The same of several cards, each card's in order. */
  @Query(
      """
      select l from LogEntry l
      where l.cardId in :cardIds and l.learnerId = :learnerId and l.kind <> UNDO
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.cardId, l.cardVersion
      """)
  List<LogEntry> ofCards(long learnerId, Collection<Long> cardIds);

  /** All that the log says of several cards, each card's in order. */
  @Query("select l from LogEntry l where l.cardId in :cardIds order by l.cardId, l.cardVersion")
  List<LogEntry> whole(Collection<Long> cardIds);

  /** All of the learner's answers that were not taken back. */
  @Query(
      """
      select new app.keypoint.review.internal.log.OwnAnswer(c.questionId, l.at, l.studyDay, l.kind,
        l.grade, l.millis, l.before.lastSeen, l.before.intervalDays, l.before.lapses,
        l.confidence)
      from LogEntry l join CardEntity c on c.id = l.cardId
      where l.learnerId = :learnerId and l.kind in (QUIZ, SCHEDULED, DRILL, PRACTICE)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.step, l.id
      """)
  List<OwnAnswer> answers(long learnerId);

  /** The latest answers to these wordings that learners called right, those taken back left out. */
  @Query(
      """
      select new app.keypoint.content.grading.AnswerClaims$Claim(
        l.learnerId, l.questionVersionId, l.response, l.at)
      from LogEntry l
      where l.questionVersionId in :versionIds and l.overruled = true and l.response is not null
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.at desc, l.id desc
      """)
  List<Claim> claims(Collection<Long> versionIds, Limit most);

  /** All that the log says of cards that are to go. */
  @Modifying
  @Query("delete from LogEntry l where l.cardId in :cardIds")
  void deleteOfCards(Collection<Long> cardIds);

  /** How often "Hard" was chosen for an answer that had not been accepted. */
  @Query(
      """
      select count(l) from LogEntry l
      where l.learnerId = :learnerId and l.overruled = true and l.grade = 3
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      """)
  int countHardAfterMiss(long learnerId);

  /** Practice answers since an instant, oldest first, those taken back left out. */
  @Query(
      """
      select l.cardId as cardId, l.grade as grade from LogEntry l
      where l.learnerId = :learnerId and l.studyDay >= :from and l.at >= :since
        and l.kind = PRACTICE
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.step
      """)
  List<Practised> practised(long learnerId, LocalDate from, Instant since);

  /** A practice answer. */
  interface Practised {
    long getCardId();

    short getGrade();
  }

  /** Cards answered wrongly on or after a study day. */
  @Query(
      """
      select distinct l.cardId from LogEntry l
      where l.learnerId = :learnerId and l.studyDay >= :from and l.grade < 3
        and l.kind in (QUIZ, SCHEDULED, DRILL)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      """)
  List<Long> forgottenSince(long learnerId, LocalDate from);

  /** Cards buried on a study day, and not brought back or taken up otherwise since. */
  @Query(
      """
      select l.cardId from LogEntry l
      where l.learnerId = :learnerId and l.studyDay = :studyDay and l.kind = BURY
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
        and not exists (select 1 from LogEntry later
          where later.cardId = l.cardId and later.cardVersion > l.cardVersion
            and later.kind in (RESUME, RESET)
            and not exists (select 1 from LogEntry u where u.undoes = later.id))
      """)
  Set<Long> buriedOn(long learnerId, LocalDate studyDay);

  /**
   * Cards buried today, as {@link #buriedOn}, and those answered wrongly though sure and not
   * rightly since, in one range of the index.
   */
  @Query(
      """
      select l.cardId as cardId, l.kind as kind, l.studyDay as day, c.questionId as questionId
      from LogEntry l join CardEntity c on c.id = l.cardId
      where l.learnerId = :learnerId and l.studyDay >= :from
      """
          + LATELY)
  List<Lately> lately(long learnerId, LocalDate today, LocalDate from);

  /** The same of cards that can be practised. */
  @Query(
      """
      select l.cardId as cardId, l.kind as kind, l.studyDay as day, c.questionId as questionId
      from LogEntry l join CardEntity c on c.id = l.cardId
      where l.learnerId = :learnerId and l.studyDay >= :from
        and c.fresh = false and c.retired = false and c.schedule.suspended = false
      """
          + LATELY)
  List<Lately> latelyPracticable(long learnerId, LocalDate today, LocalDate from);

  /** What makes an entry one of {@link #lately}. */
  String LATELY =
      """
        and (l.kind = BURY and l.studyDay = :today
            and not exists (select 1 from LogEntry later
              where later.cardId = l.cardId and later.cardVersion > l.cardVersion
                and later.kind in (RESUME, RESET)
                and not exists (select 1 from LogEntry u where u.undoes = later.id))
          or l.confidence = SURE and l.grade < 3
            and not exists (select 1 from LogEntry later
              where later.cardId = l.cardId and later.cardVersion > l.cardVersion
                and later.grade >= 3
                and (later.kind = PRACTICE
                  or later.kind in (QUIZ, SCHEDULED) and later.studyDay > l.studyDay)
                and not exists (select 1 from LogEntry u where u.undoes = later.id)))
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      """;

  /** A card buried, or answered by an entry of this kind. */
  interface Lately {
    long getCardId();

    StepKind getKind();

    LocalDate getDay();

    String getQuestionId();
  }

  /**
   * When cards of these questions that can be practised were last right in practice and queue, on
   * or after a study day.
   */
  @Query(
      """
      select c.id as cardId, c.questionId as questionId,
        max(case when l.kind = PRACTICE then l.at end) as practised,
        max(case when l.kind in (QUIZ, SCHEDULED) then l.studyDay end) as reviewed
      from CardEntity c left join LogEntry l on l.cardId = c.id and l.grade >= 3
        and l.learnerId = :learnerId and l.studyDay >= :from
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      where c.learnerId = :learnerId and c.questionId in :questionIds
        and c.fresh = false and c.retired = false and c.schedule.suspended = false
      group by c.id, c.questionId
      """)
  List<LastRight> lastRight(long learnerId, Collection<String> questionIds, LocalDate from);

  /** When a card was last right. */
  interface LastRight {
    long getCardId();

    String getQuestionId();

    @Nullable Instant getPractised();

    @Nullable LocalDate getReviewed();
  }
}
