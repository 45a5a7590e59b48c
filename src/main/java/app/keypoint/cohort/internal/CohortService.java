package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.JoinCode;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class CohortService implements Cohorts {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final CohortRepository cohorts;
  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final CohortRemovalRepository removals;
  private final InvitationRepository invitations;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  CohortService(
      CohortRepository cohorts,
      CohortAccess access,
      CohortMemberRepository members,
      CohortRemovalRepository removals,
      InvitationRepository invitations,
      Accounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.cohorts = cohorts;
    this.access = access;
    this.members = members;
    this.removals = removals;
    this.invitations = invitations;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Cohort> of(long instructorId) {
    return cohorts.findAllCounted(instructorId).stream()
        .map(row -> row.cohort().toCohort(instructorId, row.members()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Cohort require(long instructorId, long cohortId) {
    return access
        .require(instructorId, cohortId)
        .toCohort(instructorId, members.countByCohortId(cohortId));
  }

  @Override
  public Cohort holdRunning(long instructorId, long cohortId) {
    return access
        .holdRunning(instructorId, cohortId)
        .toCohort(instructorId, members.countByCohortId(cohortId));
  }

  @Override
  public Cohort create(long instructorId, String name) {
    CohortEntity cohort =
        cohorts.save(new CohortEntity(checked(name), instructorId, unusedCode(), clock.instant()));
    audit.record(AuditNote.of(AuditKind.COHORT_CREATED).with(cohort.name));
    return cohort.toCohort(instructorId, 0);
  }

  @Override
  public void rename(long instructorId, long cohortId, String name) {
    CohortEntity cohort = access.hold(instructorId, cohortId);
    String before = cohort.name;
    cohort.name = checked(name);
    if (!before.equals(cohort.name)) {
      // Entries name cohorts by what they were called then; what is too long is cut at its end.
      audit.record(AuditNote.of(AuditKind.COHORT_RENAMED).with(cohort.name + " ← " + before));
    }
  }

  @Override
  public JoinCode renewCode(long instructorId, long cohortId) {
    CohortEntity cohort = access.holdRunning(instructorId, cohortId);
    JoinCode code = unusedCode();
    cohort.joinCode = code.characters();
    audit.record(AuditNote.of(AuditKind.JOIN_CODE_RENEWED).with(cohort.name));
    return code;
  }

  @Override
  public void delete(long instructorId, long cohortId) {
    CohortEntity cohort = access.holdOwned(instructorId, cohortId);
    cohorts.delete(cohort);
    audit.record(AuditNote.of(AuditKind.COHORT_DELETED).with(cohort.name));
  }

  @Override
  public void archive(long instructorId, long cohortId) {
    CohortEntity cohort = access.hold(instructorId, cohortId);
    if (cohort.archivedAt == null) {
      cohort.archivedAt = clock.instant();
      audit.record(AuditNote.of(AuditKind.COHORT_ARCHIVED).with(cohort.name));
    }
  }

  @Override
  public void bringBack(long instructorId, long cohortId) {
    CohortEntity cohort = access.hold(instructorId, cohortId);
    if (cohort.archivedAt != null) {
      cohort.archivedAt = null;
      audit.record(AuditNote.of(AuditKind.COHORT_BROUGHT_BACK).with(cohort.name));
    }
  }

  @Override
  public void removeMember(long instructorId, long cohortId, long learnerId) {
    CohortEntity cohort = access.hold(instructorId, cohortId);
    if (members.remove(cohortId, learnerId) == 0) {
      throw new GoneException("member " + learnerId + " in cohort " + cohortId);
    }
    invitations.remove(cohortId, learnerId);
    removals.save(new CohortRemovalEntity(cohortId, learnerId, clock.instant()));
    record(AuditKind.MEMBER_REMOVED, learnerId, cohort);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Removed> removed(long instructorId, long cohortId) {
    access.require(instructorId, cohortId);
    List<Long> learners =
        removals.findTop100ByCohortIdOrderByRemovedAtDesc(cohortId).stream()
            .map(removal -> removal.learnerId)
            .toList();
    Map<Long, Account> people = accounts.byIds(learners);
    return learners.stream()
        .map(people::get)
        .filter(Objects::nonNull)
        .map(account -> new Removed(account.id(), account.displayName()))
        .toList();
  }

  @Override
  public void allowBack(long instructorId, long cohortId, long learnerId) {
    CohortEntity cohort = access.hold(instructorId, cohortId);
    if (removals.deleteByCohortIdAndLearnerId(cohortId, learnerId) > 0) {
      record(AuditKind.MEMBER_ALLOWED_BACK, learnerId, cohort);
    }
  }

  private void record(AuditKind kind, long learnerId, CohortEntity cohort) {
    audit.record(AuditNote.of(kind).to(accounts.require(learnerId).username()).with(cohort.name));
  }

  private JoinCode unusedCode() {
    JoinCode code;
    do {
      code = JoinCode.random(RANDOM::nextInt);
    } while (cohorts.existsByJoinCode(code.characters()));
    return code;
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > Cohort.MAX_NAME) {
      throw new IllegalArgumentException(
          "A cohort's name has 1 to " + Cohort.MAX_NAME + " characters");
    }
    return stripped;
  }
}
