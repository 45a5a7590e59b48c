package app.keypoint.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.history.ReviewHistory.Addition;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Review logs from elsewhere become part of a learner's history. */
@ServiceTest
class HistoryImportTest {

  private static final String HEADER = "card_id,review_time,review_rating\n";

  /** 2026-03-01T12:00:00Z. */
  private static final long NOON = 1772366400000L;

  @Autowired ReviewHistory history;
  @Autowired Catalogue catalogue;
  @Autowired Clock clock;
  @Autowired Fixtures fixtures;
  @Autowired ReviewStatistics figures;
  @Autowired StatementCounter counter;
  @TempDir Path folder;

  HistoryImport imports;
  Account learner;
  String question;

  @BeforeEach
  void aLearnerFromElsewhere() {
    imports = new HistoryImport(history, clock);
    learner = fixtures.learner();
    question = catalogue.quizzes().getFirst().questions().getFirst().question().id();
  }

  @Test
  void cardsOfHereAndOfElsewhereBecomeHistory() throws IOException {
    Path file = file(HEADER + row(question, 0, 3) + row(question, 1, 4) + row("anki-1", 0, 1));
    Addition expected = new Addition(3, 0, 2, 1);
    assertThat(imports.preview(learner, file))
        .isInstanceOfSatisfying(
            Preview.Offer.class, offer -> assertThat(offer.addition()).isEqualTo(expected));
    assertThat(history.answers(learner.id())).isEmpty();
    assertThat(imports.run(learner, file, false)).isEqualTo(expected);
    assertThat(history.answers(learner.id()))
        .extracting(PastAnswer::card)
        .containsExactlyInAnyOrder(question, question, "anki-1");
  }

  @Test
  void theSameFileAgainAddsNothing() throws IOException {
    Path file = file(HEADER + row(question, 0, 3) + row("anki-1", 0, 1));
    imports.run(learner, file, false);
    assertThat(imports.run(learner, file, false)).isEqualTo(new Addition(0, 2, 2, 1));
    assertThat(history.answers(learner.id())).hasSize(2);
  }

  @Test
  void whatIsTakenAlongIsKnownWhenItComesBack() throws IOException {
    imports.run(learner, file(HEADER + row(question, 0, 3) + row("=1+1", 0, 1)), false);
    Path taken = folder.resolve("taken.csv");
    try (OutputStream target = Files.newOutputStream(taken)) {
      ReviewLogWriter.write(history.answers(learner.id()), target);
    }
    assertThat(imports.run(learner, taken, false)).isEqualTo(new Addition(0, 2, 2, 1));
  }

  @Test
  void nobodyElseSeesIt() throws IOException {
    Account other = fixtures.learner();
    Path file = file(HEADER + row(question, 0, 3) + row("anki-1", 0, 1));
    imports.run(learner, file, false);
    assertThat(history.answers(other.id())).isEmpty();
    assertThat(imports.run(other, file, false).added()).isEqualTo(2);
  }

  @Test
  @Tag("slow")
  void fiftyThousandRowsOverFiveYearsCostNoStatementForADay() throws IOException {
    int minutesBetween = 5 * 365 * 24 * 60 / 50_000;
    Path file =
        file(
            IntStream.range(0, 50_000)
                .mapToObj(
                    i ->
                        row(
                            i % 100 == 0 ? question : "card-" + i % 5_000,
                            i * minutesBetween,
                            1 + i % 4))
                .collect(Collectors.joining("", HEADER, "")));
    Addition[] addition = new Addition[1];
    long entityStatements =
        counter.statementsOf(
            () -> {
              try {
                return addition[0] = imports.run(learner, file, false);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(addition[0].added()).isEqualTo(50_000);
    assertThat(entityStatements).isLessThan(20);
    assertThat(figures.activity(learner.id(), LocalDate.EPOCH, LocalDate.of(2030, 1, 1)))
        .hasSizeGreaterThan(1_800);
    assertThat(history.answers(learner.id())).hasSize(50_000);
  }

  private static String row(String card, int minute, int rating) {
    // Backwards from noon, so that none lies in the future.
    return "%s,%d,%d\n".formatted(card, NOON - minute * 60_000L, rating);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("log.csv"), content);
  }
}
