package app.keypoint.cohort.internal.dashboard;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.dashboard.CohortGlimpses;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.internal.CohortRepository;
import app.keypoint.cohort.internal.assignment.AssignmentEntity;
import app.keypoint.cohort.internal.assignment.AssignmentRepository;
import app.keypoint.cohort.internal.assignment.LateAssignments;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the members of all cohorts at once, for many are in several, and has each cohort counted as
 * its own page counts.
 */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class CohortGlimpsesService implements CohortGlimpses {

  private final CohortRepository cohorts;
  private final CohortMemberRepository members;
  private final AssignmentRepository assignments;
  private final NudgeDismissalRepository dismissals;
  private final LateAssignments late;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final QuizStandings standings;
  private final ReviewStatistics reviews;
  private final Clock clock;

  CohortGlimpsesService(
      CohortRepository cohorts,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      NudgeDismissalRepository dismissals,
      LateAssignments late,
      CohortQuizzes quizzes,
      Accounts accounts,
      Catalogue catalogue,
      QuizStandings standings,
      ReviewStatistics reviews,
      Clock clock) {
    this.cohorts = cohorts;
    this.members = members;
    this.assignments = assignments;
    this.dismissals = dismissals;
    this.late = late;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.standings = standings;
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public Map<Long, Glimpse> of(long instructorId) {
    Map<Long, CohortEntity> run =
        cohorts.findAllCounted(instructorId).stream()
            .map(CohortRepository.WithMembers::cohort)
            .filter(cohort -> cohort.archivedAt() == null)
            .collect(Collectors.toMap(CohortEntity::id, Function.identity()));
    if (run.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Map<Long, List<CohortMemberEntity>> joined =
        members.findByCohortIdIn(run.keySet()).stream()
            .collect(Collectors.groupingBy(row -> row.cohortId()));
    Map<Long, List<Quiz>> served = served(run.keySet());
    People people = people(joined.values(), now);
    Map<Long, Map<Long, List<Nudge.Late>>> missed =
        late.of(
            joined.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry ->
                            LateAssignments.Group.of(
                                entry.getValue(),
                                people.accounts(),
                                people.standings(),
                                quizzesOf(served, entry.getKey())))),
            now);
    Map<Long, List<NudgeDismissalEntity>> dismissed =
        dismissals.findByCohortIdInAndHiddenUntilAfter(run.keySet(), now).stream()
            .collect(Collectors.groupingBy(row -> row.cohortId));
    Map<Long, Set<String>> reviewed = reviewed(joined, served, people);
    Map<Long, List<AssignmentEntity>> asked =
        assignments
            .findByCohortIdInAndDueAtAfterOrderByDueAtAscQuizIdAsc(run.keySet(), now)
            .stream()
            .filter(
                row ->
                    quizzesOf(served, row.cohortId()).stream()
                        .anyMatch(quiz -> quiz.id().equals(row.quizId())))
            .collect(Collectors.groupingBy(row -> row.cohortId()));
    Map<Long, Glimpse> glimpses = new HashMap<>();
    run.forEach(
        (id, cohort) -> {
          List<CohortMemberEntity> its = joined.getOrDefault(id, List.of());
          List<Quiz> theirs = quizzesOf(served, id);
          Dashboard dashboard =
              new DashboardFigures(
                      its,
                      people.accounts(),
                      people.today(),
                      theirs,
                      people.figuresOf(its),
                      null,
                      people.standings(),
                      List.of(),
                      Map.of(),
                      dismissed.getOrDefault(id, List.of()),
                      missed.getOrDefault(id, Map.of()),
                      whoReviewed(its, theirs, reviewed))
                  .dashboard(cohort.toCohort(instructorId, its.size()));
          glimpses.put(id, glimpse(dashboard, next(asked.getOrDefault(id, List.of()))));
        });
    return glimpses;
  }

  /**
   * What is read of the members of all cohorts.
   *
   * @param today each one's present study day
   */
  private record People(
      Map<Long, Account> accounts,
      Map<Long, LocalDate> today,
      Map<Long, LearnerFigures> figures,
      Map<Long, Map<String, QuizStanding>> standings) {

    /** Of these alone, for they are added up. */
    Map<Long, LearnerFigures> figuresOf(List<CohortMemberEntity> some) {
      Map<Long, LearnerFigures> theirs = new HashMap<>();
      for (CohortMemberEntity member : some) {
        LearnerFigures of = figures.get(member.learnerId());
        if (of != null) {
          theirs.put(member.learnerId(), of);
        }
      }
      return theirs;
    }
  }

  /** Each once; as many at a time as may be asked for. */
  private People people(Collection<List<CohortMemberEntity>> joined, Instant now) {
    People people = new People(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    joined.stream()
        .flatMap(List::stream)
        .map(row -> row.learnerId())
        .distinct()
        .gather(Gatherers.windowFixed(Accounts.MAX_AT_ONCE))
        .forEach(
            some -> {
              Map<Long, Account> found = accounts.byIds(some);
              Map<Long, LocalDate> today = Account.studyDays(found.values(), now);
              people.accounts().putAll(found);
              people.today().putAll(today);
              people.figures().putAll(reviews.figures(today));
              people.standings().putAll(standings.of(some));
            });
    return people;
  }

  private Map<Long, List<Quiz>> served(Collection<Long> cohortIds) {
    Map<Long, Set<String>> open = quizzes.openTo(cohortIds);
    return cohortIds.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    catalogue.quizzes().stream()
                        .filter(quiz -> open.getOrDefault(id, Set.of()).contains(quiz.id()))
                        .toList()));
  }

  private static List<Quiz> quizzesOf(Map<Long, List<Quiz>> served, long cohortId) {
    return requireNonNull(served.get(cohortId));
  }

  /** By learner, of those who have finished nothing of a cohort, of which quizzes they reviewed. */
  private Map<Long, Set<String>> reviewed(
      Map<Long, List<CohortMemberEntity>> joined, Map<Long, List<Quiz>> served, People people) {
    Set<Long> unfinished = new HashSet<>();
    Set<String> of = new HashSet<>();
    joined.forEach(
        (id, its) -> {
          List<Quiz> theirs = quizzesOf(served, id);
          for (CohortMemberEntity member : its) {
            if (DashboardFigures.mayHaveReviewedAlone(
                member.learnerId(), theirs, people.figures(), people.standings())) {
              unfinished.add(member.learnerId());
              theirs.forEach(quiz -> of.add(quiz.id()));
            }
          }
        });
    Map<Long, Set<String>> reviewed = new HashMap<>();
    unfinished.stream()
        .gather(Gatherers.windowFixed(Accounts.MAX_AT_ONCE))
        .forEach(some -> reviewed.putAll(reviews.quizzesReviewed(some, of)));
    return reviewed;
  }

  private static Set<Long> whoReviewed(
      List<CohortMemberEntity> its, List<Quiz> theirs, Map<Long, Set<String>> reviewed) {
    return its.stream()
        .map(row -> row.learnerId())
        .filter(
            id -> {
              Set<String> of = reviewed.getOrDefault(id, Set.of());
              return theirs.stream().anyMatch(quiz -> of.contains(quiz.id()));
            })
        .collect(Collectors.toSet());
  }

  private static Glimpse glimpse(Dashboard of, @Nullable Due next) {
    return new Glimpse(
        of.learning().size(),
        of.onTrack().size(),
        of.toNudge().size(),
        of.weeks().active(),
        of.overdue(),
        next);
  }

  private @Nullable Due next(List<AssignmentEntity> asked) {
    return asked.stream()
        .flatMap(
            row -> catalogue.quiz(row.quizId()).stream().map(quiz -> new Due(quiz, row.dueAt())))
        .findFirst()
        .orElse(null);
  }
}
