package app.keypoint.review.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogRepository extends Repository<LogEntry, Long> {

  LogEntry save(LogEntry entry);

  Optional<LogEntry> findByCardIdAndCardVersion(long cardId, int cardVersion);

  /** The learner's last step of a study day that can be undone and has not been. */
  @Query(
      """
      select l from LogEntry l
      where l.learnerId = :learnerId and l.studyDay = :studyDay
        and l.kind not in (QUIZ, UNDO)
        and not exists (select 1 from LogEntry u where u.undoes = l.id)
      order by l.id desc
      limit 1
      """)
  Optional<LogEntry> lastUndoable(long learnerId, LocalDate studyDay);
}
