package app.keypoint.content.internal;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.FruitQuiz;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.support.races.Lock;
import app.keypoint.support.races.Point;
import app.keypoint.support.races.Races;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A question that leaves its file while somebody answers it. */
@ServiceTest
@Tag("slow")
class ReloadRacesTest {

  private static final Path FILE = file();
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static long changes;

  @Autowired ContentLoader loader;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired Accounts accounts;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired Differences differences;
  @Autowired QuizStore store;
  @Autowired JdbcTemplate sql;
  @Autowired Races races;

  private Account learner;
  private Attempt attempt;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("keypoint.content.dir", () -> FILE.getParent().toString());
    properties.add("keypoint.content.poll-interval", () -> "1h"); // the test polls itself
  }

  @BeforeEach
  void somebodyBeforeTheLastQuestion() {
    load(FruitQuiz.FIRST + FruitQuiz.SECOND);
    learner = fixtures.learner();
    accounts.seen(learner.id(), TUESDAY);
    attempt = at(MONDAY, () -> taking.start(learner.id(), "fruit"));
    answer(1);
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void theEndOfAQuizIsOvertakenByALoad(Point point) {
    Races.Ending ending = races.run(end(), point, Lock.STEP, withoutTheSecond());
    assertThat(ending.held().told()).isEqualTo("finished");
    assertThat(ending.overtaking().told()).isEqualTo("loaded");
    onlyTheFirstQuestionIsDue();
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void aLoadIsOvertakenByTheEndOfAQuiz(Point point) {
    Races.Ending ending = races.run(withoutTheSecond(), point, Lock.RETIRED, end());
    assertThat(ending.held().told()).isEqualTo("loaded");
    assertThat(ending.overtaking().told()).isEqualTo("finished");
    onlyTheFirstQuestionIsDue();
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void anAnswerIsOvertakenByALoad(Point point) throws Exception {
    end().call();
    DueCard card = second();
    Races.Ending ending = races.run(answer(card), point, Lock.STEP, withoutTheSecond());
    assertThat(ending.held().told())
        .isEqualTo(point == Point.BEFORE_COMMIT ? "GOOD" : "StaleCardException");
    onlyTheFirstQuestionIsDue();
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void aLoadIsOvertakenByAnAnswer(Point point) throws Exception {
    end().call();
    DueCard card = second();
    Races.Ending ending = races.run(withoutTheSecond(), point, Lock.RETIRED, answer(card));
    assertThat(ending.overtaking().told())
        .isEqualTo(point == Point.BEFORE_LOCK ? "GOOD" : "StaleCardException");
    onlyTheFirstQuestionIsDue();
  }

  /** Two servers look at the same folder: the second waits, and finds nothing left to write. */
  @ParameterizedTest
  @EnumSource(Point.class)
  void twoServersTakeUpTheSameFile(Point point) {
    String word = "Fruit%d".formatted(++changes);
    String text = (FruitQuiz.FIRST + FruitQuiz.SECOND).replaceFirst("stem: \\S+", "stem: " + word);
    ParsedQuiz draft = Objects.requireNonNull(QuizFile.parse("fruit.yaml", text).quiz());
    Callable<String> one =
        () -> {
          store.store(Map.of("fruit.yaml", draft), Set.of());
          return "stored";
        };
    Races.Ending ending = races.run(one, point, Lock.CONTENT, one);
    assertThat(ending.held().told()).isEqualTo("stored");
    assertThat(ending.overtaking().told()).isEqualTo("stored");
    assertThat(ending.waited()).isEqualTo(point != Point.BEFORE_LOCK);
    assertThat(
            sql.queryForObject(
                "select count(*) from question_version where body like ?",
                Integer.class,
                "%" + word + "%"))
        .isEqualTo(1);
  }

  /** As Today counts and as the queue asks; a moment after the load at the latest. */
  private void onlyTheFirstQuestionIsDue() {
    at(Instant.now().plus(Duration.ofMinutes(2)), () -> poll());
    ReviewProgress progress = at(TUESDAY, () -> reviewing.progress(learner));
    assertThat(progress.left()).isEqualTo(1);
    DueCard only = at(TUESDAY, () -> reviewing.next(learner)).orElseThrow();
    assertThat(only.question().question().id()).isEqualTo("f-1");
    at(TUESDAY, () -> reviewing.answer(learner, good(only)));
    assertThat(at(TUESDAY, () -> reviewing.next(learner))).isEmpty();
    assertThat(differences.of(learner.id())).isEmpty();
    assertThat(at(TUESDAY, () -> reviewing.progress(learner)).left()).isZero();
  }

  /**
   * The card of the second question, as a tab shows it in which it was suspended and brought back.
   */
  private DueCard second() {
    DueCard first = at(TUESDAY, () -> reviewing.next(learner)).orElseThrow();
    String asked = first.question().question().id();
    if (asked.equals("f-2")) {
      return first;
    }
    at(TUESDAY, () -> reviewing.answer(learner, good(first)));
    DueCard second = at(TUESDAY, () -> reviewing.next(learner)).orElseThrow();
    assertThat(second.question().question().id()).isEqualTo("f-2");
    var unused = at(TUESDAY, () -> reviewing.undo(learner));
    return second;
  }

  private Callable<String> answer(DueCard card) {
    return () -> at(TUESDAY, () -> reviewing.answer(learner, good(card)).grade().name());
  }

  private static Reviewing.CardAnswer good(DueCard card) {
    return card.answer(Responses.right(card.question().question()), Grade.GOOD, Studying.PACE);
  }

  private Callable<String> end() {
    return () -> {
      answer(2);
      return "finished";
    };
  }

  private void answer(int position) {
    var unused =
        at(
            MONDAY,
            () ->
                taking.answer(
                    learner.id(),
                    attempt.id(),
                    position,
                    Responses.right(attempt.item(position).asked().question()),
                    Studying.PACE));
  }

  private Callable<String> withoutTheSecond() {
    return () -> {
      load(FruitQuiz.FIRST);
      return "loaded";
    };
  }

  private void load(String text) {
    try {
      Files.writeString(FILE, text);
      Files.setLastModifiedTime(FILE, FileTime.from(Instant.EPOCH.plusSeconds(++changes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    poll();
    poll();
  }

  private boolean poll() {
    loader.poll();
    return true;
  }

  private static Path file() {
    try {
      return Files.writeString(
          Files.createTempDirectory("quizzes-").resolve("fruit.yaml"),
          FruitQuiz.FIRST + FruitQuiz.SECOND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
