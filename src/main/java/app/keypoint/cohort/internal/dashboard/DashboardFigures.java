package app.keypoint.cohort.internal.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.NameOrder;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings.Facility;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerFigures.Week;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.ReviewStatistics.Leeches;
import app.keypoint.statistics.ItemAnalysis;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the other features know of a cohort's learners, turned into its dashboard. Pure.
 *
 * @param learners by id
 * @param today each learner's present study day
 * @param figures of every learner who has begun
 * @param cards of those whose key points are shown, of whom may have none; null when nobody's are
 * @param dismissals those that hold now
 * @param late assignments past their time and not finished, by learner
 * @param reviewed of those who finished none of the quizzes, who has reviewed a card of one
 */
record DashboardFigures(
    List<CohortMemberEntity> joined,
    Map<Long, Account> learners,
    Map<Long, LocalDate> today,
    List<Quiz> quizzes,
    Map<Long, LearnerFigures> figures,
    @Nullable Map<Long, List<CardState>> cards,
    Map<Long, Map<String, QuizStanding>> standings,
    List<Facility> facility,
    Map<String, Leeches> leeches,
    List<NudgeDismissalEntity> dismissals,
    Map<Long, List<Nudge.Late>> late,
    Set<Long> reviewed) {

  private static final int HARDEST = 6;
  private static final int LEECHES = 10;

  Dashboard dashboard(Cohort cohort) {
    double median = medianOverdue();
    Map<Long, List<Nudge>> reasons =
        joined.stream()
            .collect(Collectors.toMap(row -> row.learnerId(), row -> reasons(row, median)));
    List<Dashboard.Member> members =
        NameOrder.sorted(
            joined.stream()
                .map(
                    row ->
                        member(
                            row,
                            cohort.archived()
                                ? List.of()
                                : Objects.requireNonNull(reasons.get(row.learnerId()))))
                .toList(),
            Dashboard.Member::name,
            Dashboard.Member::learnerId);
    return new Dashboard(
        cohort,
        quizzes,
        members,
        weeks(),
        reasons.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty() && inUse(entry.getKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        hardest(),
        judged(),
        mostLeeches());
  }

  /** Whether only their cards can tell if they have begun: they finished nothing, and reviewed. */
  static boolean mayHaveReviewedAlone(
      long learnerId,
      List<Quiz> served,
      Map<Long, LearnerFigures> figures,
      Map<Long, Map<String, QuizStanding>> standings) {
    return figures.getOrDefault(learnerId, LearnerFigures.NONE).lastAnswered() != null
        && QuizStanding.finishedOf(served, standings.getOrDefault(learnerId, Map.of())) == 0;
  }

  private Dashboard.Weeks weeks() {
    Collection<LearnerFigures> all = figures.values();
    return new Dashboard.Weeks(
        all.stream().map(LearnerFigures::week).reduce(Week.NONE, Week::plus),
        all.stream().map(LearnerFigures::weekBefore).reduce(Week.NONE, Week::plus),
        active(LearnerFigures::week),
        active(LearnerFigures::weekBefore));
  }

  private int active(Function<LearnerFigures, Week> which) {
    return (int)
        figures.entrySet().stream()
            .filter(entry -> which.apply(entry.getValue()).answers() > 0 && inUse(entry.getKey()))
            .count();
  }

  /** Nobody waits for the others, and no rule speaks of them. */
  private boolean inUse(long learnerId) {
    return Objects.requireNonNull(learners.get(learnerId)).enabled();
  }

  /** One member beside the whole cohort's load; cards of the others need not be there. */
  Dashboard.Member member(CohortMemberEntity row, boolean nudged) {
    return member(row, nudged ? reasons(row, medianOverdue()) : List.of());
  }

  /** What a learner needs a nudge for, what was dismissed included. */
  List<Nudge> reasons(CohortMemberEntity row) {
    return reasons(row, medianOverdue());
  }

  private List<Nudge> reasons(CohortMemberEntity row, double median) {
    long id = row.learnerId();
    LearnerFigures of = figuresOf(id);
    Nudge.Figures rules =
        new Nudge.Figures(
            Math.toIntExact(dayOf(id).toEpochDay() - joinedOn(row).toEpochDay()),
            reviewed.contains(id)
                || QuizStanding.finishedOf(quizzes, standings.getOrDefault(id, Map.of())) > 0,
            daysSinceAnswer(id),
            of.load(),
            of.fortnightBefore(),
            of.fortnight(),
            late.getOrDefault(id, List.of()));
    return Nudge.of(rules, median);
  }

  private LocalDate joinedOn(CohortMemberEntity row) {
    return Objects.requireNonNull(learners.get(row.learnerId())).calendar().dayOf(row.joinedAt());
  }

  private Dashboard.Member member(CohortMemberEntity row, List<Nudge> reasons) {
    long id = row.learnerId();
    Account account = Objects.requireNonNull(learners.get(id));
    LocalDate day = dayOf(id);
    LearnerFigures of = figuresOf(id);
    return new Dashboard.Member(
        id,
        account.displayName(),
        account.username(),
        account.anonymous(),
        account.enabled(),
        joinedOn(row),
        day,
        of.load(),
        of.retained(),
        cards == null ? Map.of() : mastery(cards.getOrDefault(id, List.of()), day),
        standings.getOrDefault(id, Map.of()),
        account.lastSeen(),
        account.enabled()
            ? reasons.stream().filter(nudge -> !dismissed(id, nudge)).toList()
            : List.of());
  }

  /** Also of somebody without a card: that they hold none of a key point is something to show. */
  private Map<String, List<KeyPointMastery>> mastery(List<CardState> held, LocalDate day) {
    Map<String, CardState> byQuestion =
        held.stream().collect(Collectors.toMap(CardState::questionId, Function.identity()));
    return quizzes.stream()
        .collect(Collectors.toMap(Quiz::id, quiz -> KeyPointMastery.of(quiz, byQuestion, day)));
  }

  private LocalDate dayOf(long learnerId) {
    return Objects.requireNonNull(today.get(learnerId));
  }

  private LearnerFigures figuresOf(long learnerId) {
    return figures.getOrDefault(learnerId, LearnerFigures.NONE);
  }

  private OptionalInt daysSinceAnswer(long learnerId) {
    LocalDate last = figuresOf(learnerId).lastAnswered();
    return last == null
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(dayOf(learnerId).toEpochDay() - last.toEpochDay()));
  }

  /** Over the learners who have cards, and an account in use to review them. */
  private double medianOverdue() {
    int[] sorted =
        figures.entrySet().stream()
            .filter(entry -> inUse(entry.getKey()))
            .map(entry -> entry.getValue().load())
            .filter(load -> load.cards() > 0)
            .mapToInt(LearnerLoad::overdue)
            .sorted()
            .toArray();
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
  }

  private boolean dismissed(long learnerId, Nudge nudge) {
    return dismissals.stream()
        .anyMatch(dismissal -> dismissal.learnerId == learnerId && dismissal.hides(nudge));
  }

  private Dashboard.Judged judged() {
    Set<String> asked =
        quizzes.stream().flatMap(quiz -> quiz.questionIds().stream()).collect(Collectors.toSet());
    List<Integer> attempts =
        facility.stream()
            .filter(item -> asked.contains(item.questionId()))
            .map(Facility::attempts)
            .toList();
    return new Dashboard.Judged(
        asked.size(),
        (int) attempts.stream().filter(each -> each >= ItemAnalysis.FEWEST_ATTEMPTS).count(),
        attempts.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  private List<Dashboard.HardQuestion> hardest() {
    Map<String, Facility> byQuestion =
        facility.stream()
            .filter(item -> item.attempts() >= ItemAnalysis.FEWEST_ATTEMPTS && item.mean() < 1)
            .collect(Collectors.toMap(Facility::questionId, Function.identity()));
    return quizzes.stream()
        .flatMap(
            quiz ->
                quiz.questions().stream()
                    .map(version -> version.question())
                    .filter(question -> byQuestion.containsKey(question.id()))
                    .map(
                        question -> {
                          Facility item = Objects.requireNonNull(byQuestion.get(question.id()));
                          return new Dashboard.HardQuestion(
                              question, quiz, item.mean(), item.attempts());
                        }))
        .sorted(Comparator.comparingDouble(Dashboard.HardQuestion::facility))
        .limit(HARDEST)
        .toList();
  }

  /** Of served questions only: a retired one troubles nobody any more. */
  private List<Dashboard.Leech> mostLeeches() {
    return quizzes.stream()
        .flatMap(quiz -> quiz.questions().stream().map(version -> leech(quiz, version.question())))
        .filter(leech -> leech.learners() > 0)
        .sorted(Comparator.comparingInt(Dashboard.Leech::learners).reversed())
        .limit(LEECHES)
        .toList();
  }

  private Dashboard.Leech leech(Quiz quiz, Question question) {
    Leeches of = leeches.getOrDefault(question.id(), new Leeches(0, 0));
    return new Dashboard.Leech(question, quiz, of.learners(), of.holders());
  }
}
