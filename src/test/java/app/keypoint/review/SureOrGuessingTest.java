package app.keypoint.review;

import static app.keypoint.content.grading.Confidence.GUESS;
import static app.keypoint.content.grading.Confidence.SURE;
import static app.keypoint.content.grading.Confidence.THINK_SO;
import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.Accounts;
import app.keypoint.interchange.Reading;
import app.keypoint.interchange.ReviewLogCsv;
import app.keypoint.interchange.ReviewLogWriter;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.practice.PracticeSessions.PracticeSession;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Differences;
import app.keypoint.support.OneLearnersReviews;
import app.keypoint.support.Responses;
import app.keypoint.support.StatementCounter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a learner says of how sure they are: kept with the answer, counted, and of no other use. */
class SureOrGuessingTest extends OneLearnersReviews {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Duration TIME = Duration.ofSeconds(5);

  @Autowired QuizTaking taking;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired ReviewHistory history;
  @Autowired ReviewSettings settings;
  @Autowired LearnerProgress progress;
  @Autowired AccountSettings accountSettings;
  @Autowired Accounts accounts;
  @Autowired Differences differences;
  @Autowired StatementCounter counter;

  @AfterEach
  void everythingFollowsFromTheLog() {
    assertThat(differences.of(learner.id())).isEmpty();
  }

  @Test
  void aQuizsAnswersAreKeptAndCounted_thoseOfARetakeToo() {
    take(MONDAY, 2, SURE);
    int all = quiz.questions().size();
    assertThat(tally(MONDAY)).isEqualTo(new ConfidenceTally(all, all - 2, 0, 0, 0, 0));
    assertThat(history.answers(learner.id()))
        .hasSize(all)
        .allSatisfy(answer -> assertThat(answer.confidence()).isEqualTo(SURE));

    Attempt retake = take(TUESDAY, 0, GUESS);
    assertThat(retake.confidence()).isEqualTo(new ConfidenceTally(0, 0, 0, 0, all, all));
    assertThat(tally(TUESDAY)).isEqualTo(new ConfidenceTally(0, 0, 0, 0, all, all));
    assertThat(history.answers(learner.id())).as("a retake is no review").hasSize(all);
  }

  @Test
  void theFirstAnswerStandsWithWhatWasSaidThen() {
    Attempt attempt = start(MONDAY);
    answer(MONDAY, attempt, 1, true, THINK_SO);
    answer(MONDAY, attempt, 1, false, SURE);
    answer(MONDAY, attempt, 2, true, null);
    answer(MONDAY, attempt, 2, true, SURE);
    Attempt after = taking.attempt(learner.id(), attempt.id());
    assertThat(after.item(1).answer().confidence()).isEqualTo(THINK_SO);
    assertThat(after.item(2).answer().confidence()).isNull();
    assertThat(tally(MONDAY)).isEqualTo(new ConfidenceTally(0, 0, 1, 1, 0, 0));
  }

  @Test
  void anAnswerOverruledCountsAsRight_once() {
    Attempt attempt = start(MONDAY);
    int typed =
        attempt.items().stream()
            .filter(item -> item.asked().question() instanceof Question.Typed)
            .findFirst()
            .orElseThrow()
            .position();
    answer(MONDAY, attempt, typed, false, SURE);
    assertThat(tally(MONDAY)).isEqualTo(new ConfidenceTally(1, 0, 0, 0, 0, 0));
    // Later, on another day: it belongs to the day of the answer.
    for (int i = 0; i < 2; i++) {
      var unused = at(TUESDAY, () -> taking.overrule(learner.id(), attempt.id(), typed));
    }
    assertThat(tally(MONDAY)).isEqualTo(new ConfidenceTally(1, 1, 0, 0, 0, 0));
    assertThat(taking.attempt(learner.id(), attempt.id()).item(typed).answer().confidence())
        .isEqualTo(SURE);
  }

  @Test
  void anAnswerTakenBackIsNoLongerCounted_andCanBeGivenOtherwise() {
    studying.begin(learner, MONDAY, quiz.questions().subList(0, 1));
    review(TUESDAY, next(TUESDAY), false, SURE);
    assertThat(tally(TUESDAY)).isEqualTo(new ConfidenceTally(1, 0, 0, 0, 0, 0));
    at(TUESDAY, () -> reviewing.undo(learner));
    assertThat(tally(TUESDAY)).isEqualTo(ConfidenceTally.NONE);
    assertThat(history.answers(learner.id())).hasSize(1);
    review(TUESDAY, next(TUESDAY), true, GUESS);
    assertThat(tally(TUESDAY)).isEqualTo(new ConfidenceTally(0, 0, 0, 0, 1, 1));
    assertThat(history.answers(learner.id()).getLast().confidence()).isEqualTo(GUESS);
  }

  @Test
  void itChangesNoSchedule_andSurvivesAnotherScheduler() {
    Account silent = fixtures.learner();
    studying.begin(learner, MONDAY, quiz.questions());
    studying.begin(silent, MONDAY, quiz.questions());
    for (int i = 0; i < 3; i++) {
      review(TUESDAY, next(TUESDAY), i > 0, Confidence.values()[i]);
      DueCard card = at(TUESDAY, () -> reviewing.next(silent)).orElseThrow();
      answer(silent, TUESDAY, card, i > 0, null);
    }
    assertThat(schedules(learner)).isEqualTo(schedules(silent));
    ConfidenceTally before = tally(TUESDAY);
    assertThat(before).isEqualTo(new ConfidenceTally(1, 0, 1, 1, 1, 1));
    var unused =
        at(
            TUESDAY,
            () ->
                settings.change(
                    learner, new ReviewPreferences(10, null, false, false, Algorithm.FSRS, 0.9)));
    assertThat(tally(TUESDAY)).isEqualTo(before);
    assertThat(history.answers(learner.id())).extracting(PastAnswer::confidence).contains(SURE);
  }

  @Test
  void anAnswerCostsAsManyStatementsWithIt() {
    Attempt attempt = start(MONDAY);
    answer(MONDAY, attempt, 1, true, null);
    long silent = counter.statementsOf(() -> answer(MONDAY, attempt, 2, true, null));
    assertThat(counter.statementsOf(() -> answer(MONDAY, attempt, 3, true, SURE)))
        .isEqualTo(silent);

    studying.begin(learner, MONDAY, quiz.questions());
    review(TUESDAY, next(TUESDAY), true, null);
    assertThat(Math.min(cost(SURE), cost(SURE))).isEqualTo(Math.min(cost(null), cost(null)));
    Account asked = asked();
    assertThat(counter.statementsOf(() -> practice(asked, TUESDAY)))
        .as("one more for what retakes say")
        .isEqualTo(counter.statementsOf(() -> practice(learner, TUESDAY)) + 1);
  }

  @Test
  void whatWasWrongThoughSureComesFirstInPractice_untilItIsRight() {
    studying.begin(learner, MONDAY, quiz.questions());
    List<DueCard> due = List.of(next(TUESDAY));
    review(TUESDAY, due.getFirst(), false, GUESS);
    DueCard sure = next(TUESDAY);
    review(TUESDAY, sure, false, SURE);
    // Once more on the same day, after its answer was read: that does not count.
    studying.review(learner, TUESDAY.plusSeconds(60), 0);

    assertThat(practice(learner, TUESDAY.plusSeconds(999)).sureWrong())
        .as("for those who do not say how sure they are")
        .isFalse();
    Account asked = asked();
    Instant began = TUESDAY.plusSeconds(9_999);
    PracticeSession first = practice(asked, began);
    assertThat(first.sureWrong()).isTrue();
    assertThat(sureWrong(began).left()).as("alone, whether they still say it or not").isOne();
    DueCard card = first.next().orElseThrow();
    assertThat(card.cardId()).isEqualTo(sure.cardId());
    practise(began, card, false);
    PracticeSession last = sureWrong(began);
    assertThat(last.next().orElseThrow().cardId()).isEqualTo(sure.cardId());
    assertThat(last.sureWrong()).as("it is back because it was wrong just now").isFalse();
    assertThat(practice(asked, began).next().orElseThrow().cardId()).isNotEqualTo(card.cardId());

    Instant later = began.plusSeconds(999);
    DueCard again = practice(asked, later).next().orElseThrow();
    assertThat(again.cardId()).isEqualTo(sure.cardId());
    practise(later, again, true);
    Instant end = later.plusSeconds(999);
    assertThat(practice(asked, end).sureWrong()).isFalse();
    at(end, () -> practising.undo(learner, later));
    assertThat(practice(asked, end).next().orElseThrow().cardId())
        .as("taken back, it is wrong again")
        .isEqualTo(sure.cardId());
    assertThat(practice(asked, end.plus(Duration.ofDays(31))).sureWrong()).isFalse();
  }

  @Test
  void aQuizAnsweredWronglyThoughSureComesFirst_andOthersCardsDoNot() {
    take(MONDAY, 0, GUESS);
    Account somebody = fixtures.learner();
    Attempt theirs = at(MONDAY, () -> taking.start(somebody.id(), quiz.id()));
    theirs
        .items()
        .forEach(
            item -> {
              var unused =
                  at(
                      MONDAY,
                      () ->
                          taking.answer(
                              somebody.id(),
                              theirs.id(),
                              item.position(),
                              Responses.wrong(item.asked().question()),
                              TIME,
                              SURE));
            });
    at(
        MONDAY,
        () -> {
          taking.finish(somebody.id(), theirs.id());
          return theirs;
        });
    assertThat(practice(asked(), TUESDAY).sureWrong()).isFalse();
    Account asked = asked(somebody);
    assertThat(practice(asked, TUESDAY).sureWrong()).isTrue();
  }

  @Test
  void aRetakeAnsweredWronglyThoughSureComesFirst_untilItIsRight() {
    take(MONDAY, 0, GUESS);
    Attempt retake = take(TUESDAY, 1, SURE);
    String wrong = retake.item(1).asked().question().id();
    Account asked = asked();
    assertThat(counter.statementsOf(() -> practice(asked, TUESDAY)))
        .as("when each of them was last right")
        .isLessThanOrEqualTo(counter.statementsOf(() -> practice(learner, TUESDAY)) + 2);
    Instant began = TUESDAY.plusSeconds(600);
    PracticeSession first = practice(asked, began);
    assertThat(first.sureWrong()).isTrue();
    DueCard card = first.next().orElseThrow();
    assertThat(card.question().question().id()).isEqualTo(wrong);
    assertThat(sureWrong(began).left()).isOne();
    assertThat(at(began, () -> sessions.anySureWrong(asked))).isTrue();

    practise(began, card, true);
    Instant later = began.plusSeconds(60);
    assertThat(practice(asked, later).sureWrong()).isFalse();
    assertThat(at(later, () -> sessions.anySureWrong(asked))).isFalse();
    at(later, () -> practising.undo(learner, began));
    assertThat(practice(asked, later).sureWrong()).as("taken back, it is wrong again").isTrue();
    assertThat(practice(asked, TUESDAY.plus(Duration.ofDays(31))).sureWrong()).isFalse();
  }

  @Test
  void aRetakeThatIsRightOnALaterDayTakesItOffTheList_oneOfTheSameDayDoesNot() {
    take(MONDAY, 1, SURE);
    Account asked = asked();
    take(MONDAY.plusSeconds(600), 0, SURE);
    assertThat(practice(asked, MONDAY.plusSeconds(999)).sureWrong())
        .as("the answer was read a moment before")
        .isTrue();
    take(TUESDAY, 0, GUESS);
    assertThat(practice(asked, TUESDAY).sureWrong()).as("as the log says of it").isFalse();
    take(TUESDAY, 1, SURE);
    assertThat(practice(asked, TUESDAY).sureWrong()).isTrue();
    take(TUESDAY.plus(Duration.ofDays(1)), 0, GUESS);
    assertThat(practice(asked, TUESDAY.plus(Duration.ofDays(1))).sureWrong()).isFalse();
  }

  @Test
  void aRetakeBrokenOffCountsAndOneCalledRightDoesNot() {
    take(MONDAY, 0, GUESS);
    Account asked = asked();
    Attempt broken = start(TUESDAY);
    int typed =
        broken.items().stream()
            .filter(item -> item.asked().question() instanceof Question.Typed)
            .findFirst()
            .orElseThrow()
            .position();
    answer(TUESDAY, broken, typed, false, SURE);
    assertThat(practice(asked, TUESDAY).sureWrong()).isTrue();
    var unused = at(TUESDAY, () -> taking.overrule(learner.id(), broken.id(), typed));
    assertThat(practice(asked, TUESDAY).sureWrong()).isFalse();
    int other = typed == 1 ? 2 : 1;
    answer(TUESDAY, broken, other, false, SURE);
    var again = at(TUESDAY, () -> taking.startAgain(learner.id(), quiz.id()));
    assertThat(practice(asked, TUESDAY).next().orElseThrow().question().question().id())
        .isEqualTo(broken.item(other).asked().question().id());
  }

  @Test
  void itGoesOutAndComesInWithTheReviewLog_andIntoTheExportOfOnesData() throws IOException {
    take(MONDAY, 1, THINK_SO);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ReviewLogWriter.write(history.answers(learner.id()), csv);
    assertThat(csv.toString(StandardCharsets.UTF_8)).contains("\"think_so\"");
    Account elsewhere = fixtures.learner();
    Reading.Rows read =
        (Reading.Rows)
            ReviewLogCsv.read(
                new ByteArrayInputStream(csv.toByteArray()), elsewhere.calendar(), TUESDAY);
    var unused = at(TUESDAY, () -> history.add(elsewhere, read.answers()));
    int all = quiz.questions().size();
    ConfidenceTally tally = new ConfidenceTally(0, 0, all, all - 1, 0, 0);
    assertThat(at(TUESDAY, () -> progress.of(elsewhere)).confidence()).isEqualTo(tally);
    assertThat(differences.of(elsewhere.id())).isEmpty();
    long brought = history.imports(elsewhere.id()).getFirst().id();
    at(
        TUESDAY,
        () -> {
          history.takeBack(elsewhere, brought);
          return brought;
        });
    assertThat(at(TUESDAY, () -> progress.of(elsewhere)).confidence())
        .isEqualTo(ConfidenceTally.NONE);
    assertThat(differences.of(elsewhere.id())).isEmpty();

    ByteArrayOutputStream json = new ByteArrayOutputStream();
    at(
        TUESDAY,
        () -> {
          progress.export(learner, json);
          return json;
        });
    JsonNode said =
        JsonMapper.shared()
            .readTree(json.toString(StandardCharsets.UTF_8))
            .get("days")
            .get(0)
            .get("confidence");
    assertThat(said.get("think_so").get("answers").asInt()).isEqualTo(all);
    assertThat(said.get("think_so").get("right").asInt()).isEqualTo(all - 1);
  }

  private Attempt start(Instant at) {
    return at(at, () -> taking.start(learner.id(), quiz.id()));
  }

  /** Takes the quiz, the first so many questions wrongly. */
  private Attempt take(Instant at, int wrong, Confidence said) {
    Attempt attempt = start(at);
    attempt
        .items()
        .forEach(item -> answer(at, attempt, item.position(), item.position() > wrong, said));
    return at(
        at,
        () -> {
          taking.finish(learner.id(), attempt.id());
          return taking.attempt(learner.id(), attempt.id());
        });
  }

  private Object answer(Instant at, Attempt attempt, int position, boolean right, Confidence said) {
    Question question = attempt.item(position).asked().question();
    return at(
        at,
        () ->
            taking.answer(
                learner.id(), attempt.id(), position, response(question, right), TIME, said));
  }

  private Object review(Instant at, DueCard card, boolean right, Confidence said) {
    return answer(learner, at, card, right, said);
  }

  private Object answer(Account who, Instant at, DueCard card, boolean right, Confidence said) {
    Response response = response(card.question().question(), right);
    return at(at, () -> reviewing.answer(who, card.answer(response, Grade.GOOD, TIME, said)));
  }

  /** A sequence may be asked once in a while. */
  private long cost(Confidence said) {
    DueCard card = next(TUESDAY);
    return counter.statementsOf(() -> review(TUESDAY, card, true, said));
  }

  private void practise(Instant at, DueCard card, boolean right) {
    Response response = response(card.question().question(), right);
    var unused =
        at(
            at.plusSeconds(1),
            () -> practising.answer(learner, card.answer(response, Grade.GOOD, TIME, SURE)));
  }

  private static Response response(Question question, boolean right) {
    return right ? Responses.right(question) : Responses.wrong(question);
  }

  private DueCard next(Instant at) {
    return at(at, () -> reviewing.next(learner)).orElseThrow();
  }

  private PracticeSession practice(Account who, Instant since) {
    return at(
        since.plusSeconds(2), () -> sessions.at(who, new PracticeScope.OfQuiz(quiz.id()), since));
  }

  private PracticeSession sureWrong(Instant since) {
    return at(
        since.plusSeconds(2), () -> sessions.at(learner, new PracticeScope.SureWrong(), since));
  }

  private Account asked() {
    return asked(learner);
  }

  private Account asked(Account who) {
    return fixtures.as(
        who,
        () -> {
          accountSettings.askConfidence(who.id(), true);
          return accounts.require(who.id());
        });
  }

  private List<Integer> schedules(Account who) {
    return figures(who).stream().map(CardState::intervalDays).sorted().toList();
  }

  private List<CardState> figures(Account who) {
    return at(TUESDAY, () -> progress.of(who)).cards();
  }

  private ConfidenceTally tally(Instant at) {
    return at(at, () -> progress.of(learner)).days().stream()
        .filter(day -> day.day().equals(learner.calendar().dayOf(at)))
        .map(DayActivity::confidence)
        .findFirst()
        .orElse(ConfidenceTally.NONE);
  }
}
