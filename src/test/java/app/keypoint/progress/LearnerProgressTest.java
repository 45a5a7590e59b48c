package app.keypoint.progress;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.Streak;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A learner's figures after real answers. */
@ServiceTest
class LearnerProgressTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired LearnerProgress progress;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired Reviewing reviewing;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired ReviewSettings settings;
  @Autowired ReviewHistory history;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Studying practice;
  Account learner;
  Quiz quiz;

  @BeforeEach
  void learner() {
    practice = new Studying(reviewing, events, transactions);
    learner = fixtures.learner();
    quiz = catalogue.quizzes().get(1);
  }

  @Test
  void beginsWithEveryQuizToStart() {
    Progress start = on(MONDAY);
    assertThat(start.load()).isEqualTo(LearnerLoad.NONE);
    assertThat(start.quizzes())
        .hasSameSizeAs(catalogue.quizzes())
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(QuizProgress.State.NEW));
    assertThat(start.suggestion().orElseThrow().quiz()).isEqualTo(catalogue.quizzes().getFirst());
    assertThat(start.streak()).isEqualTo(new Streak(0, 0));
  }

  @Test
  void aQuizBringsItsWrongAnswersTodayAndItsRightOnesTomorrow() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 3);
    Progress after = on(MONDAY);
    int right = quiz.questions().size() - 3;
    assertThat(after.load().due()).isEqualTo(3);
    assertThat(after.timeDue()).isEqualTo(Duration.ofSeconds(45));
    assertThat(after.nextDue()).contains(Map.entry(LocalDate.of(2026, 3, 3), right));
    assertThat(retained(after)).isEqualTo((double) right / quiz.questions().size(), within(1e-9));
    assertThat(after.hardest(5)).hasSize(0);
  }

  @Test
  void howLongDueCardsTakeIsToldByTheQueueAlone() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    practice.review(learner, MONDAY.plus(DAY), 0);
    Duration before = on(MONDAY.plus(DAY.multipliedBy(8))).timeDue();
    assertThat(before).isEqualTo(Studying.PACE.multipliedBy(quiz.questions().size()));

    history.add(learner, List.of(pastAnswer("other-1", 1), pastAnswer("other-2", 2)));
    PracticeScope scope = new PracticeScope.OfQuiz(quiz.id());
    Instant wednesday = MONDAY.plus(DAY.multipliedBy(2));
    DueCard card = at(wednesday, () -> sessions.at(learner, scope, wednesday)).next().orElseThrow();
    CardAnswer answer =
        card.answer(Responses.right(card.question().question()), Grade.GOOD, Duration.ofMinutes(4));
    at(wednesday, () -> practising.answer(learner, answer));

    assertThat(on(MONDAY.plus(DAY.multipliedBy(8))).timeDue()).isEqualTo(before);
  }

  @Test
  void afterAnImportAloneDueCardsTakeWhatIsUsual() {
    history.add(learner, List.of(pastAnswer("other-1", 1), pastAnswer("other-2", 2)));
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 3);
    assertThat(on(MONDAY).timeDue()).isEqualTo(ActivityStatistics.USUAL_CARD.multipliedBy(3));
  }

  private static PastAnswer pastAnswer(String card, int daysAgo) {
    Instant at = MONDAY.minus(DAY.multipliedBy(daysAgo));
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new PastAnswer(card, at, day, 3, Phase.REVIEW, Duration.ofHours(1));
  }

  @Test
  void dailyReviewsMakeAStreakAndRetention() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    practice.review(learner, MONDAY.plus(DAY), 2);
    int cards = quiz.questions().size();
    Progress tuesday = on(MONDAY.plus(DAY));
    assertThat(tuesday.streak()).isEqualTo(new Streak(2, 2));
    assertThat(tuesday.recentRetention()).isEqualTo(new Retention(cards - 2, cards));
    assertThat(tuesday.weeks(12).getLast().retention()).isEqualTo(tuesday.recentRetention());
    assertThat(tuesday.hardest(5))
        .hasSize(2)
        .allSatisfy(c -> assertThat(c.card().lapses()).isOne());
    // Two of the cards took two answers each.
    assertThat(tuesday.timePerDay()).isEqualTo(Studying.PACE.multipliedBy(cards + 2));
    assertThat(on(MONDAY.plus(DAY.multipliedBy(3))).streak()).isEqualTo(new Streak(0, 2));
  }

  @Test
  void aDayWhoseOnlyAnswerWasUndoneIsNoneOfTheStreak() {
    practice.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    Instant tuesday = MONDAY.plus(DAY);
    practice.review(learner, tuesday, 0);
    assertThat(on(tuesday).streak().current()).isEqualTo(2);
    at(tuesday, () -> reviewing.undo(learner));
    assertThat(on(tuesday).streak().current()).isEqualTo(1);
    assertThat(on(tuesday).activeToday()).isFalse();
  }

  @Test
  void masteryGrowsWithTheIntervals() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    assertThat(levels(on(MONDAY))).containsOnly(KeyPointMastery.Level.GROWING);
    Instant matured = MONDAY;
    for (int days : List.of(1, 6, 15)) {
      matured = matured.plus(DAY.multipliedBy(days));
      practice.review(learner, matured, 0);
    }
    assertThat(levels(on(matured))).containsOnly(KeyPointMastery.Level.STRONG);
    assertThat(on(matured).load().mature()).isEqualTo(quiz.questions().size());
    assertThat(levels(on(matured.plus(DAY.multipliedBy(365)))))
        .containsOnly(KeyPointMastery.Level.WEAK);
  }

  @Test
  void anotherLearnersCardsAreNotMine() {
    practice.finishQuiz(fixtures.learner(), MONDAY, quiz.questions(), 0);
    assertThat(on(MONDAY).cards()).isEmpty();
    assertThat(progress.quiz(learner, quiz.id()).cards()).isZero();
  }

  @Test
  void aQuizThatIsNotServedIsNotFound() {
    assertThatThrownBy(() -> progress.quiz(learner, "none")).isInstanceOf(GoneException.class);
  }

  @Test
  void costsTheSameWithOneCardAndWithAll() {
    practice.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    assertStatements();
    catalogue.quizzes().forEach(each -> practice.finishQuiz(learner, MONDAY, each.questions(), 2));
    practice.review(learner, MONDAY.plus(DAY), 5);
    assertThat(on(MONDAY).cards()).hasSizeGreaterThan(50);
    assertStatements();
  }

  private void assertStatements() {
    assertThat(counter.statementsOf(() -> on(MONDAY.plus(DAY)))).isEqualTo(13);
    assertThat(counter.statementsOf(() -> progress.quizzes(learner))).isEqualTo(2);
    assertThat(counter.statementsOf(() -> progress.quiz(learner, quiz.id()))).isEqualTo(2);
    assertThat(counter.statementsOf(this::export)).isEqualTo(3);
  }

  @Test
  void underFsrsFiguresAreThoseOfFsrs() {
    settings.change(learner, new ReviewPreferences(10, null, false, false, Algorithm.FSRS, 0.9));
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 3);
    practice.review(learner, MONDAY.plus(DAY.multipliedBy(3)), 4);
    Progress now = on(MONDAY.plus(DAY.multipliedBy(3)));
    assertThat(now.cards())
        .allSatisfy(
            card -> {
              assertThat(card.byFsrs()).isTrue();
              assertThat(card.difficulty()).isBetween(1.0, 10.0);
            });
    assertThat(now.hardest(5))
        .isNotEmpty()
        .extracting(hard -> hard.card().difficulty())
        .allMatch(difficulty -> difficulty > 6);
    JsonNode card =
        JsonMapper.shared()
            .readTree(at(MONDAY.plus(DAY.multipliedBy(3)), this::export))
            .get("cards")
            .get(0);
    assertThat(card.get("easiness").isNull()).isTrue();
    assertThat(card.get("difficulty").asDouble()).isPositive();
    assertThat(card.get("stability").asDouble()).isPositive();
  }

  @Test
  void exportsWhatIsKeptWithoutNamingTheLearner() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    practice.review(learner, MONDAY.plus(DAY), 1);
    String json = at(MONDAY.plus(DAY), this::export);
    JsonNode export = JsonMapper.shared().readTree(json);
    assertThat(export.get("cards").size()).isEqualTo(quiz.questions().size());
    assertThat(export.get("days").size()).isEqualTo(2);
    assertThat(export.get("days").get(1).get("day").asString()).isEqualTo("2026-03-03");
    assertThat(export.get("cards").get(0).get("question").asString())
        .isIn(quiz.questions().stream().map(version -> version.question().id()).toList());
    assertThat(json).doesNotContain(learner.username()).doesNotContain("learner");
  }

  private String export() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    progress.export(learner, file);
    return file.toString(StandardCharsets.UTF_8);
  }

  private Progress on(Instant instant) {
    return at(instant, () -> progress.of(learner));
  }

  private double retained(Progress on) {
    return mine(on).retained();
  }

  private List<KeyPointMastery.Level> levels(Progress on) {
    return mine(on).mastery().stream().map(KeyPointMastery::level).toList();
  }

  private QuizProgress mine(Progress on) {
    return on.quizzes().stream().filter(q -> q.quiz().equals(quiz)).findFirst().orElseThrow();
  }
}
