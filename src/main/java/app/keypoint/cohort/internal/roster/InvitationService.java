package app.keypoint.cohort.internal.roster;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortRemovalRepository;
import app.keypoint.cohort.internal.CohortRepository;
import app.keypoint.cohort.internal.InvitationRepository;
import app.keypoint.cohort.internal.Teachers;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.progress.Invitations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells learners, whose Today knows no cohorts, which of them ask for them. */
@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class InvitationService implements Invitations {

  private final InvitationRepository invitations;
  private final CohortRepository cohorts;
  private final CohortMemberRepository members;
  private final CohortRemovalRepository removals;
  private final Teachers teachers;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  InvitationService(
      InvitationRepository invitations,
      CohortRepository cohorts,
      CohortMemberRepository members,
      CohortRemovalRepository removals,
      Teachers teachers,
      Accounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.invitations = invitations;
    this.cohorts = cohorts;
    this.members = members;
    this.removals = removals;
    this.teachers = teachers;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Invitation> of(long learnerId) {
    List<CohortEntity> asking = invitations.findCohortsThatAsk(learnerId);
    if (asking.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Teacher>> run = teachers.of(asking);
    return asking.stream()
        .map(
            cohort ->
                new Invitation(
                    cohort.id(),
                    cohort.name(),
                    run.getOrDefault(cohort.id(), List.of()).stream().map(Teacher::name).toList()))
        .toList();
  }

  @Override
  public String accept(long learnerId, long cohortId) {
    CohortEntity cohort =
        cohorts
            .lock(cohortId)
            .filter(held -> held.archivedAt() == null)
            .filter(_ -> invitations.removeOpen(cohortId, learnerId) > 0)
            .filter(_ -> !removals.existsByCohortIdAndLearnerId(cohortId, learnerId))
            .orElseThrow(() -> gone(cohortId));
    if (members.enrol(cohortId, learnerId, clock.instant()) > 0) {
      record(AuditKind.MEMBER_JOINED, learnerId, cohort);
    }
    return cohort.name();
  }

  @Override
  public void refuse(long learnerId, long cohortId) {
    if (invitations.refuse(cohortId, learnerId, clock.instant()) == 0) {
      throw gone(cohortId);
    }
    record(AuditKind.INVITATION_REFUSED, learnerId, cohorts.findById(cohortId).orElseThrow());
  }

  private void record(AuditKind kind, long learnerId, CohortEntity cohort) {
    String name = accounts.require(learnerId).username();
    audit.record(AuditNote.of(kind).by(name).to(name).with(cohort.name()));
  }

  private static GoneException gone(long cohortId) {
    return new GoneException("invitation to cohort " + cohortId);
  }
}
