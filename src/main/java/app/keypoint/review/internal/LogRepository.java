package app.keypoint.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogRepository extends Repository<LogEntry, Long> {

  LogEntry save(LogEntry entry);

  Optional<LogEntry> findByCardIdAndCardVersion(long cardId, int cardVersion);

  /**
   * Ids of the learner's latest steps, undone ones included, the latest first. A quiz's answers are
   * no steps.
   */
  @Query(
      """
      select l.id from LogEntry l
      where l.learnerId = :learnerId and l.partOf is null and l.kind not in (QUIZ, UNDO)
      order by l.id desc
      """)
  List<Long> steps(long learnerId, Limit limit);

  /** The latest step among these ids or later that was not taken back. */
  @Query(
      """
      select l from LogEntry l
      where l.learnerId = :learnerId and l.id >= :oldest
        and l.partOf is null and l.kind not in (QUIZ, UNDO)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id desc
      limit 1
      """)
  Optional<LogEntry> lastStep(long learnerId, long oldest);

  List<LogEntry> findByPartOfOrderById(long partOf);

  boolean existsByUndoes(long undone);

  /** The question answered last on a study day, answers taken back left out. */
  @Query(
      """
      select c.questionId from LogEntry l join CardEntity c on c.id = l.cardId
      where l.learnerId = :learnerId and l.studyDay = :studyDay and l.kind in (SCHEDULED, DRILL)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id desc
      limit 1
      """)
  Optional<String> lastAnswered(long learnerId, LocalDate studyDay);

  /** What happened to a card and was not taken back, oldest first. */
  @Query(
      """
      select l from LogEntry l
      where l.cardId = :cardId and l.learnerId = :learnerId and l.kind <> UNDO
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id
      """)
  List<LogEntry> ofCard(long learnerId, long cardId);

  /** The same of several cards. */
  @Query(
      """
      select l from LogEntry l
      where l.cardId in :cardIds and l.learnerId = :learnerId and l.kind <> UNDO
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id
      """)
  List<LogEntry> ofCards(long learnerId, Collection<Long> cardIds);

  /** All of the learner's answers that were not taken back. */
  @Query(
      """
      select new app.keypoint.review.internal.OwnAnswer(c.questionId, l.at, l.studyDay, l.kind,
        l.grade, l.millis, l.before.lastSeen, l.before.intervalDays, l.before.lapses)
      from LogEntry l join CardEntity c on c.id = l.cardId
      where l.learnerId = :learnerId and l.kind in (QUIZ, SCHEDULED, DRILL, PRACTICE)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id
      """)
  List<OwnAnswer> answers(long learnerId);

  /** How often "Hard" was chosen for an answer that had not been accepted. */
  @Query(
      """
      select count(l) from LogEntry l
      where l.learnerId = :learnerId and l.overruled = true and l.grade = 3
      """)
  int countHardAfterMiss(long learnerId);

  /** Practice answers since an instant, oldest first, those taken back left out. */
  @Query(
      """
      select l.cardId as cardId, l.grade as grade from LogEntry l
      where l.learnerId = :learnerId and l.studyDay >= :from and l.at >= :since
        and l.kind = PRACTICE
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id
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
}
