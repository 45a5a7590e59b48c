package app.keypoint.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.review.ReviewHistory.Addition;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two steps of an import, on a history in memory. */
class HistoryStepsTest {

  private static final Account LEARNER =
      new Account(
          1,
          "ada",
          "Ada",
          Role.LEARNER,
          new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4),
          null,
          null);

  private static final String HEADER = "card_id,review_time,review_rating\n";

  @TempDir Path folder;

  final HistoryInMemory history = new HistoryInMemory(card -> card.startsWith("q"));

  final HistoryImport imports =
      new HistoryImport(
          history, Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void aPreviewSaysWhatFollowsAndChangesNothing() throws IOException {
    Path file = file(HEADER + "q1,1772366400000,3\nx,1772366400000,4\nx,1772366500000,4\n");
    assertThat(imports.preview(LEARNER, file))
        .isEqualTo(
            new Preview.Offer(
                new Summary(
                    3, 0, 0, 0, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), List.of()),
                new Findings(List.of(), 0, 0),
                new Addition(3, 0, 2, 1)));
    assertThat(history.answers(1)).isEmpty();
    assertThat(imports.run(LEARNER, file, false)).isEqualTo(new Addition(3, 0, 2, 1));
    assertThat(history.answers(1)).hasSize(3);
  }

  @Test
  void theSameFileAgainAddsNothing() throws IOException {
    Path file = file(HEADER + "q1,1772366400000,3\n");
    imports.run(LEARNER, file, false);
    assertThat(imports.preview(LEARNER, file))
        .isInstanceOfSatisfying(
            Preview.Offer.class,
            offer -> assertThat(offer.addition()).isEqualTo(new Addition(0, 1, 1, 1)));
  }

  @Test
  void timesWithoutAnOffsetAreTheLearners() throws IOException {
    imports.run(LEARNER, file(HEADER + "q1,2026-03-01T20:00,3\n"), false);
    assertThat(history.answers(1))
        .singleElement()
        .satisfies(answer -> assertThat(answer.at()).isEqualTo("2026-03-01T12:00:00Z"));
  }

  @Test
  void flawedRowsAreLeftOutOnlyWhenTheLearnerSaysSo() throws IOException {
    Path file = file(HEADER + "q1,1772366400000,3\nq2,1772366400000,7\n");
    assertThatThrownBy(() -> imports.run(LEARNER, file, false))
        .isInstanceOf(IllegalStateException.class);
    assertThat(history.answers(1)).isEmpty();
    assertThat(imports.run(LEARNER, file, true).added()).isEqualTo(1);
  }

  @Test
  void whatIsNoReviewLogIsDeclined() throws IOException {
    Path file = file("Once upon a time\n");
    assertThat(imports.preview(LEARNER, file))
        .isEqualTo(
            new Preview.Declined(
                new Reading.MissingColumns(
                    List.of("card_id", "review_time", "review_rating"),
                    List.of("Once upon a time"))));
    assertThatThrownBy(() -> imports.run(LEARNER, file, true))
        .isInstanceOf(IllegalStateException.class);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("log.csv"), content);
  }
}
