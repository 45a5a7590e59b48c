package app.keypoint.cohort.internal;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Nudge;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings.Facility;
import app.keypoint.review.CardState;
import app.keypoint.review.DayActivity;
import app.keypoint.review.LearnerLoad;
import app.keypoint.review.Retention;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the other features know of a cohort's learners, turned into its dashboard. Pure.
 *
 * @param learners by id
 * @param today each learner's present study day
 * @param activity of the last {@link #DAYS} study days of every learner, perhaps a day more
 * @param dismissals those that hold now
 * @param late assignments past their time and not finished, by learner
 */
record DashboardFigures(
    List<CohortMemberEntity> joined,
    Map<Long, Account> learners,
    Map<Long, LocalDate> today,
    List<Quiz> quizzes,
    Map<Long, LearnerLoad> loads,
    Map<Long, List<CardState>> cards,
    Map<Long, List<DayActivity>> activity,
    Map<Long, Map<String, QuizStanding>> standings,
    List<Facility> facility,
    List<NudgeDismissalEntity> dismissals,
    Map<Long, List<Nudge.Late>> late) {

  /** Study days that a learner's retention covers. */
  static final int DAYS = 28;

  private static final int HARDEST = 6;
  private static final int LEECHES = 10;

  Dashboard dashboard(Cohort cohort) {
    double median = medianOverdue();
    List<Dashboard.Member> members =
        joined.stream()
            .map(row -> member(row, median, !cohort.archived()))
            .sorted(
                Comparator.comparing(Dashboard.Member::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Dashboard.Member::learnerId))
            .toList();
    return new Dashboard(
        cohort,
        quizzes,
        members,
        learners.keySet().stream()
            .map(id -> retained(id, 0, 7))
            .reduce(Retention.NONE, Retention::plus),
        hardest(),
        facility.stream().mapToInt(Facility::attempts).max().orElse(0),
        leeches());
  }

  /** One member beside the whole cohort's load; cards of the others need not be there. */
  Dashboard.Member member(CohortMemberEntity row, boolean nudged) {
    return member(row, medianOverdue(), nudged);
  }

  private Dashboard.Member member(CohortMemberEntity row, double median, boolean nudged) {
    long id = row.learnerId;
    Account account = Objects.requireNonNull(learners.get(id));
    LocalDate day = dayOf(id);
    LocalDate joinedOn = account.calendar().dayOf(row.joinedAt);
    LearnerLoad load = loads.getOrDefault(id, LearnerLoad.NONE);
    Map<String, QuizStanding> standing = standings.getOrDefault(id, Map.of());
    Map<String, CardState> byQuestion =
        cards.getOrDefault(id, List.of()).stream()
            .collect(Collectors.toMap(CardState::questionId, Function.identity()));
    Nudge.Figures figures =
        new Nudge.Figures(
            Math.toIntExact(day.toEpochDay() - joinedOn.toEpochDay()),
            standing.values().stream().anyMatch(quiz -> quiz.finished() > 0),
            daysSinceReview(id),
            load.due(),
            load.overdue(),
            retained(id, 14, DAYS),
            retained(id, 0, 14),
            late.getOrDefault(id, List.of()));
    return new Dashboard.Member(
        id,
        account.displayName(),
        joinedOn,
        day,
        load,
        retained(id, 0, DAYS),
        quizzes.stream()
            .collect(Collectors.toMap(Quiz::id, quiz -> KeyPointMastery.of(quiz, byQuestion, day))),
        standing,
        account.lastSeen(),
        nudged && !account.anonymous()
            ? Nudge.of(figures, median).stream().filter(nudge -> !dismissed(id, nudge)).toList()
            : List.of());
  }

  private LocalDate dayOf(long learnerId) {
    return Objects.requireNonNull(today.get(learnerId));
  }

  /** Retention over the study days from so many back (0 is today) to below so many back. */
  private Retention retained(long learnerId, int from, int to) {
    LocalDate last = dayOf(learnerId).minusDays(from);
    LocalDate before = dayOf(learnerId).minusDays(to);
    return activity.getOrDefault(learnerId, List.of()).stream()
        .filter(day -> day.day().isAfter(before) && !day.day().isAfter(last))
        .map(DayActivity::retention)
        .reduce(Retention.NONE, Retention::plus);
  }

  private OptionalInt daysSinceReview(long learnerId) {
    return cards.getOrDefault(learnerId, List.of()).stream()
        .map(CardState::lastReviewed)
        .flatMap(Stream::ofNullable)
        .mapToInt(day -> Math.toIntExact(dayOf(learnerId).toEpochDay() - day.toEpochDay()))
        .min();
  }

  /** Over the learners who have cards. */
  private double medianOverdue() {
    int[] sorted =
        loads.values().stream()
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

  private List<Dashboard.HardQuestion> hardest() {
    Map<String, Facility> byQuestion =
        facility.stream()
            .filter(item -> item.attempts() >= Dashboard.FEWEST_ATTEMPTS && item.mean() < 1)
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
  private List<Dashboard.Leech> leeches() {
    Map<String, List<CardState>> byQuestion =
        cards.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(CardState::questionId));
    return quizzes.stream()
        .flatMap(
            quiz ->
                quiz.questions().stream()
                    .map(version -> leech(quiz, version.question(), byQuestion)))
        .filter(leech -> leech.learners() > 0)
        .sorted(Comparator.comparingInt(Dashboard.Leech::learners).reversed())
        .limit(LEECHES)
        .toList();
  }

  private static Dashboard.Leech leech(
      Quiz quiz, Question question, Map<String, List<CardState>> byQuestion) {
    List<CardState> held = byQuestion.getOrDefault(question.id(), List.of());
    int learners = (int) held.stream().filter(CardState::leech).count();
    return new Dashboard.Leech(question, quiz, learners, held.size());
  }
}
