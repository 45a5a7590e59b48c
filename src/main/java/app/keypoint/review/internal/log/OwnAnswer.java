package app.keypoint.review.internal.log;

import app.keypoint.content.grading.Confidence;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.scheduling.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the log tells of an answer, without the rest of its wide row. */
public record OwnAnswer(
    String questionId,
    Instant at,
    LocalDate studyDay,
    StepKind kind,
    short grade,
    int millis,
    @Nullable LocalDate lastSeenBefore,
    int intervalBefore,
    int lapsesBefore,
    @Nullable Confidence confidence) {

  public PastAnswer toAnswer() {
    return new PastAnswer(
        questionId,
        at,
        studyDay,
        Grade.values()[grade].rating(),
        phase(),
        kind == StepKind.QUIZ ? null : Duration.ofMillis(millis),
        confidence);
  }

  private Phase phase() {
    if (kind == StepKind.PRACTICE) {
      return Phase.PRACTICE;
    }
    if (lastSeenBefore == null) {
      return Phase.NEW;
    }
    if (intervalBefore > 0 && kind != StepKind.DRILL) {
      return Phase.REVIEW;
    }
    return lapsesBefore > 0 || kind == StepKind.DRILL ? Phase.RELEARNING : Phase.LEARNING;
  }
}
