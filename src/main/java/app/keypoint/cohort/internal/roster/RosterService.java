package app.keypoint.cohort.internal.roster;

import app.keypoint.access.Audience;
import app.keypoint.access.Buckets;
import app.keypoint.access.HeavyWork;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.InvitationRepository;
import app.keypoint.cohort.roster.RosterRow;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Newcomers.Newcomer;
import app.keypoint.identity.Newcomers.Prepared;
import app.keypoint.identity.Newcomers;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@Service
@OpenTo(Audience.INSTRUCTORS)
class RosterService implements Rosters {

  /** Hashed in one go: others who wait for a place wait no longer than for these. */
  private static final int AT_ONCE = 10;

  private final CohortAccess access;
  private final RosterPlanner planner;
  private final CohortMemberRepository members;
  private final InvitationRepository invitations;
  private final Newcomers newcomers;
  private final Accounts accounts;
  private final HeavyWork heavy;
  private final TransactionOperations transaction;
  private final AuditTrail audit;
  private final Clock clock;
  private final Buckets<Long> previews;

  RosterService(
      CohortAccess access,
      RosterPlanner planner,
      CohortMemberRepository members,
      InvitationRepository invitations,
      Newcomers newcomers,
      Accounts accounts,
      HeavyWork heavy,
      TransactionOperations transaction,
      AuditTrail audit,
      Clock clock) {
    this.access = access;
    this.planner = planner;
    this.members = members;
    this.invitations = invitations;
    this.newcomers = newcomers;
    this.accounts = accounts;
    this.heavy = heavy;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
    this.previews = new Buckets<>(MAX_PREVIEWS, Duration.ofHours(1), clock);
  }

  @Override
  @Transactional(readOnly = true)
  public Preview preview(long instructorId, long cohortId, byte[] file) {
    running(access.require(instructorId, cohortId));
    Duration wait = previews.take(instructorId);
    if (!wait.isZero()) {
      throw new TooManyAttempts(wait);
    }
    return switch (RosterFile.read(file)) {
      case RosterFile.Reading.Rows(var rows) -> planner.plan(cohortId, rows).plan();
      case RosterFile.Reading.Unreadable(var why) -> why;
    };
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public List<MadeAccount> bring(
      long instructorId, long cohortId, Plan plan, RosterProgress progress) {
    return heavy.alone(instructorId, () -> brought(instructorId, cohortId, plan, progress));
  }

  private List<MadeAccount> brought(
      long instructorId, long cohortId, Plan plan, RosterProgress progress) {
    transaction.executeWithoutResult(
        _ -> {
          running(access.require(instructorId, cohortId));
          requireAsPlanned(cohortId, plan);
        });
    List<Newcomer> wanted =
        plan.entries().stream()
            .filter(entry -> entry.outcome() == Outcome.NEW)
            .map(entry -> new Newcomer(entry.row().username(), entry.row().name()))
            .toList();
    List<Prepared> prepared = hashed(wanted, progress);
    transaction.executeWithoutResult(_ -> carryOut(instructorId, cohortId, plan, prepared));
    return prepared.stream()
        .map(
            each ->
                new MadeAccount(
                    each.newcomer().displayName(),
                    each.newcomer().username(),
                    each.oneTimePassword()))
        .toList();
  }

  private List<Prepared> hashed(List<Newcomer> wanted, RosterProgress progress) {
    List<Prepared> prepared = new ArrayList<>(wanted.size());
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      requireGoingOn(progress, from, wanted.size());
      List<Newcomer> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
      prepared.addAll(heavy.patiently(() -> some.stream().map(newcomers::prepare).toList()));
    }
    // Once more before anything is written: nobody else is ever told these passwords.
    requireGoingOn(progress, wanted.size(), wanted.size());
    return prepared;
  }

  private static void requireGoingOn(RosterProgress progress, int done, int all) {
    if (!progress.goOn(done, all)) {
      throw new CancellationException("The import was called off");
    }
  }

  /**
   * Asked anew, for hashing takes a while: whether they may, and whether it would still do this.
   */
  private void carryOut(long instructorId, long cohortId, Plan plan, List<Prepared> prepared) {
    CohortEntity cohort = access.holdRunning(instructorId, cohortId);
    Account instructor =
        accounts
            .active(instructorId)
            .filter(account -> account.role() == Role.INSTRUCTOR)
            .orElseThrow(() -> new GoneException("cohort " + cohortId));
    RosterPlanner.Planned planned = requireAsPlanned(cohortId, plan);
    Instant now = clock.instant();
    audit.record(
        AuditNote.of(AuditKind.ROSTER_IMPORTED)
            .by(instructor.username())
            .with(cohort.name() + ": " + plan.brought()));
    // Whoever said no, or left, is not brought back; that is told nobody.
    Set<Long> refusing = invitations.findRefusing(cohortId);
    List<Long> joining =
        Stream.concat(
                made(cohortId, prepared, instructor).stream(),
                ids(planned, Outcome.JOINS).filter(id -> !refusing.contains(id)))
            .toList();
    List<Long> asked =
        Stream.concat(ids(planned, Outcome.ASKED), ids(planned, Outcome.ASKED_IF_KNOWN)).toList();
    if (!joining.isEmpty()) {
      var unused = members.enrol(cohortId, joining, now);
      invitations.remove(cohortId, joining);
    }
    if (!asked.isEmpty()) {
      var unused = invitations.invite(cohortId, asked, now);
    }
  }

  private List<Long> made(long cohortId, List<Prepared> prepared, Account instructor) {
    try {
      return newcomers.make(prepared, instructor.calendar(), instructor.username());
    } catch (IllegalArgumentException e) {
      // Somebody took a name since the look above.
      throw new ChangedException(cohortId);
    }
  }

  private Stream<Long> ids(RosterPlanner.Planned planned, Outcome outcome) {
    return planned.plan().entries().stream()
        .filter(entry -> entry.outcome() == outcome)
        .map(entry -> newcomers.normalised(entry.row().username()))
        .map(planned.ids()::get)
        .filter(Objects::nonNull);
  }

  private RosterPlanner.Planned requireAsPlanned(long cohortId, Plan plan) {
    List<RosterRow> rows = plan.entries().stream().map(Entry::row).toList();
    RosterPlanner.Planned now = planner.plan(cohortId, rows);
    if (!now.plan().equals(plan)) {
      throw new ChangedException(cohortId);
    }
    return now;
  }

  private static void running(CohortEntity cohort) {
    if (cohort.archivedAt() != null) {
      throw new GoneException("cohort " + cohort.id());
    }
  }
}
