package app.keypoint.cohort.internal.dashboard;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.statistics.LearnerCards;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class LearnersService implements Learners {

  private final CohortAccess access;
  private final Dashboards dashboards;
  private final CohortMemberRepository members;
  private final MemberNames names;
  private final KeptFigures kept;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final ReviewStatistics reviews;
  private final QuizStandings standings;
  private final Clock clock;

  LearnersService(
      CohortAccess access,
      Dashboards dashboards,
      CohortMemberRepository members,
      MemberNames names,
      KeptFigures kept,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewStatistics reviews,
      QuizStandings standings,
      Clock clock) {
    this.access = access;
    this.dashboards = dashboards;
    this.members = members;
    this.names = names;
    this.kept = kept;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.reviews = reviews;
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public List<Dashboard.Member> page(
      long instructorId, long cohortId, Search search, int from, int size) {
    var unused = access.require(instructorId, cohortId);
    return found(instructorId, cohortId, search, from, Math.clamp(size, 0, MAX_PAGE));
  }

  @Override
  public List<Dashboard.Member> all(long instructorId, long cohortId, Search search) {
    var unused = access.require(instructorId, cohortId);
    return found(instructorId, cohortId, search, 0, Accounts.MAX_AT_ONCE);
  }

  private List<Dashboard.Member> found(
      long instructorId, long cohortId, Search search, int from, int most) {
    Instant now = clock.instant();
    List<Long> ids =
        MemberNames.knows(search)
            ? names.find(cohortId, search, away(now), from, most)
            : byFigures(instructorId, cohortId, search, now).stream()
                .skip(from)
                .limit(most)
                .toList();
    return ids.isEmpty() ? List.of() : rows(cohortId, ids, now);
  }

  @Override
  public int count(long instructorId, long cohortId, Search search) {
    var unused = access.require(instructorId, cohortId);
    Instant now = clock.instant();
    return MemberNames.finds(search.filter())
        ? names.count(cohortId, search, away(now))
        : byFigures(instructorId, cohortId, search, now).size();
  }

  @Override
  public List<Dashboard.Member> rows(long instructorId, long cohortId, List<Long> learnerIds) {
    var unused = access.require(instructorId, cohortId);
    return learnerIds.isEmpty() ? List.of() : rows(cohortId, learnerIds, clock.instant());
  }

  private static Instant away(Instant now) {
    return now.minus(Period.ofDays(AWAY_DAYS));
  }

  /**
   * What is counted and sorted by of some learners.
   *
   * @param counted whom the filter finds
   * @param finished how many of the cohort's quizzes each has finished
   */
  private record Known(
      Predicate<Long> counted,
      Function<Long, LearnerLoad> load,
      Function<Long, Retention> retained,
      ToIntFunction<Long> finished) {}

  /** Everybody whom the search finds, by a figure that no single table has. */
  private List<Long> byFigures(long instructorId, long cohortId, Search search, Instant now) {
    List<Long> ids = names.find(cohortId, search, away(now), 0, Accounts.MAX_AT_ONCE);
    Known known =
        switch (search.filter()) {
          case ALL, AWAY, OVERDUE, DUE, ACTIVE, REVIEWED -> byDays(cohortId, search.filter(), now);
          case FINISHED, ON_TRACK, NUDGE ->
              byRules(dashboards.people(instructorId, cohortId), search.filter());
        };
    List<Long> found = ids.stream().filter(known.counted()).toList();
    ToDoubleFunction<Long> figure =
        switch (search.sort()) {
          case NAME, LAST_SEEN -> _ -> 0;
          case DUE -> id -> known.load().apply(id).due();
          case OVERDUE -> id -> known.load().apply(id).overdue();
          case SUSPENDED -> id -> known.load().apply(id).suspended();
          case RETAINED -> id -> rate(known.retained().apply(id));
          case FINISHED -> known.finished()::applyAsInt;
        };
    Map<Long, Double> keys =
        found.stream().collect(Collectors.toMap(Function.identity(), figure::applyAsDouble));
    Comparator<Long> byFigure = Comparator.comparingDouble(keys::get);
    return found.stream()
        .sorted(
            Comparator.comparing((Long id) -> requireNonNull(keys.get(id)).isNaN())
                .thenComparing(search.descending() ? byFigure.reversed() : byFigure))
        .toList();
  }

  private Known byDays(long cohortId, Filter filter, Instant now) {
    Map<Long, MemberNames.Learning> people = names.learning(cohortId);
    Map<Long, LocalDate> today =
        people.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, each -> each.getValue().calendar().dayOf(now)));
    KeptFigures.Figures read = kept.of(cohortId, today);
    Predicate<Long> learning =
        id -> people.containsKey(id) && requireNonNull(people.get(id)).enabled();
    Predicate<Long> counted =
        switch (filter) {
          case OVERDUE -> learning.and(id -> read.of(id).load().overdue() > 0);
          case DUE -> learning.and(id -> read.of(id).load().due() > 0);
          case ACTIVE -> learning.and(id -> read.of(id).week().answers() > 0);
          case REVIEWED -> learning.and(id -> read.of(id).week().retention().reviews() > 0);
          default -> _ -> true;
        };
    List<Quiz> served = quizzes.of(cohortId);
    return new Known(
        counted,
        id -> read.of(id).load(),
        id -> read.of(id).retained(),
        id -> read.finishedOf(served, id));
  }

  /** Whom a figure of the dashboard counts: by its own rules, so that the two cannot differ. */
  private static Known byRules(Dashboard dashboard, Filter filter) {
    Map<Long, Dashboard.Member> members =
        dashboard.members().stream()
            .collect(Collectors.toMap(Dashboard.Member::learnerId, Function.identity()));
    Set<Long> counted =
        switch (filter) {
          case ON_TRACK -> dashboard.onTrack();
          case NUDGE -> ids(dashboard.toNudge());
          default -> ids(dashboard.finishers());
        };
    return new Known(
        counted::contains,
        id -> requireNonNull(members.get(id)).load(),
        id -> requireNonNull(members.get(id)).retained(),
        id -> requireNonNull(members.get(id)).finishedOf(dashboard.quizzes()));
  }

  private static Set<Long> ids(List<Dashboard.Member> members) {
    return members.stream().map(Dashboard.Member::learnerId).collect(Collectors.toSet());
  }

  /** NaN when nothing is known. */
  private static double rate(Retention retained) {
    Double rate = retained.rate();
    return rate == null ? Double.NaN : rate;
  }

  /** All that is shown of some, in their order. */
  private List<Dashboard.Member> rows(long cohortId, List<Long> ids, Instant now) {
    Map<Long, Account> learners = accounts.byIds(ids);
    Map<Long, LocalDate> today = Account.studyDays(learners.values(), now);
    Map<Long, LearnerCards> held = reviews.cards(today);
    Map<Long, CohortMemberEntity> joined =
        members.findByCohortIdAndLearnerIdIn(cohortId, ids).stream()
            .collect(Collectors.toMap(row -> row.learnerId(), Function.identity()));
    List<Quiz> served = quizzes.of(cohortId);
    DashboardFigures figures =
        new DashboardFigures(
            List.copyOf(joined.values()),
            learners,
            today,
            served,
            reviews.figures(today),
            held.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().cards())),
            standings.of(ids),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Set.of());
    return ids.stream()
        .filter(joined::containsKey)
        .map(id -> figures.member(requireNonNull(joined.get(id)), false))
        .toList();
  }
}
