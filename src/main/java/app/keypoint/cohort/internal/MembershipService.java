package app.keypoint.cohort.internal;

import app.keypoint.cohort.JoinCode;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.JoinCodes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joining and leaving, with an account or while making one. */
@Service
@Transactional
class MembershipService implements Memberships, JoinCodes {

  private final CohortRepository cohorts;
  private final CohortMemberRepository members;
  private final Accounts accounts;
  private final Clock clock;

  MembershipService(
      CohortRepository cohorts, CohortMemberRepository members, Accounts accounts, Clock clock) {
    this.cohorts = cohorts;
    this.members = members;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Membership> of(long learnerId) {
    List<CohortMemberRepository.Joined> joined = members.findCohortsOf(learnerId);
    Map<Long, Account> instructors =
        accounts.byIds(joined.stream().map(row -> row.cohort().instructorId).toList());
    return joined.stream()
        .map(row -> membership(row.cohort(), instructors, row.joinedAt()))
        .toList();
  }

  @Override
  public Membership join(long learnerId, String code) {
    long cohortId = enrolled(learnerId, code);
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
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> cohortNamed(String code) {
    return find(code).map(cohort -> cohort.name);
  }

  @Override
  public void enrol(long accountId, String code) {
    var unused = enrolled(accountId, code);
  }

  private long enrolled(long accountId, String code) {
    long cohortId =
        find(code).orElseThrow(() -> new IllegalArgumentException("No cohort has this code")).id();
    members.enrol(cohortId, accountId, clock.instant());
    return cohortId;
  }

  private Optional<CohortEntity> find(String code) {
    return JoinCode.parse(code).flatMap(parsed -> cohorts.findByJoinCode(parsed.characters()));
  }

  private static Membership membership(
      CohortEntity cohort, Map<Long, Account> instructors, Instant joinedAt) {
    Account instructor = instructors.get(cohort.instructorId);
    return new Membership(
        cohort.id(), cohort.name, instructor == null ? "" : instructor.displayName(), joinedAt);
  }
}
