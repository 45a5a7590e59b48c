package app.keypoint.cohort.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.JoinCode;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.progress.KeyPointMastery.Level;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings.Facility;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerFigures.Week;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics.Leeches;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ada has gone on, Ben has stopped, Cem has never begun. */
class FiguresTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final long ADA = 1;
  private static final long BEN = 2;
  private static final long CEM = 3;

  private final Map<Long, LearnerFigures> figures = new HashMap<>();
  private final Map<Long, List<CardState>> cards = new HashMap<>();
  private final Map<Long, Map<String, QuizStanding>> standings = new HashMap<>();
  private final List<Facility> facility = new ArrayList<>();
  private final Map<String, Leeches> leeches = new HashMap<>();
  private final Set<Long> reviewed = new HashSet<>();
  private final Set<Long> off = new HashSet<>();
  private final List<NudgeDismissalEntity> dismissals = new ArrayList<>();

  @Test
  void listsMembersByName() {
    assertThat(dashboard().members())
        .extracting(Dashboard.Member::name)
        .containsExactly("ada", "Ben", "Cem");
  }

  @Test
  void countsTheLastSevenDaysForTheCohortAndTwentyEightForALearner() {
    figures.put(
        ADA,
        new LearnerFigures(
            LearnerLoad.NONE,
            TODAY,
            new Week(25, new Retention(17, 20)),
            new Week(4, new Retention(1, 2)),
            new Retention(18, 22),
            new Retention(1, 8)));
    figures.put(
        BEN,
        new LearnerFigures(
            LearnerLoad.NONE,
            TODAY,
            new Week(10, new Retention(3, 10)),
            Week.NONE,
            new Retention(3, 10),
            Retention.NONE));
    Dashboard dashboard = dashboard();
    assertThat(dashboard.lastWeek()).isEqualTo(new Retention(20, 30));
    assertThat(dashboard.weeks().before()).isEqualTo(new Week(4, new Retention(1, 2)));
    assertThat(dashboard.weeks().active()).isEqualTo(2);
    assertThat(dashboard.weeks().activeBefore()).isEqualTo(1);
    assertThat(member(dashboard, ADA).retained()).isEqualTo(new Retention(19, 30));
    assertThat(member(dashboard, CEM).retained().rate()).isNull();
  }

  @Test
  void nobodyHasFinishedAllOfNone() {
    Dashboard dashboard = dashboard();
    Dashboard without =
        new Dashboard(
            dashboard.cohort(),
            List.of(),
            dashboard.members(),
            dashboard.weeks(),
            dashboard.onTrack(),
            dashboard.hardest(),
            dashboard.judged(),
            dashboard.leeches());
    assertThat(without.members()).isNotEmpty();
    assertThat(without.finishedAll()).isZero();
  }

  @Test
  void saysHowManyHoldHalfOfWhatIsOverdue() {
    waits(ADA, new LearnerLoad(3, 2, 20, 4, 0), 0);
    waits(BEN, new LearnerLoad(8, 8, 20, 4, 0), 0);
    waits(CEM, new LearnerLoad(7, 7, 20, 4, 0), 0);
    assertThat(dashboard().overdue()).isEqualTo(17);
    assertThat(dashboard().holdersOfHalfTheOverdue()).isEqualTo(2);
    figures.clear();
    assertThat(dashboard().holdersOfHalfTheOverdue()).isZero();
  }

  @Test
  void namesThoseWhoNeedANudgeTheMostPressingFirst() {
    waits(ADA, new LearnerLoad(5, 0, 20, 4, 0), 0);
    waits(BEN, new LearnerLoad(20, 12, 20, 4, 0), 12);
    standings.put(ADA, Map.of("quiz", finished(ADA)));
    standings.put(BEN, Map.of("quiz", finished(BEN)));
    Dashboard dashboard = dashboard();
    assertThat(dashboard.toNudge())
        .extracting(Dashboard.Member::name)
        .containsExactly("Ben", "Cem");
    assertThat(member(dashboard, BEN).nudges())
        .containsExactly(new Nudge.NoReview(12, Nudge.Level.ACT));
    assertThat(member(dashboard, CEM).nudges())
        .containsExactly(new Nudge.NotStarted(5, Nudge.Level.WATCH));
    assertThat(dashboard.onTrack()).containsExactly(ADA);
  }

  @Test
  void comparesWithTheMedianOfThoseWhoHaveCards() {
    waits(ADA, new LearnerLoad(3, 3, 20, 4, 0), 0);
    waits(BEN, new LearnerLoad(40, 40, 60, 4, 0), 0);
    standings.put(BEN, Map.of("quiz", finished(BEN)));
    // Between 3 and 40 the median is 21.5: 40 are not three times as many.
    assertThat(member(dashboard(), BEN).nudges()).isEmpty();
    waits(CEM, new LearnerLoad(4, 4, 20, 4, 0), 0);
    assertThat(member(dashboard(), BEN).nudges())
        .containsExactly(new Nudge.Overdue(40, 4, Nudge.Level.ACT));
  }

  @Test
  void hidesADismissedNudgeUntilItIsMorePressing() {
    dismissals.add(
        new NudgeDismissalEntity(7, CEM, Nudge.Kind.NOT_STARTED, Nudge.Level.WATCH, NOW));
    assertThat(member(dashboard(), CEM).nudges()).isEmpty();
    assertThat(dashboard().onTrack()).as("dismissed is not mended").doesNotContain(CEM);
    assertThat(member(dashboard(NOW.minus(Duration.ofDays(8))), CEM).nudges()).isNotEmpty();
  }

  @Test
  void showsEachKeyPointWithItsMastery() {
    cards.put(ADA, List.of(card(ADA, "k1-q1", 30, 0), card(ADA, "k1-q2", 30, 0)));
    assertThat(member(dashboard(), ADA).masteryOf(quiz()))
        .extracting(point -> point.level())
        .containsExactly(Level.STRONG, Level.NEW);
  }

  @Test
  void showsKeyPointsAlsoWhereNobodyHasACard() {
    assertThat(member(dashboard(), CEM).masteryOf(quiz()))
        .extracting(point -> point.level())
        .containsExactly(Level.NEW, Level.NEW);
  }

  @Test
  void showsHardestQuestionsOnlyWithFiveAttempts() {
    facility.add(new Facility("k1-q1", 4, 0.2));
    assertThat(dashboard().hardest()).isEmpty();
    assertThat(dashboard().judged()).isEqualTo(new Dashboard.Judged(4, 0, 4));
    facility.add(new Facility("k1-q2", 5, 0.6));
    facility.add(new Facility("k2-q1", 9, 0.4));
    facility.add(new Facility("k2-q2", 9, 1.0));
    facility.add(new Facility("retired", 9, 0.1));
    assertThat(dashboard().hardest())
        .extracting(hard -> hard.question().id())
        .containsExactly("k2-q1", "k1-q2");
  }

  @Test
  void listsTheLeechesOfMostLearnersFirst() {
    assertThat(dashboard().leeches()).isEmpty();
    leeches.put("k1-q1", new Leeches(1, 2));
    leeches.put("k2-q1", new Leeches(2, 2));
    leeches.put("k1-q2", new Leeches(0, 1));
    leeches.put("retired", new Leeches(1, 1));
    assertThat(dashboard().leeches())
        .extracting(
            leech -> leech.question().id(), Dashboard.Leech::learners, Dashboard.Leech::holders)
        .containsExactly(tuple("k2-q1", 2, 2), tuple("k1-q1", 1, 2));
  }

  @Test
  void listsTenLeechesAtMost() {
    List<QuestionVersion> many =
        IntStream.rangeClosed(1, 11).mapToObj(n -> question("k1", n)).toList();
    Quiz longer = new Quiz("quiz", "The quiz", 1, quiz().article(), quiz().keyPoints(), many);
    Map<String, Leeches> all =
        many.stream()
            .collect(Collectors.toMap(version -> version.question().id(), _ -> new Leeches(1, 1)));
    Dashboard dashboard =
        new DashboardFigures(
                List.of(joined(ADA, NOW)),
                Map.of(ADA, account(ADA, "ada")),
                Map.of(ADA, TODAY),
                List.of(longer),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                all,
                List.of(),
                Map.of(),
                Set.of())
            .dashboard(cohort());
    assertThat(dashboard.leeches()).hasSize(10);
  }

  @Test
  void countsFinishedQuizzesOncePerLearner() {
    standings.put(ADA, Map.of("quiz", finished(ADA), "gone", finished(ADA)));
    standings.put(BEN, Map.of("quiz", new QuizStanding(BEN, "quiz", 0, null, 4L, 2, 9, NOW)));
    assertThat(dashboard().finished()).isEqualTo(1);
    assertThat(dashboard().finishedAll()).isEqualTo(1);
  }

  @Test
  void aQuizOfAnotherCohortIsNoStart_butACardOfOnesOwnIs() {
    standings.put(CEM, Map.of("gone", new QuizStanding(CEM, "gone", 1, 1.0, null, 0, 0, NOW)));
    assertThat(member(dashboard(), CEM).nudges())
        .containsExactly(new Nudge.NotStarted(5, Nudge.Level.WATCH));
    reviewed.add(CEM);
    assertThat(member(dashboard(), CEM).nudges()).isEmpty();
  }

  @Test
  void whoIsSwitchedOffNeedsNoNudgeAndIsOnNoTrack() {
    waits(ADA, new LearnerLoad(3, 3, 20, 4, 0), 0);
    waits(BEN, new LearnerLoad(40, 40, 60, 4, 0), 40);
    waits(CEM, new LearnerLoad(130, 130, 130, 4, 0), 0);
    standings.put(BEN, Map.of("quiz", finished(BEN)));
    standings.put(CEM, Map.of("quiz", finished(CEM)));
    off.add(BEN);
    Dashboard dashboard = dashboard();
    assertThat(member(dashboard, BEN).nudges()).isEmpty();
    assertThat(dashboard.onTrack()).doesNotContain(BEN);
    assertThat(dashboard.dealtWith()).as("nothing of theirs was dismissed").isZero();
    assertThat(dashboard.due()).isEqualTo(133);
    // Of 3 and 130; with the 40 between them 130 would be three times the median.
    assertThat(member(dashboard, CEM).nudges())
        .as("compared with the median of those who can review")
        .isEmpty();
    off.remove(BEN);
    off.add(CEM);
    assertThat(dashboard().due()).isEqualTo(43);
  }

  @Test
  void whoSuspendedMostCardsIsNotOnTrack() {
    waits(ADA, new LearnerLoad(0, 0, 20, 4, 19), 0);
    standings.put(ADA, Map.of("quiz", finished(ADA)));
    assertThat(member(dashboard(), ADA).nudges())
        .containsExactly(new Nudge.Suspended(19, 20, Nudge.Level.ACT));
    assertThat(dashboard().onTrack()).doesNotContain(ADA);
  }

  @Test
  void questionsOfOtherCohortsSayNothingOfHowHardTheirsAre() {
    facility.add(new Facility("elsewhere", 30, 0.2));
    facility.add(new Facility("k1-q1", 4, 0.2));
    assertThat(dashboard().judged()).isEqualTo(new Dashboard.Judged(4, 0, 4));
    facility.add(new Facility("k1-q2", 5, 1));
    assertThat(dashboard().judged()).isEqualTo(new Dashboard.Judged(4, 1, 5));
    assertThat(dashboard().hardest()).isEmpty();
  }

  @Test
  void anEmptyCohortHasFiguresToo() {
    Dashboard empty =
        new DashboardFigures(
                List.of(),
                Map.of(),
                Map.of(),
                List.of(quiz()),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Set.of())
            .dashboard(cohort());
    assertThat(empty.members()).isEmpty();
    assertThat(empty.overdue() + empty.finished() + empty.finishedAll()).isZero();
    assertThat(empty.lastWeek().rate()).isNull();
  }

  private Dashboard dashboard() {
    return dashboard(NOW.minus(Duration.ofDays(5)));
  }

  private Dashboard dashboard(Instant cemJoined) {
    return new DashboardFigures(
            List.of(
                joined(CEM, cemJoined),
                joined(BEN, NOW.minus(Duration.ofDays(60))),
                joined(ADA, NOW)),
            Map.of(ADA, account(ADA, "ada"), BEN, account(BEN, "Ben"), CEM, account(CEM, "Cem")),
            Map.of(ADA, TODAY, BEN, TODAY, CEM, TODAY),
            List.of(quiz()),
            figures,
            cards,
            standings,
            facility,
            leeches,
            dismissals,
            Map.of(),
            reviewed)
        .dashboard(cohort());
  }

  private static Dashboard.Member member(Dashboard dashboard, long id) {
    return dashboard.members().stream()
        .filter(member -> member.learnerId() == id)
        .findFirst()
        .orElseThrow();
  }

  private static Cohort cohort() {
    return new Cohort(7, "Seminar", new JoinCode("K7Q4MD"), NOW, 3, true, false);
  }

  private static CohortMemberEntity joined(long learner, Instant at) {
    return new CohortMemberEntity(7, learner, at);
  }

  private Account account(long id, String name) {
    return new Account(
        id,
        name,
        name,
        Role.LEARNER,
        new StudyCalendar(ZoneOffset.UTC, 4),
        null,
        false,
        !off.contains(id),
        null);
  }

  private static QuizStanding finished(long learner) {
    return new QuizStanding(learner, "quiz", 2, 0.9, null, 0, 0, NOW);
  }

  private static CardState card(long learner, String question, int interval, int daysAgo) {
    LocalDate last = TODAY.minusDays(daysAgo);
    return new CardState(
        learner, question, 3, 250, interval, 0, 0, last.plusDays(interval), last, 0);
  }

  private void waits(long learner, LearnerLoad load, int daysSinceAnswer) {
    figures.put(
        learner,
        new LearnerFigures(
            load,
            TODAY.minusDays(daysSinceAnswer),
            Week.NONE,
            Week.NONE,
            Retention.NONE,
            Retention.NONE));
  }

  private static Quiz quiz() {
    return new Quiz(
        "quiz",
        "The quiz",
        1,
        new Quiz.Article("Article", "Author", "Section"),
        List.of(
            new KeyPoint("k1", "quiz", "One", null, "The first.", 1),
            new KeyPoint("k2", "quiz", "Two", null, "The second.", 2)),
        List.of(question("k1", 1), question("k1", 2), question("k2", 1), question("k2", 2)));
  }

  private static QuestionVersion question(String keyPoint, int number) {
    String id = keyPoint + "-q" + number;
    return new QuestionVersion(
        id.hashCode(),
        "quiz",
        1,
        new Question.Single(id, keyPoint, "Which?", List.of(), "Because."));
  }
}
