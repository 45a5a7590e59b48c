package app.keypoint.cohort.internal.assignment;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.NameOrder;
import app.keypoint.quiz.Deadline;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizStandings.Finish;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
public class AssignmentService implements Assignments {

  private final AssignmentRepository assignments;
  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final CohortQuizzes quizzes;
  private final QuizStandings standings;
  private final AuditTrail audit;
  private final Clock clock;

  AssignmentService(
      AssignmentRepository assignments,
      CohortAccess access,
      CohortMemberRepository members,
      Accounts accounts,
      Catalogue catalogue,
      CohortQuizzes quizzes,
      QuizStandings standings,
      AuditTrail audit,
      Clock clock) {
    this.assignments = assignments;
    this.access = access;
    this.members = members;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.quizzes = quizzes;
    this.standings = standings;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Overview of(long instructorId, long cohortId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    List<AssignmentEntity> rows = assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId);
    Map<Long, Instant> joined =
        members.findByCohortId(cohortId).stream()
            .collect(Collectors.toMap(member -> member.learnerId(), member -> member.joinedAt()));
    // Nobody waits for those whose accounts were erased or switched off.
    List<Account> people =
        NameOrder.sorted(accounts.byIds(joined.keySet()).values()).stream()
            .filter(Account::enabled)
            .toList();
    List<Long> learners = people.stream().map(Account::id).toList();
    Map<QuizOfLearner, Instant> extended = QuizOfLearner.extended(assignments.extensions(cohortId));
    Map<QuizOfLearner, List<Finish>> finished =
        QuizOfLearner.finished(
            standings.finishes(learners, rows.stream().map(row -> row.quizId).toList()));
    List<Quiz> theirs = quizzes.of(cohortId);
    Set<String> open = theirs.stream().map(Quiz::id).collect(Collectors.toSet());
    Set<QuizOfLearner> going = going(rows, open, learners);
    return new Overview(
        cohort.toCohort(instructorId, learners.size()),
        theirs,
        rows.stream()
            .flatMap(
                row ->
                    catalogue.quiz(row.quizId).stream()
                        .map(
                            quiz -> {
                              boolean closed = !open.contains(quiz.id());
                              return assignment(
                                  quiz,
                                  row.terms(),
                                  closed,
                                  closed ? whoAre(going, quiz, people) : people,
                                  joined,
                                  extended,
                                  finished);
                            }))
            .toList());
  }

  /** Who has finished, or can still finish, what was closed to the members; asked when some was. */
  private Set<QuizOfLearner> going(
      List<AssignmentEntity> rows, Set<String> open, List<Long> learnerIds) {
    if (rows.stream().allMatch(row -> open.contains(row.quizId))) {
      return Set.of();
    }
    return standings.of(learnerIds).values().stream()
        .flatMap(each -> each.values().stream())
        .filter(each -> each.finished() > 0 || each.openAttempt() != null)
        .map(each -> new QuizOfLearner(each.quizId(), each.learnerId()))
        .collect(Collectors.toSet());
  }

  private static List<Account> whoAre(Set<QuizOfLearner> some, Quiz quiz, List<Account> people) {
    return people.stream()
        .filter(person -> some.contains(new QuizOfLearner(quiz.id(), person.id())))
        .toList();
  }

  private static Assignment assignment(
      Quiz quiz,
      Terms terms,
      boolean closed,
      List<Account> people,
      Map<Long, Instant> joined,
      Map<QuizOfLearner, Instant> extended,
      Map<QuizOfLearner, List<Finish>> finished) {
    List<Standing> asked = new ArrayList<>();
    List<Newcomer> newcomers = new ArrayList<>();
    for (Account person : people) {
      QuizOfLearner key = new QuizOfLearner(quiz.id(), person.id());
      Instant since = requireNonNull(joined.get(person.id()));
      deadline(since, terms, extended.get(key), finished.getOrDefault(key, List.of()))
          .ifPresentOrElse(
              it -> asked.add(new Standing(person.id(), person.displayName(), it)),
              () -> newcomers.add(new Newcomer(person.id(), person.displayName(), since)));
    }
    return new Assignment(quiz, terms, closed, List.copyOf(asked), List.copyOf(newcomers));
  }

  /** When one learner finished these quizzes, by quiz; one query. */
  public static Map<String, List<Finish>> finishes(
      QuizStandings standings, long learnerId, Collection<String> quizIds) {
    return standings.finishes(List.of(learnerId), quizIds).stream()
        .collect(Collectors.groupingBy(Finish::quizId));
  }

  /**
   * One learner's deadline, of which their attempts say whether it was kept. Nobody is asked for
   * what was due before they joined; it is there if they did it all the same.
   */
  public static Optional<Deadline> deadline(
      Instant joinedAt, Terms terms, @Nullable Instant extendedTo, List<Finish> finished) {
    double wanted = Optional.ofNullable(terms.wanted()).orElse(0.0);
    Instant due = extendedTo == null ? terms.due() : extendedTo;
    Instant done =
        finished.stream()
            .filter(finish -> finish.reaches(wanted))
            .map(Finish::at)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return done == null && due.isBefore(joinedAt)
        ? Optional.empty()
        : Optional.of(new Deadline(terms.opens(), due, extendedTo != null, terms.wanted(), done));
  }

  @Override
  public void assign(long instructorId, long cohortId, String quizId, Terms terms) {
    access.holdRunning(instructorId, cohortId);
    Optional<AssignmentEntity> present =
        assignments.findById(new AssignmentEntity.Key(cohortId, quizId));
    // What was assigned while it was for the members stays theirs to change.
    if (present.isEmpty() || catalogue.quiz(quizId).isEmpty()) {
      var unused = quizzes.require(cohortId, quizId);
    }
    boolean asBefore = present.filter(row -> row.dueAt.equals(terms.due())).isPresent();
    if (!asBefore && !terms.due().isAfter(clock.instant())) {
      throw new IllegalArgumentException("Due at " + terms.due() + ", which is past");
    }
    assignments.save(new AssignmentEntity(cohortId, quizId, terms));
    assignments.removeExtensionsUntil(cohortId, quizId, terms.due());
  }

  @Override
  public void withdraw(long instructorId, long cohortId, String quizId) {
    access.holdRunning(instructorId, cohortId);
    assignments.deleteById(new AssignmentEntity.Key(cohortId, quizId));
  }

  @Override
  public void extend(
      long instructorId, long cohortId, String quizId, long learnerId, @Nullable Instant due) {
    CohortEntity cohort = access.holdRunning(instructorId, cohortId);
    AssignmentEntity assignment =
        assignments
            .findById(new AssignmentEntity.Key(cohortId, quizId))
            .orElseThrow(() -> new GoneException("assignment of " + quizId));
    Instant joined =
        members.findByCohortIdAndLearnerIdIn(cohortId, List.of(learnerId)).stream()
            .map(row -> row.joinedAt())
            .findFirst()
            .orElseThrow(() -> new GoneException("member " + learnerId + " in cohort " + cohortId));
    if (Objects.equals(due, assignments.extension(cohortId, quizId, learnerId).orElse(null))) {
      return;
    }
    if (due != null && !due.isAfter(assignment.dueAt)) {
      throw new IllegalArgumentException("Due at " + due + ", no later than for the others");
    }
    // Who joined too late is asked from now on, and cannot be late with it at once.
    if (due != null && joined.isAfter(assignment.dueAt) && !due.isAfter(clock.instant())) {
      throw new IllegalArgumentException("Due at " + due + ", which is past");
    }
    assignments.removeExtension(cohortId, quizId, learnerId);
    if (due != null) {
      assignments.addExtension(cohortId, quizId, learnerId, due);
    }
    String what = cohort.name() + ": " + catalogue.quiz(quizId).map(Quiz::title).orElse(quizId);
    audit.record(
        AuditNote.of(due == null ? AuditKind.EXTENSION_ENDED : AuditKind.DEADLINE_EXTENDED)
            .to(accounts.require(learnerId).username())
            // The time first: what is too long is cut at its end.
            .with(due == null ? what : due.truncatedTo(ChronoUnit.MINUTES) + ", " + what));
  }
}
