package app.keypoint.cohort.internal;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.JoinCode;
import app.keypoint.identity.GoneException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@PreAuthorize("hasRole('INSTRUCTOR')")
class CohortService implements Cohorts {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final CohortRepository cohorts;
  private final CohortMemberRepository members;
  private final Clock clock;

  CohortService(CohortRepository cohorts, CohortMemberRepository members, Clock clock) {
    this.cohorts = cohorts;
    this.members = members;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Cohort> of(long instructorId) {
    return cohorts.findAllCounted(instructorId).stream()
        .map(row -> row.cohort().toCohort(row.members()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Cohort require(long instructorId, long cohortId) {
    return owned(instructorId, cohortId).toCohort(members.countByCohortId(cohortId));
  }

  @Override
  public Cohort create(long instructorId, String name) {
    return cohorts
        .save(new CohortEntity(checked(name), instructorId, unusedCode(), clock.instant()))
        .toCohort(0);
  }

  @Override
  public void rename(long instructorId, long cohortId, String name) {
    owned(instructorId, cohortId).name = checked(name);
  }

  @Override
  public JoinCode renewCode(long instructorId, long cohortId) {
    JoinCode code = unusedCode();
    owned(instructorId, cohortId).joinCode = code.characters();
    return code;
  }

  @Override
  public void delete(long instructorId, long cohortId) {
    cohorts.delete(owned(instructorId, cohortId));
  }

  @Override
  public void removeMember(long instructorId, long cohortId, long learnerId) {
    owned(instructorId, cohortId);
    if (members.remove(cohortId, learnerId) == 0) {
      throw new GoneException("member " + learnerId + " in cohort " + cohortId);
    }
  }

  private CohortEntity owned(long instructorId, long cohortId) {
    return cohorts
        .findByIdAndInstructorId(cohortId, instructorId)
        .orElseThrow(() -> new GoneException("cohort " + cohortId));
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
