package app.keypoint.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.history.ReviewHistory.Addition;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The two steps of an import, on a history in memory. */
@ServiceTest
class HistoryStepsTest {

  private static final String HEADER = "card_id,review_time,review_rating\n";

  @TempDir Path folder;

  @Autowired ReviewHistory history;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;

  HistoryImport imports;
  Account learner;
  String question;

  @BeforeEach
  void begin() {
    imports =
        new HistoryImport(
            history, Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC));
    learner = fixtures.learner(new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4));
    question = catalogue.quizzes().getFirst().questions().getFirst().question().id();
  }

  @Test
  void aPreviewSaysWhatFollowsAndChangesNothing() throws IOException {
    Path file =
        file(HEADER + question + ",1772366400000,3\nx,1772366400000,4\nx,1772366500000,4\n");
    assertThat(imports.preview(learner, file))
        .isEqualTo(
            new Preview.Offer(
                new Summary(
                    3, 0, 0, 0, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), List.of()),
                new Findings(List.of(), 0, 0),
                new Addition(3, 0, 2, 1)));
    assertThat(history.answers(learner.id())).isEmpty();
    assertThat(imports.run(learner, file, false)).isEqualTo(new Addition(3, 0, 2, 1));
    assertThat(history.answers(learner.id())).hasSize(3);
  }

  @Test
  void theSameFileAgainAddsNothing() throws IOException {
    Path file = file(HEADER + question + ",1772366400000,3\n");
    imports.run(learner, file, false);
    assertThat(imports.preview(learner, file))
        .isInstanceOfSatisfying(
            Preview.Offer.class,
            offer -> assertThat(offer.addition()).isEqualTo(new Addition(0, 1, 1, 1)));
  }

  @Test
  void timesWithoutAnOffsetAreTheLearners() throws IOException {
    imports.run(learner, file(HEADER + question + ",2026-03-01T20:00,3\n"), false);
    assertThat(history.answers(learner.id()))
        .singleElement()
        .satisfies(answer -> assertThat(answer.at()).isEqualTo("2026-03-01T12:00:00Z"));
  }

  @Test
  void flawedRowsAreLeftOutOnlyWhenTheLearnerSaysSo() throws IOException {
    Path file = file(HEADER + question + ",1772366400000,3\nanother,1772366400000,7\n");
    assertThatThrownBy(() -> imports.run(learner, file, false))
        .isInstanceOf(IllegalStateException.class);
    assertThat(history.answers(learner.id())).isEmpty();
    assertThat(imports.run(learner, file, true).added()).isEqualTo(1);
  }

  @Test
  void whatIsNoReviewLogIsDeclined() throws IOException {
    Path file = file("Once upon a time\n");
    assertThat(imports.preview(learner, file))
        .isEqualTo(
            new Preview.Declined(
                new Reading.MissingColumns(
                    List.of("card_id", "review_time", "review_rating"),
                    List.of("Once upon a time"))));
    assertThatThrownBy(() -> imports.run(learner, file, true))
        .isInstanceOf(IllegalStateException.class);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("log.csv"), content);
  }
}
