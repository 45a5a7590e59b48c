package app.keypoint.cohort.internal;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.InstructorTakenAway;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.NameOrder;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who runs a cohort, for those who may change it: its owner and administrators. */
@Component
public class Teachers {

  private final CohortInstructorRepository instructors;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  Teachers(
      CohortInstructorRepository instructors,
      Accounts accounts,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.instructors = instructors;
    this.accounts = accounts;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those of each cohort by its id, its owner first. Two statements. */
  public Map<Long, List<Teacher>> of(Collection<CohortEntity> cohorts) {
    Map<Long, List<CohortInstructorEntity>> beside =
        instructors.findByCohortIdIn(cohorts.stream().map(CohortEntity::id).toList()).stream()
            .collect(Collectors.groupingBy(row -> row.cohortId));
    Map<Long, Account> people =
        accounts.byIds(
            Stream.concat(
                    cohorts.stream().map(cohort -> cohort.instructorId),
                    beside.values().stream().flatMap(List::stream).map(row -> row.instructorId))
                .distinct()
                .toList());
    return cohorts.stream()
        .collect(
            Collectors.toMap(
                CohortEntity::id,
                cohort -> teachers(cohort, beside.getOrDefault(cohort.id(), List.of()), people)));
  }

  private static List<Teacher> teachers(
      CohortEntity cohort, List<CohortInstructorEntity> beside, Map<Long, Account> people) {
    Function<Account, Teacher> teacher =
        account ->
            new Teacher(
                account.username(), account.displayName(), account.id() == cohort.instructorId);
    List<Account> present =
        Stream.concat(Stream.of(cohort.instructorId), beside.stream().map(row -> row.instructorId))
            .flatMap(id -> Stream.ofNullable(people.get(id)))
            .toList();
    return NameOrder.sorted(present).stream()
        .map(teacher)
        .sorted(Comparator.comparing(Teacher::owner).reversed())
        .toList();
  }

  long countBeside(CohortEntity cohort) {
    return instructors.findByCohortIdIn(List.of(cohort.id())).size();
  }

  boolean isBeside(CohortEntity cohort, Account account) {
    return instructors.existsByCohortIdAndInstructorId(cohort.id(), account.id());
  }

  void add(CohortEntity cohort, Account account) {
    var unused =
        instructors.save(new CohortInstructorEntity(cohort.id(), account.id(), clock.instant()));
    record(AuditKind.INSTRUCTOR_ADDED, cohort, account);
  }

  /** What they alone could open to the cohort is closed by whoever hears of it. */
  void remove(CohortEntity cohort, Account account) {
    if (instructors.remove(cohort.id(), account.id()) == 0) {
      throw new GoneException("instructor " + account.id() + " of cohort " + cohort.id());
    }
    List<Long> remaining =
        Stream.concat(
                Stream.of(cohort.instructorId),
                instructors.findByCohortIdIn(List.of(cohort.id())).stream()
                    .map(row -> row.instructorId))
            .toList();
    record(AuditKind.INSTRUCTOR_REMOVED, cohort, account);
    events.publishEvent(new InstructorTakenAway(cohort.id(), cohort.name, account.id(), remaining));
  }

  /**
   * @param keep whether the present owner stays beside the new one
   */
  void handOver(CohortEntity cohort, Account next, boolean keep) {
    Account before = accounts.require(cohort.instructorId);
    var besideNoMore = instructors.remove(cohort.id(), next.id());
    cohort.instructorId = next.id();
    var unused =
        instructors.save(new CohortInstructorEntity(cohort.id(), before.id(), clock.instant()));
    record(AuditKind.COHORT_HANDED_OVER, cohort, next);
    if (!keep) {
      remove(cohort, before);
    }
  }

  private void record(AuditKind kind, CohortEntity cohort, Account account) {
    audit.record(AuditNote.of(kind).to(account.username()).with(cohort.name));
  }
}
