package app.keypoint.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.audit.LooksAt;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.statistics.BehindFigures.Part;
import app.keypoint.cohort.statistics.BehindFigures.Third;
import app.keypoint.cohort.statistics.BehindFigures.Tried;
import app.keypoint.cohort.statistics.CohortTrends.Gap;
import app.keypoint.cohort.statistics.CohortTrends.Trends;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.quiz.ItemStatistics.Item;
import app.keypoint.quiz.ItemStatistics.OptionFigures;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Leech;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewTrends.Week;
import app.keypoint.support.OneLearnersReviews;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.Responses;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.StoredAttempts;
import app.keypoint.support.StoredAttempts.Answered;
import app.keypoint.support.Studying;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list behind a figure has those whom it counts, and adds up to it. */
class BehindFiguresTest extends OneLearnersReviews {

  @Autowired BehindFigures behind;
  @Autowired CohortTrends trends;
  @Autowired QuestionStatistics statistics;
  @Autowired Dashboards dashboards;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired QuizTaking taking;
  @Autowired AccountAdministration administration;
  @Autowired LooksAt looks;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;

  private Account instructor;
  private Cohort cohort;
  private Account other;
  private StoredAttempts attempts;
  private int days;

  /** Takes away what no deed led to: other tests find the same data. */
  private final List<Runnable> undo = new ArrayList<>();

  @BeforeEach
  void aCohort() {
    attempts = new StoredAttempts(jdbc);
    days = 28;
    instructor = fixtures.instructor();
    cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    join(learner);
    other = fixtures.learner();
    join(other);
  }

  @AfterEach
  void clear() {
    attempts.clear();
    undo.reversed().forEach(Runnable::run);
  }

  private void join(Account member) {
    fixtures.as(member, () -> memberships.join(member.id(), cohort.joinCode().toString()));
  }

  private void fourWeeks() {
    for (Account each : List.of(learner, other)) {
      fixtures.as(
          each,
          () -> {
            studying.finishQuiz(each, MONDAY, quiz.questions(), 2);
            for (int day : new int[] {1, 3, 7, 9, 16, 24}) {
              if (each == learner || day < 10) {
                studying.review(each, MONDAY.plus(Duration.ofDays(day)), day % 4);
              }
            }
          });
    }
  }

  @Test
  void ofAWeekWhoAnsweredInIt() {
    fourWeeks();
    int busy = 0;
    Trends shown = trends();
    for (Week week : shown.weeks()) {
      List<Part> found = week(shown, week);
      assertThat(found).hasSize(week.learners());
      assertThat(found.stream().mapToInt(Part::count).sum()).isEqualTo(week.answers());
      assertThat(found.stream().map(Part::retention).reduce(Retention.NONE, Retention::plus))
          .isEqualTo(week.retention());
      busy += week.learners() > 0 ? 1 : 0;
    }
    assertThat(busy).isGreaterThan(2);
    assertThat(looksAt(learner)).as("as the table of learners is none").isZero();
  }

  private List<Part> week(Trends shown, Week week) {
    return ask(
        () -> behind.week(instructor.id(), cohort.id(), shown.today(), week.from(), week.to()));
  }

  private List<Part> gap(Trends shown, Gap gap) {
    return ask(
        () -> behind.gap(instructor.id(), cohort.id(), shown.today(), gap.first(), gap.last()));
  }

  @Test
  void onTheDayAfterThePageWasOpenedTheListsStillAddUp() {
    fourWeeks();
    answersOn(LocalDate.parse("2026-03-31"));
    days = 84;
    Trends shown = trends();
    days = 28;
    Trends inMarch = trends();
    days = 85;
    assertThat(sum(week(inMarch, inMarch.weeks().getLast())))
        .as("with who was a day ahead")
        .isEqualTo(inMarch.weeks().getLast().answers())
        .isGreaterThanOrEqualTo(500);
    assertThat(shown.gaps()).isNotEmpty();
    for (Gap gap : shown.gaps()) {
      assertThat(sum(gap(shown, gap))).as("after %s days", gap.first()).isEqualTo(gap.reviews());
    }
    Gap first = shown.gaps().getFirst();
    days = 84;
    assertThat(
            sum(
                ask(
                    () ->
                        behind.gap(
                            instructor.id(),
                            cohort.id(),
                            shown.today().plusDays(1),
                            first.first(),
                            first.last()))))
        .as("of the next day's page")
        .isLessThan(first.reviews());
  }

  private static int sum(List<Part> parts) {
    return parts.stream().mapToInt(Part::count).sum();
  }

  private void answersOn(LocalDate day) {
    jdbc.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged)
        values (?, ?, 500, 0, 0, 0, 0, 0, 0, 0, false)
        """,
        other.id(),
        day);
    undo.add(
        () ->
            jdbc.update(
                "delete from learner_day where learner_id = ? and study_day = ?", other.id(), day));
  }

  @Test
  void whereItIsTomorrowAlreadyIsInTheListOfThePresentWeek() {
    fourWeeks();
    answersOn(LocalDate.parse("2026-03-31"));
    Trends shown = trends();
    Week last = shown.weeks().getLast();
    List<Part> found = week(shown, last);
    assertThat(found.getFirst().name()).isEqualTo(other.displayName());
    assertThat(found.stream().mapToInt(Part::count).sum()).isEqualTo(last.answers());
  }

  @Test
  void ofAGapWhoseReviewsCameAfterSoManyDays() {
    fourWeeks();
    Trends shown = trends();
    assertThat(shown.gaps()).hasSizeGreaterThan(1);
    for (Gap gap : shown.gaps()) {
      List<Part> found = gap(shown, gap);
      assertThat(found.stream().map(Part::retention).reduce(Retention.NONE, Retention::plus))
          .isEqualTo(new Retention(gap.remembered(), gap.reviews()));
    }
    assertThat(ask(() -> behind.gap(instructor.id(), cohort.id(), shown.today(), 0, null)))
        .extracting(Part::learnerId)
        .as("most reviews first")
        .containsExactly(learner.id(), other.id());
  }

  @Test
  void ofADayWhoseCardsComeUp_withoutThoseWhoCannotCome() {
    fourWeeks();
    Trends found = trends();
    LocalDate today = found.forecast().firstKey();
    found
        .forecast()
        .forEach(
            (day, cards) ->
                assertThat(waiting(day.equals(today) ? null : day, day))
                    .as(day.toString())
                    .isEqualTo(cards));
    int all = waiting(null, found.forecast().lastKey());
    assertThat(all)
        .isEqualTo(found.forecast().values().stream().mapToInt(Integer::intValue).sum())
        .isPositive();
    fixtures.as(fixtures.administrator(), () -> administration.setEnabled(other.id(), false));
    assertThat(waiting(null, found.forecast().lastKey())).isLessThan(all).isPositive();
  }

  private int waiting(LocalDate from, LocalDate to) {
    return ask(() -> behind.comingUp(instructor.id(), cohort.id(), from, to)).stream()
        .mapToInt(Part::count)
        .sum();
  }

  @Test
  void ofALeechWhoForgetsIt_mostOftenFirst() {
    fourWeeks();
    String question = quiz.questionIds().getFirst();
    lapse(learner, question, Leech.LAPSES);
    lapse(other, question, Leech.LAPSES + 3);
    lapse(other, quiz.questionIds().getLast(), Leech.LAPSES - 1);
    Dashboard.Leech leech =
        ask(() -> dashboards.of(instructor.id(), cohort.id())).leeches().getFirst();
    assertThat(leech.question().id()).isEqualTo(question);
    assertThat(ask(() -> behind.leech(instructor.id(), cohort.id(), leech.quiz().id(), question)))
        .hasSize(leech.learners())
        .extracting(Part::name, Part::count)
        .containsExactly(
            tuple(other.displayName(), Leech.LAPSES + 3),
            tuple(learner.displayName(), Leech.LAPSES));
    for (Account each : List.of(learner, other)) {
      assertThat(looks(each)).as("each sees it").singleElement().asString().contains(quiz.title());
    }
    fixtures.signIn(instructor);
    assertThatThrownBy(
            () ->
                behind.leech(
                    instructor.id(), cohort.id(), catalogue.quizzes().getFirst().id(), question))
        .as("of another quiz")
        .isInstanceOf(GoneException.class);
  }

  private void lapse(Account of, String question, int lapses) {
    Integer before =
        jdbc.queryForObject(
            "select lapses from card where learner_id = ? and question_id = ?",
            Integer.class,
            of.id(),
            question);
    String update = "update card set lapses = ? where learner_id = ? and question_id = ?";
    jdbc.update(update, lapses, of.id(), question);
    undo.add(() -> jdbc.update(update, before, of.id(), question));
  }

  @Test
  void ofStatisticsTheAttempts_andOfAnOptionThoseThatChoseIt() {
    List<Account> members = new ArrayList<>(List.of(learner, other));
    IntStream.range(0, 7)
        .forEach(
            _ -> {
              Account more = fixtures.learner();
              join(more);
              members.add(more);
            });
    Account stranger = fixtures.learner();
    List<QuestionVersion> asked =
        quiz.questions().stream()
            .filter(version -> version.question() instanceof Question.Choice)
            .limit(2)
            .toList();
    for (int i = 0; i < members.size(); i++) {
      answer(members.get(i), asked, i);
      answer(members.get(i), asked, i + 1);
    }
    answer(stranger, asked, 1);
    for (AttemptSelection counted : AttemptSelection.values()) {
      QuestionStatistics.Report report = report(counted);
      long edition = report.statistics().edition().id();
      List<Tried> all =
          ask(() -> behind.attempts(instructor.id(), cohort.id(), quiz.id(), counted, edition));
      assertThat(all)
          .hasSize(report.statistics().edition().attempts())
          .extracting(Tried::learnerId)
          .doesNotContain(stranger.id());
      assertThat(all.stream().mapToDouble(Tried::marks).average().orElseThrow())
          .isCloseTo(report.statistics().total().mean(), within(1e-9));
      for (Item item : report.statistics().items()) {
        for (OptionFigures option : item.options()) {
          assertThat(chose(counted, edition, item, option, Third.ALL)).isEqualTo(option.chosen());
          assertThat(chose(counted, edition, item, option, Third.UPPER))
              .isEqualTo(option.upper().chosen());
          assertThat(chose(counted, edition, item, option, Third.LOWER))
              .isEqualTo(option.lower().chosen());
        }
      }
    }
  }

  private int chose(
      AttemptSelection counted, long edition, Item item, OptionFigures option, Third third) {
    return ask(() ->
            behind.chose(
                instructor.id(),
                cohort.id(),
                quiz.id(),
                counted,
                edition,
                item.asked().question().id(),
                option.optionId(),
                third))
        .size();
  }

  private void answer(Account who, List<QuestionVersion> asked, int skill) {
    attempts.finished(
        who.id(),
        MONDAY.plusSeconds(skill),
        IntStream.range(0, asked.size())
            .mapToObj(
                nth -> {
                  QuestionVersion version = asked.get(nth);
                  List<Option> options = ((Question.Choice) version.question()).options();
                  Option picked = options.get((skill + nth) % options.size());
                  return new Answered(
                      version,
                      new Response.Picked(Set.of(picked.id())),
                      (skill * (nth + 1)) % 5 / 4.0);
                })
            .toList());
  }

  private QuestionStatistics.Report report(AttemptSelection counted) {
    return ask(() -> statistics.of(instructor.id(), cohort.id(), quiz.id(), counted, null));
  }

  @Test
  void whoIsInAListOfAttemptsSeesThatItWasLookedAt_onceForEachLook() {
    attempts.finished(learner.id(), MONDAY, List.of(answered(quiz.questions().getFirst())));
    long edition = report(AttemptSelection.FIRST).statistics().edition().id();
    for (int look = 1; look <= 2; look++) {
      assertThat(
              ask(
                  () ->
                      behind.attempts(
                          instructor.id(),
                          cohort.id(),
                          quiz.id(),
                          AttemptSelection.FIRST,
                          edition)))
          .hasSize(1);
      assertThat(looksAt(learner)).isEqualTo(look);
    }
    assertThat(looksAt(other)).as("is not in it").isZero();
    assertThat(looks(learner))
        .allSatisfy(look -> assertThat(look).contains("LEARNERS_VIEWED", "Seminar", quiz.title()));
  }

  @Test
  void ofAHardQuestionTheFirstAttempts_withItsMarks() {
    for (Account each : List.of(learner, other)) {
      for (int go = 0; go < 2; go++) {
        int wrong = go == 0 && each == learner ? quiz.questionIds().size() : 0;
        fixtures.as(
            each,
            () -> QuizAttempts.take(taking, each.id(), quiz.id(), wrong, Duration.ofSeconds(9)));
      }
    }
    String question = quiz.questionIds().getFirst();
    List<Tried> found =
        ask(() -> behind.firstAttempts(instructor.id(), cohort.id(), quiz.id(), question));
    assertThat(found).extracting(Tried::learnerId).containsExactly(other.id(), learner.id());
    assertThat(found).extracting(Tried::marks).containsExactly(1.0, 0.0);
    assertThat(looksAt(other)).isEqualTo(1);
  }

  @Test
  void aListCostsTheSameForAnyNumberOfLearners() {
    fourWeeks();
    LocalDate today = trends().today();
    Map<String, Supplier<Collection<?>>> lists =
        Map.of(
            "gap", () -> behind.gap(instructor.id(), cohort.id(), today, 0, null),
            "attempts",
                () ->
                    behind.attempts(
                        instructor.id(), cohort.id(), quiz.id(), AttemptSelection.ALL, edition));
    answeredBy(learner);
    edition = report(AttemptSelection.ALL).statistics().edition().id();
    Map<String, Long> few = cost(lists);
    for (int i = 0; i < 12; i++) {
      Account more = fixtures.learner();
      join(more);
      answeredBy(more);
      fixtures.as(
          more,
          () -> {
            studying.finishQuiz(more, MONDAY, quiz.questions().subList(0, 1), 0);
            studying.review(more, MONDAY.plus(Duration.ofDays(1)), 0);
          });
    }
    assertThat(cost(lists)).isEqualTo(few);
    assertThat(few.values()).allMatch(statements -> statements <= 9);
  }

  private long edition;

  private void answeredBy(Account who) {
    attempts.finished(who.id(), MONDAY, List.of(answered(quiz.questions().getFirst())));
  }

  private static Answered answered(QuestionVersion version) {
    return new Answered(version, Responses.right(version.question()), 1);
  }

  private Map<String, Long> cost(Map<String, Supplier<Collection<?>>> lists) {
    return lists.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                list ->
                    ask(
                        () -> {
                          var unused = list.getValue().get();
                          return counter.statementsOf(list.getValue());
                        })));
  }

  @Test
  void othersGetNone() {
    Account stranger = fixtures.instructor();
    fixtures.signIn(stranger);
    long me = stranger.id();
    long its = cohort.id();
    LocalDate day = LocalDate.parse("2026-03-30");
    String question = quiz.questionIds().getFirst();
    Map<String, Supplier<Collection<?>>> lists =
        Map.of(
            "leech", () -> behind.leech(me, its, quiz.id(), question),
            "week", () -> behind.week(me, its, day, day.minusDays(6), day),
            "gap", () -> behind.gap(me, its, day, 0, 1),
            "coming up", () -> behind.comingUp(me, its, null, day),
            "attempts", () -> behind.attempts(me, its, quiz.id(), AttemptSelection.ALL, null),
            "chose",
                () ->
                    behind.chose(
                        me, its, quiz.id(), AttemptSelection.ALL, null, question, "a", Third.ALL),
            "first attempts", () -> behind.firstAttempts(me, its, quiz.id(), question));
    lists.forEach(
        (name, list) -> assertThatThrownBy(list::get).as(name).isInstanceOf(GoneException.class));
  }

  private Trends trends() {
    return ask(() -> trends.of(instructor.id(), cohort.id()));
  }

  private List<String> looks(Account at) {
    return fixtures.as(
        at,
        () ->
            looks.looksAt(at.id(), at.username(), 0, 10).stream()
                .map(entry -> entry.toString())
                .toList());
  }

  private int looksAt(Account at) {
    return looks(at).size();
  }

  /** Four weeks later, unless a test says when. */
  private <T> T ask(Supplier<T> question) {
    Instant then = MONDAY.plus(Duration.ofDays(days));
    return fixtures.as(instructor, () -> Studying.at(then, question));
  }
}
