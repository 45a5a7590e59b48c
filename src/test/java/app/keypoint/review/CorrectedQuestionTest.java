package app.keypoint.review;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.FruitQuiz;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** A key that is corrected while a card is on the screen. */
@ServiceTest
@DirtiesContext // looks for changed files all the time
@Tag("slow")
class CorrectedQuestionTest {

  private static final Path FILE = file();
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Response APPLE = new Response.Picked(Set.of("a"));

  @Autowired Reviewing reviewing;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("keypoint.content.dir", () -> FILE.getParent().toString());
    properties.add("keypoint.content.poll-interval", () -> "20ms");
  }

  @Test
  void anAnswerIsGradedByWhatWasShown_andTheLogHoldsBoth() throws Exception {
    Account learner = fixtures.learner();
    Studying studying = new Studying(reviewing, events, transactions);
    studying.finishQuiz(learner, MONDAY, catalogue.quizzes().getFirst().questions(), 1);
    DueCard shown = at(MONDAY, () -> reviewing.next(learner)).orElseThrow();

    Files.writeString(
        FILE, quiz("{id: a, text: Apple, why: No.}", "{id: b, text: Chair, correct: true}"));
    Files.setLastModifiedTime(FILE, FileTime.from(Instant.EPOCH.plusSeconds(2)));
    long before = shown.question().id();
    for (int tries = 0; catalogue.question("g-1").orElseThrow().id() == before; tries++) {
      assertThat(tries).as("tenths of a second").isLessThan(300);
      TimeUnit.MILLISECONDS.sleep(100);
    }

    Duration time = Duration.ofSeconds(3);
    assertThat(
            at(MONDAY, () -> reviewing.answer(learner, shown.answer(APPLE, Grade.GOOD, time)))
                .grade())
        .isEqualTo(Grade.GOOD);
    assertThat(last(learner)).containsEntry("question_version_id", before);
    assertThat(last(learner).get("response")).hasToString("{\"picked\":[\"a\"]}");

    PracticeScope scope = new PracticeScope.OfQuiz("greens");
    DueCard corrected = at(MONDAY, () -> sessions.at(learner, scope, MONDAY)).next().orElseThrow();
    assertThat(corrected.question().id()).isNotEqualTo(before);
    at(MONDAY, () -> practising.answer(learner, corrected.answer(APPLE, Grade.GOOD, time)));
    assertThat(last(learner))
        .containsEntry("question_version_id", corrected.question().id())
        .extractingByKey("grade")
        .hasToString("1");
  }

  private Map<String, Object> last(Account learner) {
    return jdbc.queryForMap(
        """
        select question_version_id, response, grade from review_log
        where learner_id = ? order by step desc limit 1
        """,
        learner.id());
  }

  private static Path file() {
    try {
      return Files.writeString(
          Files.createTempDirectory("quizzes-").resolve("greens.yaml"),
          quiz("{id: a, text: Apple, correct: true}", "{id: b, text: Chair, why: No.}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quiz(String first, String second) {
    return FruitQuiz.FIRST
        .replace("id: fruit", "id: greens")
        .replace("kp-apple", "kp-green")
        .replace("f-1", "g-1")
        .replace("{id: a, text: Apple, correct: true}", first)
        .replace("{id: b, text: Chair, why: Chairs are made of wood.}", second);
  }
}
