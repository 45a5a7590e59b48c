package app.keypoint.cohort.internal.dashboard;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class NudgeService implements Nudges {

  private static final Period DISMISSAL = Period.ofDays(7);

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final NudgeDismissalRepository dismissals;
  private final Accounts accounts;
  private final Clock clock;

  NudgeService(
      CohortAccess access,
      CohortMemberRepository members,
      NudgeDismissalRepository dismissals,
      Accounts accounts,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.dismissals = dismissals;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void dismiss(
      long instructorId,
      long cohortId,
      long learnerId,
      Nudge.Kind kind,
      Nudge.Level level,
      String note) {
    access.require(instructorId, cohortId);
    if (!members.existsByCohortIdAndLearnerId(cohortId, learnerId)) {
      throw new GoneException("member " + learnerId + " in cohort " + cohortId);
    }
    Instant now = clock.instant();
    Instant until = now.plus(DISMISSAL);
    NudgeDismissalEntity row =
        dismissals
            .findByCohortIdAndLearnerIdAndKind(cohortId, learnerId, kind)
            .orElseGet(() -> new NudgeDismissalEntity(cohortId, learnerId, kind, level, until));
    row.hide(level, until);
    row.write(note, instructorId, now);
    dismissals.save(row);
  }

  @Override
  public void note(long instructorId, long cohortId, long learnerId, Nudge.Kind kind, String note) {
    access.require(instructorId, cohortId);
    dismissals
        .findByCohortIdAndLearnerIdAndKind(cohortId, learnerId, kind)
        .orElseThrow(() -> new GoneException("dismissed nudge of " + learnerId))
        .write(note, instructorId, clock.instant());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Dismissed> dismissed(long instructorId, long cohortId) {
    access.require(instructorId, cohortId);
    Instant now = clock.instant();
    List<NudgeDismissalEntity> rows =
        dismissals.findByCohortId(cohortId).stream()
            .filter(row -> !row.note.isEmpty() || row.hiddenUntil.isAfter(now))
            .sorted(Comparator.comparing((NudgeDismissalEntity row) -> row.hiddenUntil).reversed())
            .toList();
    Map<Long, Account> people =
        accounts.byIds(
            rows.stream()
                .flatMap(
                    row -> Stream.concat(Stream.of(row.learnerId), Stream.ofNullable(row.notedBy)))
                .distinct()
                .toList());
    return rows.stream()
        .flatMap(
            row ->
                Stream.ofNullable(people.get(row.learnerId))
                    .map(learner -> dismissed(row, learner, people)))
        .toList();
  }

  private static Dismissed dismissed(
      NudgeDismissalEntity row, Account learner, Map<Long, Account> people) {
    Account by = row.notedBy == null ? null : people.get(row.notedBy);
    return new Dismissed(
        row.learnerId,
        learner.displayName(),
        row.kind,
        row.hiddenUntil,
        row.note,
        name(by),
        row.notedAt);
  }

  private static @Nullable String name(@Nullable Account account) {
    return account == null ? null : account.displayName();
  }
}
