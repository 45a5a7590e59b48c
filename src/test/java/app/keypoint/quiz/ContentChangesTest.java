package app.keypoint.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.GoneException;
import app.keypoint.support.Fixtures;
import app.keypoint.support.FruitQuiz;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A quiz file that changes while a learner is in the middle of the quiz. */
@ServiceTest
@RecordApplicationEvents
@DirtiesContext // looks for changed files all the time
@Tag("slow")
class ContentChangesTest {

  private static final Path FILE = file();
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEvents events;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("keypoint.content.dir", () -> FILE.getParent().toString());
    properties.add("keypoint.content.poll-interval", () -> "20ms");
  }

  @Test
  void leavesTheAttemptAsItStarted_butMakesNoCardOfWhatIsRetired() throws Exception {
    long learner = fixtures.learner().id();
    Attempt attempt = taking.start(learner, "fruit");
    answer(learner, attempt, 1);
    long before = catalogue.question("f-2").map(QuestionVersion::id).orElseThrow();

    write(2, FruitQuiz.FIRST + FruitQuiz.SECOND.replace("Pear", "Quince"));
    until(() -> catalogue.question("f-2").orElseThrow().id() != before);
    assertThat(taking.start(learner, "fruit").item(2).asked().id()).isEqualTo(before);

    write(3, FruitQuiz.FIRST);
    until(() -> catalogue.question("f-2").isEmpty());
    assertThat(answer(learner, attempt, 2)).isTrue();

    assertThat(taking.attempt(learner, attempt.id()).state()).isEqualTo(Attempt.State.FINISHED);
    assertThat(standings.of(learner).get("fruit").best()).isEqualTo(1.0);
    assertThat(events.stream(QuizFinished.class))
        .singleElement()
        .satisfies(
            done -> {
              assertThat(done.max()).isEqualTo(2);
              assertThat(done.results()).containsExactly(new QuizFinished.Result("f-1", true));
            });
    assertThat(standings.facility(List.of(learner)))
        .extracting(QuizStandings.Facility::questionId)
        .containsExactly("f-1");
    assertThat(taking.start(learner, "fruit").items()).hasSize(1);
    assertThatThrownBy(() -> taking.start(learner, "vegetables")).isInstanceOf(GoneException.class);
  }

  private boolean answer(long learner, Attempt attempt, int position) {
    Question question = attempt.item(position).asked().question();
    return taking
        .answer(learner, attempt.id(), position, Responses.right(question), TEN_SECONDS)
        .right();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; !condition.getAsBoolean(); tries++) {
      assertThat(tries).as("tenths of a second waited for the file to be read").isLessThan(300);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static void write(int second, String text) throws IOException {
    Files.writeString(FILE, text);
    Files.setLastModifiedTime(FILE, FileTime.from(Instant.EPOCH.plusSeconds(second)));
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
