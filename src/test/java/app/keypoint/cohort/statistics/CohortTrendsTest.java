package app.keypoint.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.statistics.CohortTrends.Gap;
import app.keypoint.cohort.statistics.CohortTrends.Trends;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.review.statistics.ReviewTrends;
import app.keypoint.review.statistics.ReviewTrends.Elapsed;
import app.keypoint.scheduling.FsrsScheduler;
import app.keypoint.support.OneLearnersReviews;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a cohort's learners did and kept over time. */
class CohortTrendsTest extends OneLearnersReviews {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-30");

  @Autowired CohortTrends trends;
  @Autowired ReviewTrends reviews;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Assignments assignments;
  @Autowired CohortExams exams;
  @Autowired CohortInstructors instructors;
  @Autowired Dashboards dashboards;
  @Autowired LearnerHistories histories;
  @Autowired ReviewHistory past;
  @Autowired ReviewStatistics statistics;
  @Autowired QuizTaking taking;
  @Autowired AccountAdministration administration;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;

  private Account instructor;
  private Cohort cohort;

  private void fourWeeks() {
    instructor = fixtures.instructor();
    cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    fixtures.as(
        learner,
        () -> {
          studying.finishQuiz(learner, MONDAY, quiz.questions(), 2);
          for (int day : new int[] {1, 3, 7, 9, 16, 24}) {
            studying.review(learner, MONDAY.plus(Duration.ofDays(day)), day % 4);
          }
        });
  }

  @Test
  void weeksAddUpWhatTheDaysSay() {
    fourWeeks();
    Trends found = found();
    assertThat(found.weeks()).hasSize(CohortTrends.WEEKS);
    assertThat(found.weeks().getLast().to()).isEqualTo(TODAY);
    Map<String, Object> sums =
        jdbc.queryForMap(
            "select sum(answers) as answers, sum(reviews) as reviews, sum(remembered) as remembered"
                + " from learner_day where learner_id = ?",
            learner.id());
    assertThat(found.weeks().stream().mapToInt(ReviewTrends.Week::answers).sum())
        .isEqualTo(((Number) sums.get("answers")).intValue())
        .isPositive();
    assertThat(
            found.weeks().stream()
                .map(ReviewTrends.Week::retention)
                .reduce(Retention.NONE, Retention::plus))
        .isEqualTo(
            new Retention(
                ((Number) sums.get("remembered")).intValue(),
                ((Number) sums.get("reviews")).intValue()));
    // The last review was on 26 March.
    assertThat(found.weeks().getLast().learners()).isEqualTo(1);
    assertThat(found.weeks().getFirst().learners()).isZero();
  }

  @Test
  void whereItIsTomorrowAlreadyCountsAsThePresentWeek() {
    fourWeeks();
    int before = found().weeks().getLast().answers();
    int small = smallTrend().getLast();
    jdbc.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged)
        values (?, ?, 5, 0, 0, 0, 0, 0, 0, 0, false)
        """,
        learner.id(),
        TODAY.plusDays(1));
    assertThat(found().weeks().getLast().answers()).isEqualTo(before + 5);
    assertThat(smallTrend().getLast()).isEqualTo(small + 5);
  }

  private List<Integer> smallTrend() {
    return fixtures
        .as(
            instructor,
            () ->
                Studying.at(
                    now(),
                    () ->
                        trends.reviewsByWeek(instructor.id(), cohort.id(), List.of(learner.id()))))
        .get(learner.id());
  }

  @Test
  void forgettingIsWhatTheLogSaysUnderEitherScheduler() {
    fourWeeks();
    jdbc.update(
        "update review_log set before_stability = 7.5 where learner_id = ? and mod(id, 2) = 0",
        learner.id());
    Map<Integer, double[]> naive = new TreeMap<>();
    jdbc.query(
        """
        select study_day, before_last_reviewed, before_interval_days, before_stability, grade
        from review_log l where learner_id = ? and kind = 'SCHEDULED' and before_interval_days > 0
          and not exists (select 1 from review_log u where u.undoes = l.id)
        """,
        row -> {
          LocalDate day = row.getObject(1, LocalDate.class);
          int elapsed = (int) (day.toEpochDay() - row.getObject(2, LocalDate.class).toEpochDay());
          double stability = row.getDouble(4);
          double[] sums = naive.computeIfAbsent(elapsed, _ -> new double[3]);
          sums[0]++;
          sums[1] += row.getInt(5) >= 3 ? 1 : 0;
          sums[2] +=
              stability > 0
                  ? FsrsScheduler.recall(stability, elapsed)
                  : Math.pow(0.9, (double) elapsed / row.getInt(3));
        },
        learner.id());
    List<Elapsed> found =
        reviews.forgetting(List.of(learner.id()), TODAY.minusWeeks(CohortTrends.WEEKS));
    assertThat(found).extracting(Elapsed::days).containsExactlyElementsOf(naive.keySet());
    assertThat(found).hasSizeGreaterThan(2);
    for (Elapsed each : found) {
      double[] sums = naive.get(each.days());
      assertThat(each.reviews()).isEqualTo((int) sums[0]);
      assertThat(each.remembered()).isEqualTo((int) sums[1]);
      assertThat(each.expected()).isCloseTo(sums[2], within(1e-9));
    }
    assertThat(found().gaps().stream().mapToInt(Gap::reviews).sum())
        .isEqualTo(found.stream().mapToInt(Elapsed::reviews).sum());
  }

  @Test
  void rangesOfDaysAreWeighedByTheirReviews() {
    List<Gap> gaps =
        Gap.of(
            List.of(
                new Elapsed(1, 4, 4, 3.6),
                new Elapsed(2, 10, 9, 9),
                new Elapsed(3, 10, 7, 8),
                new Elapsed(90, 1, 0, 0.5)));
    assertThat(gaps)
        .containsExactly(
            new Gap(0, 1, 4, 4, 0.9), new Gap(2, 3, 20, 16, 0.85), new Gap(61, null, 1, 0, 0.5));
    assertThat(gaps.get(1).observed()).isEqualTo(0.8);
    assertThat(gaps.get(1).chance().low()).isLessThan(0.8);
  }

  @Test
  void whatComesUpIsCountedToTheNextDueDate() {
    fourWeeks();
    fixtures.as(
        instructor,
        () ->
            Studying.at(
                MONDAY,
                () -> {
                  assignments.assign(
                      instructor.id(),
                      cohort.id(),
                      quiz.id(),
                      new Assignments.Terms(null, Instant.parse("2026-04-08T12:00:00Z"), null));
                  return true;
                }));
    Trends found = found();
    assertThat(found.forecast()).hasSize(CohortTrends.DAYS_AHEAD);
    LocalDate due = LocalDate.parse("2026-04-08");
    assertThat(found.dues()).extracting(CohortTrends.Due::day).containsExactly(due);
    assertThat(found.dues()).extracting(CohortTrends.Due::exam).containsExactly(false);
    Integer cards =
        jdbc.queryForObject(
            "select count(*) from card where learner_id = ? and queue_day <= ? and not fresh",
            Integer.class,
            learner.id(),
            due);
    assertThat(found.cardsUntil(found.dues().getFirst())).isEqualTo(cards);
  }

  @Test
  void whatIsDueAtNightIsDueOnThatDay_butItsLastStudyDayIsTheOneBefore() {
    fourWeeks();
    Instant night = Instant.parse("2026-04-08T00:30:00Z");
    Account member = fixtures.learner();
    fixtures.as(
        member,
        () ->
            Studying.at(MONDAY, () -> memberships.join(member.id(), cohort.joinCode().toString())));
    fixtures.as(
        instructor,
        () ->
            Studying.at(
                MONDAY,
                () -> {
                  assignments.assign(
                      instructor.id(),
                      cohort.id(),
                      quiz.id(),
                      new Assignments.Terms(null, night, null));
                  assignments.extend(
                      instructor.id(),
                      cohort.id(),
                      quiz.id(),
                      member.id(),
                      night.plus(Duration.ofDays(2)));
                  exams.set(instructor.id(), cohort.id(), quiz.id(), LocalDate.parse("2026-04-10"));
                  return true;
                }));
    assertThat(found().dues())
        .containsExactly(
            new CohortTrends.Due(
                quiz, false, LocalDate.parse("2026-04-08"), LocalDate.parse("2026-04-07"), 1),
            new CohortTrends.Due(
                quiz, true, LocalDate.parse("2026-04-10"), LocalDate.parse("2026-04-10"), 0));
  }

  @Test
  void whoHasMoreTimeIsWaitedForAfterTheOthersAre_untilTheyFinish() {
    instructor = fixtures.instructor();
    cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    Instant due = now().minus(Duration.ofDays(3));
    Account finishing = fixtures.learner();
    Account waiting = fixtures.learner();
    for (Account each : List.of(finishing, waiting)) {
      fixtures.as(
          each,
          () ->
              Studying.at(MONDAY, () -> memberships.join(each.id(), cohort.joinCode().toString())));
    }
    fixtures.as(
        instructor,
        () ->
            Studying.at(
                MONDAY,
                () -> {
                  assignments.assign(
                      instructor.id(),
                      cohort.id(),
                      quiz.id(),
                      new Assignments.Terms(null, due, null));
                  extend(finishing, due.plus(Duration.ofDays(5)));
                  extend(waiting, due.plus(Duration.ofDays(7)));
                  return true;
                }));
    assertThat(found().dues()).containsExactly(due(TODAY.plusDays(2), 1));
    fixtures.as(
        finishing,
        () ->
            SimulatedTime.at(
                due,
                () ->
                    QuizAttempts.take(
                        taking, finishing.id(), quiz.id(), 0, Duration.ofSeconds(9))));
    assertThat(found().dues()).containsExactly(due(TODAY.plusDays(4), 0));
  }

  private void extend(Account member, Instant until) {
    assignments.extend(instructor.id(), cohort.id(), quiz.id(), member.id(), until);
  }

  private CohortTrends.Due due(LocalDate day, int extended) {
    return new CohortTrends.Due(quiz, false, day, day, extended);
  }

  @Test
  void aFileNeitherStartsAnybodyNorCountsAsTheirLastReview() {
    fourWeeks();
    Account other = fixtures.learner();
    fixtures.as(
        other,
        () ->
            Studying.at(MONDAY, () -> memberships.join(other.id(), cohort.joinCode().toString())));
    assertThat(reviews(learner).lastAnswered()).isEqualTo(LocalDate.parse("2026-03-26"));
    bring(learner);
    bring(other);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from card where learner_id = ? and not fresh",
                Integer.class,
                other.id()))
        .as("cards that the file began")
        .isPositive();
    assertThat(reviews(other).load().cards()).isPositive();
    assertThat(reviews(other).lastAnswered()).isNull();
    assertThat(reviews(learner).lastAnswered()).isEqualTo(LocalDate.parse("2026-03-26"));
    assertThat(
            statistics.quizzesReviewed(
                List.of(learner.id(), other.id()),
                catalogue.quizzes().stream().map(each -> each.id()).toList()))
        .isEqualTo(Map.of(learner.id(), Set.of(quiz.id())));
    assertThat(dashboard().members())
        .filteredOn(member -> member.learnerId() == other.id())
        .singleElement()
        .satisfies(
            member ->
                assertThat(member.nudges())
                    .extracting(Nudge::kind)
                    .contains(Nudge.Kind.NOT_STARTED));
  }

  private LearnerFigures reviews(Account who) {
    return statistics.figures(Map.of(who.id(), TODAY)).get(who.id());
  }

  /** Answers of yesterday to the quiz's questions, from a file. */
  private void bring(Account who) {
    Instant at = now().minus(Duration.ofDays(1));
    var unused =
        fixtures.as(
            who,
            () ->
                Studying.at(
                    now(),
                    () ->
                        past.add(
                            who,
                            quiz.questions().stream()
                                .map(
                                    version ->
                                        new PastAnswer(
                                            version.question().id(),
                                            at,
                                            who.calendar().dayOf(at),
                                            3,
                                            PastAnswer.Phase.REVIEW,
                                            Duration.ofSeconds(4)))
                                .toList())));
  }

  @Test
  void whatIsBroughtFromElsewhereIsNotWhatTheCohortDid() {
    fourWeeks();
    Trends before = found();
    List<Integer> small = smallTrend();
    Dashboard.Weeks weeks = dashboard().weeks();
    List<LearnerHistories.Day> days = history();
    assertThat(days).isNotEmpty();
    List<PastAnswer> deck =
        IntStream.range(0, 60)
            .mapToObj(
                nth -> {
                  Instant at = now().minus(Duration.ofDays(nth % 40)).minusSeconds(60 + nth);
                  return new PastAnswer(
                      "palabra-" + nth % 9,
                      at,
                      learner.calendar().dayOf(at),
                      3,
                      PastAnswer.Phase.REVIEW,
                      Duration.ofSeconds(4));
                })
            .toList();
    var unused = fixtures.as(learner, () -> past.add(learner, deck));
    assertThat(
            jdbc.queryForObject(
                "select sum(brought_answers) from learner_day where learner_id = ?",
                Integer.class,
                learner.id()))
        .isEqualTo(60);
    assertThat(found().weeks()).isEqualTo(before.weeks());
    assertThat(smallTrend()).isEqualTo(small);
    assertThat(dashboard().weeks()).isEqualTo(weeks);
    assertThat(history()).isEqualTo(days);
  }

  private Dashboard dashboard() {
    return fixtures.as(
        instructor, () -> Studying.at(now(), () -> dashboards.of(instructor.id(), cohort.id())));
  }

  private List<LearnerHistories.Day> history() {
    return fixtures.as(
        instructor,
        () ->
            Studying.at(
                now(), () -> histories.of(instructor.id(), cohort.id(), learner.id()).days()));
  }

  @Test
  void whatComesUpIsOfThoseWhoCanSignIn() {
    fourWeeks();
    assertThat(found().forecast().values()).anyMatch(cards -> cards > 0);
    List<ReviewTrends.Week> weeks = found().weeks();
    fixtures.as(fixtures.administrator(), () -> administration.setEnabled(learner.id(), false));
    assertThat(found().forecast().values()).allMatch(cards -> cards == 0);
    assertThat(found().weeks()).as("what was done stays").isEqualTo(weeks);
  }

  @Test
  void theSmallTrendHasTheWeeksOfTheWholeOne_whereverTheInstructorIs() {
    fourWeeks();
    Account east =
        fixtures.account(Role.INSTRUCTOR, new StudyCalendar(ZoneId.of("Pacific/Kiritimati"), 4));
    fixtures.as(instructor, () -> instructors.add(instructor.id(), cohort.id(), east.username()));
    // Seven days before the instructor's today, six before the server's.
    jdbc.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged)
        values (?, ?, 5, 0, 0, 0, 0, 0, 0, 0, false)
        """,
        learner.id(),
        TODAY.minusDays(6));
    Instant evening = now().plus(Duration.ofHours(11));
    List<Integer> whole =
        fixtures
            .as(east, () -> Studying.at(evening, () -> trends.of(east.id(), cohort.id())))
            .weeks()
            .reversed()
            .stream()
            .limit(CohortTrends.TREND_WEEKS)
            .map(ReviewTrends.Week::answers)
            .toList();
    assertThat(
            fixtures
                .as(
                    east,
                    () ->
                        Studying.at(
                            evening,
                            () ->
                                trends.reviewsByWeek(
                                    east.id(), cohort.id(), List.of(learner.id()))))
                .get(learner.id())
                .reversed())
        .isEqualTo(whole);
  }

  @Test
  void theSmallTrendCountsAnswersOfMembersAlone() {
    fourWeeks();
    Account stranger = fixtures.learner();
    Map<Long, List<Integer>> weeks =
        fixtures.as(
            instructor,
            () ->
                Studying.at(
                    now(),
                    () ->
                        trends.reviewsByWeek(
                            instructor.id(), cohort.id(), List.of(learner.id(), stranger.id()))));
    assertThat(weeks).containsOnlyKeys(learner.id());
    assertThat(weeks.get(learner.id())).hasSize(CohortTrends.TREND_WEEKS);
    assertThat(weeks.get(learner.id()).stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(
            jdbc.queryForObject(
                "select sum(answers) from learner_day where learner_id = ?",
                Integer.class,
                learner.id()));
  }

  @Test
  void itCostsTheSameStatementsForAnyNumberOfLearners() {
    fourWeeks();
    var unused = found();
    long cost = fixtures.as(instructor, () -> counter.statementsOf(this::here));
    for (int i = 0; i < 60; i++) {
      Long id = jdbc.queryForObject("select nextval('account_seq')", Long.class);
      jdbc.update(
          "insert into account (id, username, display_name, password_hash, password_one_time,"
              + " session_version, role, zone, rollover_hour, locale, enabled, created_at)"
              + " values (?, ?, 'Somebody', 'none', false, 0, 'LEARNER', 'Z', 4, 'en', true,"
              + " current_timestamp)",
          id,
          UUID.randomUUID().toString());
      jdbc.update("insert into cohort_member values (?, ?, current_timestamp)", cohort.id(), id);
    }
    assertThat(fixtures.as(instructor, () -> counter.statementsOf(this::here)))
        .isEqualTo(cost)
        .isLessThanOrEqualTo(11);
  }

  @Test
  void othersGetNone() {
    fourWeeks();
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> trends.of(other.id(), cohort.id())).isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> trends.reviewsByWeek(other.id(), cohort.id(), List.of(learner.id())))
        .isInstanceOf(GoneException.class);
  }

  private Trends here() {
    return Studying.at(now(), () -> trends.of(instructor.id(), cohort.id()));
  }

  private Trends found() {
    return fixtures.as(instructor, this::here);
  }

  private static Instant now() {
    return MONDAY.plus(Duration.ofDays(28));
  }
}
