package app.keypoint.cohort.internal.dashboard;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Unattended;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.LearnerInCohort;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.internal.assignment.LateAssignments;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads each feature's figures once for the whole cohort; {@link DashboardFigures} does the rest.
 */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class DashboardService implements Dashboards {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final NudgeDismissalRepository dismissals;
  private final LateAssignments late;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final CohortQuizzes quizzes;
  private final QuizStandings standings;
  private final ReviewStatistics reviews;
  private final KeptFigures kept;
  private final ProblemReports problems;
  private final LearnerProgress progress;
  private final AuditTrail audit;
  private final Clock clock;

  DashboardService(
      CohortAccess access,
      CohortMemberRepository members,
      NudgeDismissalRepository dismissals,
      LateAssignments late,
      Accounts accounts,
      Catalogue catalogue,
      CohortQuizzes quizzes,
      QuizStandings standings,
      ReviewStatistics reviews,
      KeptFigures kept,
      ProblemReports problems,
      LearnerProgress progress,
      AuditTrail audit,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.dismissals = dismissals;
    this.late = late;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.quizzes = quizzes;
    this.standings = standings;
    this.reviews = reviews;
    this.kept = kept;
    this.problems = problems;
    this.progress = progress;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Dashboard of(long instructorId, long cohortId) {
    return dashboard(instructorId, cohortId, false, true);
  }

  @Override
  public Dashboard people(long instructorId, long cohortId) {
    return dashboard(instructorId, cohortId, false, false);
  }

  @Override
  public Dashboard whole(long instructorId, long cohortId) {
    return dashboard(instructorId, cohortId, true, true);
  }

  /**
   * @param cards whether each member's cards are read one by one
   * @param questions whether it is read how questions do among them
   */
  private Dashboard dashboard(long instructorId, long cohortId, boolean cards, boolean questions) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    List<CohortMemberEntity> joined = members.findByCohortId(cohortId);
    Set<Long> all = learnersOf(joined);
    return figures(cohortId, joined, all, cards ? all : Set.of(), questions)
        .dashboard(cohort.toCohort(instructorId, joined.size()));
  }

  /** Writes, for who looks at whom is recorded. */
  @Override
  @Transactional
  public LearnerInCohort learner(long instructorId, long cohortId, long learnerId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    List<CohortMemberEntity> joined = members.findByCohortId(cohortId);
    CohortMemberEntity member =
        joined.stream()
            .filter(candidate -> candidate.learnerId() == learnerId)
            .findFirst()
            .orElseThrow(() -> noMember(cohortId, learnerId));
    DashboardFigures figures =
        figures(cohortId, joined, Set.of(learnerId), Set.of(learnerId), false);
    Account learner = requireNonNull(figures.learners().get(learnerId));
    audit.recordOrRefuse(
        AuditNote.of(AuditKind.LEARNER_VIEWED).to(learner.username()).with(cohort.name()));
    return new LearnerInCohort(
        cohort.toCohort(instructorId, joined.size()),
        learner,
        figures.quizzes(),
        figures.member(member, cohort.archivedAt() == null),
        // A learner's own otherwise; whoever teaches them has just been found to do so.
        Unattended.call(() -> progress.here(learner)).within(figures.quizzes()));
  }

  @Override
  public List<ReportedProblem> reports(long instructorId, long cohortId) {
    access.require(instructorId, cohortId);
    List<ProblemReports.Report> all = problems.of(learnersOf(members.findByCohortId(cohortId)));
    Map<Long, Account> people =
        accounts.byIds(all.stream().map(ProblemReports.Report::learnerId).distinct().toList());
    Map<Long, QuestionVersion> asked =
        catalogue.versions(
            all.stream().map(ProblemReports.Report::questionVersionId).distinct().toList());
    Set<String> ours = quizzes.of(cohortId).stream().map(Quiz::id).collect(Collectors.toSet());
    return all.stream()
        .filter(
            report -> ours.contains(requireNonNull(asked.get(report.questionVersionId())).quizId()))
        .map(
            report ->
                new ReportedProblem(
                    report.learnerId(),
                    requireNonNull(people.get(report.learnerId())).displayName(),
                    requireNonNull(asked.get(report.questionVersionId())).question(),
                    report.note(),
                    report.at()))
        .toList();
  }

  private static Set<Long> learnersOf(List<CohortMemberEntity> joined) {
    return joined.stream().map(member -> member.learnerId()).collect(Collectors.toSet());
  }

  /**
   * @param shown of whom all is read; what waits, and quizzes, are always of all members
   * @param opened whose cards are read one by one
   * @param questions whether it is read how questions do among them
   */
  private DashboardFigures figures(
      long cohortId,
      List<CohortMemberEntity> joined,
      Set<Long> shown,
      Set<Long> opened,
      boolean questions) {
    Instant now = clock.instant();
    Map<Long, Account> learners = accounts.byIds(learnersOf(joined));
    Map<Long, LocalDate> today = Account.studyDays(learners.values(), now);
    List<Quiz> served = quizzes.of(cohortId);
    KeptFigures.Figures read = kept.of(cohortId, today);
    Map<Long, LearnerFigures> figures = read.figures();
    Map<Long, Map<String, QuizStanding>> standing = read.standings();
    return new DashboardFigures(
        joined,
        learners,
        today,
        served,
        figures,
        cards(today, opened),
        standing,
        questions ? standings.facility(shown) : List.of(),
        questions ? reviews.leeches(shown) : Map.of(),
        dismissals.findByCohortIdInAndHiddenUntilAfter(List.of(cohortId), now),
        late.of(
                Map.of(
                    cohortId,
                    LateAssignments.Group.of(
                        joined.stream().filter(row -> shown.contains(row.learnerId())).toList(),
                        learners,
                        standing,
                        served)),
                now)
            .getOrDefault(cohortId, Map.of()),
        reviewed(shown, served, figures, standing));
  }

  /**
   * Of those who finished nothing, who learns by cards alone; asked of nobody while there are none.
   */
  private Set<Long> reviewed(
      Set<Long> shown,
      List<Quiz> served,
      Map<Long, LearnerFigures> figures,
      Map<Long, Map<String, QuizStanding>> standing) {
    List<Long> unfinished =
        shown.stream()
            .filter(id -> DashboardFigures.mayHaveReviewedAlone(id, served, figures, standing))
            .toList();
    return reviews.quizzesReviewed(unfinished, served.stream().map(Quiz::id).toList()).keySet();
  }

  private @Nullable Map<Long, List<CardState>> cards(Map<Long, LocalDate> today, Set<Long> opened) {
    return opened.isEmpty()
        ? null
        : reviews
            .cards(
                opened.stream()
                    .collect(
                        Collectors.toMap(Function.identity(), id -> requireNonNull(today.get(id)))))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, held -> held.getValue().cards()));
  }

  private static GoneException noMember(long cohortId, long learnerId) {
    return new GoneException("member " + learnerId + " in cohort " + cohortId);
  }
}
