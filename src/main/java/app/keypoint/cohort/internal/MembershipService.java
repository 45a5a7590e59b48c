package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.JoinCode;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.RemovedMemberException;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.JoinAttempts;
import app.keypoint.identity.JoinCodes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joining and leaving, with an account or while making one. */
@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class MembershipService implements Memberships, JoinCodes {

  private final CohortRepository cohorts;
  private final CohortMemberRepository members;
  private final CohortRemovalRepository removals;
  private final InvitationRepository invitations;
  private final Teachers teachers;
  private final Accounts accounts;
  private final JoinAttempts attempts;
  private final AuditTrail audit;
  private final Clock clock;

  MembershipService(
      CohortRepository cohorts,
      CohortMemberRepository members,
      CohortRemovalRepository removals,
      InvitationRepository invitations,
      Teachers teachers,
      Accounts accounts,
      JoinAttempts attempts,
      AuditTrail audit,
      Clock clock) {
    this.cohorts = cohorts;
    this.members = members;
    this.removals = removals;
    this.invitations = invitations;
    this.teachers = teachers;
    this.accounts = accounts;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Membership> of(long learnerId) {
    List<CohortMemberRepository.Joined> joined = members.findCohortsOf(learnerId);
    Map<Long, List<Teacher>> run =
        teachers.of(joined.stream().map(CohortMemberRepository.Joined::cohort).toList());
    return joined.stream()
        .map(
            row ->
                new Membership(
                    row.cohort().id(),
                    row.cohort().name,
                    run.getOrDefault(row.cohort().id(), List.of()).stream()
                        .map(Teacher::name)
                        .toList(),
                    row.joinedAt(),
                    row.cohort().archivedAt != null,
                    Math.toIntExact(row.notes())))
        .toList();
  }

  /** What was refused stays on record: nothing else was written by then. */
  @Override
  @Transactional(noRollbackFor = {IllegalArgumentException.class, RemovedMemberException.class})
  public Membership join(long learnerId, String code) {
    attempts.before(learnerId);
    long cohortId;
    try {
      cohortId = enrolled(learnerId, code);
    } catch (IllegalArgumentException | RemovedMemberException e) {
      audit.record(AuditNote.of(AuditKind.JOIN_CODE_REFUSED));
      throw e;
    }
    attempts.wasRight(learnerId);
    return of(learnerId).stream()
        .filter(membership -> membership.cohortId() == cohortId)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void leave(long learnerId, long cohortId) {
    if (members.remove(cohortId, learnerId) == 0) {
      throw new GoneException("member " + learnerId + " in cohort " + cohortId);
    }
    invitations.refuseUnasked(cohortId, learnerId, clock.instant());
    record(AuditKind.MEMBER_LEFT, learnerId, cohorts.findById(cohortId).orElseThrow());
  }

  @Override
  @Transactional(readOnly = true)
  @OpenTo(Audience.FEATURES)
  public Optional<String> cohortNamed(String code) {
    return JoinCode.parse(code)
        .flatMap(parsed -> cohorts.findByJoinCodeAndArchivedAtIsNull(parsed.characters()))
        .map(cohort -> cohort.name);
  }

  @Override
  @OpenTo(Audience.FEATURES)
  public void enrol(long accountId, String code) {
    var unused = enrolled(accountId, code);
  }

  private long enrolled(long accountId, String code) {
    CohortEntity cohort =
        JoinCode.parse(code)
            .flatMap(parsed -> cohorts.lockByJoinCode(parsed.characters()))
            .orElseThrow(() -> new IllegalArgumentException("No cohort has this code"));
    if (removals.existsByCohortIdAndLearnerId(cohort.id(), accountId)) {
      throw new RemovedMemberException(accountId, cohort.id());
    }
    invitations.remove(cohort.id(), accountId);
    if (members.enrol(cohort.id(), accountId, clock.instant()) > 0) {
      record(AuditKind.MEMBER_JOINED, accountId, cohort);
    }
    return cohort.id();
  }

  private void record(AuditKind kind, long learnerId, CohortEntity cohort) {
    String name = accounts.require(learnerId).username();
    audit.record(AuditNote.of(kind).by(name).to(name).with(cohort.name));
  }
}
