package app.keypoint.cohort.internal.learner;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class LearnerNotesService implements LearnerNotes {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final LearnerNoteRepository notes;
  private final Accounts accounts;
  private final Clock clock;

  LearnerNotesService(
      CohortAccess access,
      CohortMemberRepository members,
      LearnerNoteRepository notes,
      Accounts accounts,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.notes = notes;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Note> of(long instructorId, long cohortId, long learnerId) {
    var unused = access.require(instructorId, cohortId);
    requireMember(cohortId, learnerId);
    List<LearnerNoteEntity> rows =
        notes.findByCohortIdAndLearnerIdOrderByWrittenAtDescIdDesc(cohortId, learnerId);
    Map<Long, Account> authors =
        accounts.byIds(rows.stream().map(row -> row.authorId).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new Note(
                    row.id(),
                    requireNonNull(authors.get(row.authorId)).displayName(),
                    row.writtenAt,
                    row.text))
        .toList();
  }

  @Override
  public void write(long instructorId, long cohortId, long learnerId, String note) {
    // Held, so that two who write at once do not pass the limit.
    var unused = access.hold(instructorId, cohortId);
    requireMember(cohortId, learnerId);
    if (notes.countByCohortIdAndLearnerId(cohortId, learnerId) >= MAX_NOTES) {
      throw new IllegalStateException("There are " + MAX_NOTES + " notes already");
    }
    var unusedNote =
        notes.save(
            new LearnerNoteEntity(
                cohortId, learnerId, instructorId, clock.instant(), note.strip()));
  }

  @Override
  public void remove(long instructorId, long cohortId, long learnerId, long noteId) {
    var unused = access.hold(instructorId, cohortId);
    requireMember(cohortId, learnerId);
    var unusedCount = notes.remove(noteId, cohortId, learnerId);
  }

  private void requireMember(long cohortId, long learnerId) {
    if (!members.existsByCohortIdAndLearnerId(cohortId, learnerId)) {
      throw new GoneException("member " + learnerId + " in cohort " + cohortId);
    }
  }
}
