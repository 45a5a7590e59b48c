package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.Colleagues;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class CohortInstructorService implements CohortInstructors {

  private final CohortAccess access;
  private final Teachers teachers;
  private final Accounts accounts;
  private final Colleagues colleagues;

  CohortInstructorService(
      CohortAccess access, Teachers teachers, Accounts accounts, Colleagues colleagues) {
    this.access = access;
    this.teachers = teachers;
    this.accounts = accounts;
    this.colleagues = colleagues;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Teacher> of(long instructorId, long cohortId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    return teachers.of(List.of(cohort)).getOrDefault(cohortId, List.of());
  }

  @Override
  public void add(long instructorId, long cohortId, String colleague) {
    CohortEntity cohort = access.holdOwned(instructorId, cohortId);
    Account added = colleagues.require(instructorId, colleague);
    if (teachers.isBeside(cohort, added)) {
      return;
    }
    if (teachers.countBeside(cohort) >= MAX) {
      throw new TooManyInstructorsException(cohortId);
    }
    teachers.add(cohort, added);
  }

  @Override
  public void remove(long instructorId, long cohortId, String teacher) {
    CohortEntity cohort = access.hold(instructorId, cohortId);
    Account taken = accounts.byUsername(teacher).orElseThrow(() -> new GoneException("instructor"));
    if (cohort.instructorId != instructorId && taken.id() != instructorId) {
      throw new GoneException("cohort " + cohortId);
    }
    teachers.remove(cohort, taken);
  }

  @Override
  public void handOver(long instructorId, long cohortId, String teacher) {
    CohortEntity cohort = access.holdOwned(instructorId, cohortId);
    Account next =
        accounts
            .byUsername(teacher)
            .flatMap(account -> accounts.active(account.id()))
            .filter(account -> account.role() == Role.INSTRUCTOR)
            .filter(account -> teachers.isBeside(cohort, account))
            .orElseThrow(() -> new GoneException("instructor of cohort " + cohortId));
    teachers.handOver(cohort, next, true);
  }
}
