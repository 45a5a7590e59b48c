package app.keypoint.cohort.internal;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Learners;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.DayActivity;
import app.keypoint.review.LearnerCards;
import app.keypoint.review.LearnerLoad;
import app.keypoint.review.Retention;
import app.keypoint.review.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class LearnersService implements Learners {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final MemberNames names;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final ReviewStatistics reviews;
  private final QuizStandings standings;
  private final Clock clock;

  LearnersService(
      CohortAccess access,
      CohortMemberRepository members,
      MemberNames names,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewStatistics reviews,
      QuizStandings standings,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.names = names;
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
    int most = Math.clamp(size, 0, MAX_PAGE);
    Instant now = clock.instant();
    List<Long> ids =
        MemberNames.knows(search)
            ? names.find(cohortId, search, away(now), from, most)
            : byFigures(cohortId, search, now).stream().skip(from).limit(most).toList();
    return ids.isEmpty() ? List.of() : rows(cohortId, ids, now);
  }

  @Override
  public List<Dashboard.Member> all(long instructorId, long cohortId, Search search) {
    var unused = access.require(instructorId, cohortId);
    Instant now = clock.instant();
    List<Long> ids =
        MemberNames.knows(search)
            ? names.find(cohortId, search, away(now), 0, Accounts.MAX_AT_ONCE)
            : byFigures(cohortId, search, now);
    return ids.isEmpty() ? List.of() : rows(cohortId, ids, now);
  }

  @Override
  public int count(long instructorId, long cohortId, Search search) {
    var unused = access.require(instructorId, cohortId);
    Instant now = clock.instant();
    return search.filter() == Filter.OVERDUE
        ? byFigures(cohortId, search, now).size()
        : names.count(cohortId, search, away(now));
  }

  private static Instant away(Instant now) {
    return now.minus(Period.ofDays(AWAY_DAYS));
  }

  /** Everybody whom the search finds, by a figure that no single table has. */
  private List<Long> byFigures(long cohortId, Search search, Instant now) {
    List<Long> ids = names.find(cohortId, search, away(now), 0, Accounts.MAX_AT_ONCE);
    Map<Long, LocalDate> today = today(accounts.byIds(ids), now);
    Map<Long, LearnerLoad> loads = reviews.loads(today);
    List<Long> found =
        search.filter() == Filter.OVERDUE
            ? ids.stream().filter(id -> load(loads, id).overdue() > 0).toList()
            : ids;
    ToDoubleFunction<Long> figure =
        switch (search.sort()) {
          case NAME, LAST_SEEN -> _ -> 0;
          case DUE -> id -> load(loads, id).due();
          case OVERDUE -> id -> load(loads, id).overdue();
          case RETAINED -> {
            Map<Long, List<DayActivity>> activity = activity(found, today);
            yield id ->
                retained(activity.getOrDefault(id, List.of()), requireNonNull(today.get(id)));
          }
        };
    Map<Long, Double> figures =
        found.stream().collect(Collectors.toMap(Function.identity(), figure::applyAsDouble));
    Comparator<Long> byFigure = Comparator.comparingDouble(figures::get);
    return found.stream()
        .sorted(
            Comparator.comparing((Long id) -> requireNonNull(figures.get(id)).isNaN())
                .thenComparing(search.descending() ? byFigure.reversed() : byFigure))
        .toList();
  }

  private static LearnerLoad load(Map<Long, LearnerLoad> loads, long id) {
    return loads.getOrDefault(id, LearnerLoad.NONE);
  }

  /** NaN when nothing is known. */
  private static double retained(List<DayActivity> days, LocalDate today) {
    LocalDate before = today.minusDays(DashboardFigures.DAYS);
    Double rate =
        days.stream()
            .filter(day -> day.day().isAfter(before) && !day.day().isAfter(today))
            .map(DayActivity::retention)
            .reduce(Retention.NONE, Retention::plus)
            .rate();
    return rate == null ? Double.NaN : rate;
  }

  private static Map<Long, LocalDate> today(Map<Long, Account> learners, Instant now) {
    return learners.values().stream()
        .collect(Collectors.toMap(Account::id, account -> account.calendar().dayOf(now)));
  }

  private Map<Long, List<DayActivity>> activity(Collection<Long> ids, Map<Long, LocalDate> today) {
    TreeSet<LocalDate> days = new TreeSet<>(today.values());
    return ids.isEmpty()
        ? Map.of()
        : reviews.activity(ids, days.first().minusDays(DashboardFigures.DAYS - 1), days.last());
  }

  /** All that is shown of some, in their order. */
  private List<Dashboard.Member> rows(long cohortId, List<Long> ids, Instant now) {
    Map<Long, Account> learners = accounts.byIds(ids);
    Map<Long, LocalDate> today = today(learners, now);
    Map<Long, LearnerCards> held = reviews.cards(today);
    Map<Long, CohortMemberEntity> joined =
        members.findByCohortIdAndLearnerIdIn(cohortId, ids).stream()
            .collect(Collectors.toMap(row -> row.learnerId, Function.identity()));
    List<Quiz> served = quizzes.of(cohortId);
    DashboardFigures figures =
        new DashboardFigures(
            List.copyOf(joined.values()),
            learners,
            today,
            served,
            held.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().load())),
            held.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().cards())),
            activity(ids, today),
            standings.of(ids),
            List.of(),
            List.of());
    return ids.stream()
        .filter(joined::containsKey)
        .map(id -> figures.member(requireNonNull(joined.get(id)), false))
        .toList();
  }
}
