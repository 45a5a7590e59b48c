package app.keypoint.progress.internal;

import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.DayActivity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that "Export my data" gives. Its own records rather than the services', so that those
 * may change without changing what learners have saved.
 */
record LearnerExport(
    String format,
    LocalDate studyDay,
    List<QuizEntry> quizzes,
    List<CardEntry> cards,
    List<DayEntry> days) {

  private static final String FORMAT = "keypoint-progress-1";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  record QuizEntry(String quiz, int attempts, @Nullable Double best, @Nullable Instant lastSaved) {}

  /** Easiness under SM-2, difficulty and stability under FSRS. */
  record CardEntry(
      String question,
      int repetitions,
      @Nullable Double easiness,
      @Nullable Double difficulty,
      @Nullable Double stability,
      int intervalDays,
      LocalDate due,
      @Nullable LocalDate lastReviewed,
      int lapses) {}

  /**
   * @param confidence by what the learner said, in the words of {@link Confidence}; null when they
   *     said nothing
   */
  record DayEntry(
      LocalDate day,
      int answers,
      int reviews,
      int remembered,
      double seconds,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Said> confidence) {}

  record Said(int answers, int right) {}

  /** Writes the file and leaves the stream open. */
  static void write(
      OutputStream target,
      LocalDate today,
      Collection<QuizStanding> standings,
      Collection<CardState> cards,
      Collection<DayActivity> days) {
    LearnerExport export =
        new LearnerExport(
            FORMAT,
            today,
            standings.stream().map(LearnerExport::entry).toList(),
            cards.stream().map(LearnerExport::entry).toList(),
            days.stream().map(LearnerExport::entry).toList());
    JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(target, export);
  }

  private static QuizEntry entry(QuizStanding quiz) {
    return new QuizEntry(quiz.quizId(), quiz.finished(), quiz.best(), quiz.savedAt());
  }

  private static CardEntry entry(CardState card) {
    return new CardEntry(
        card.questionId(),
        card.repetitions(),
        card.byFsrs() ? null : card.easiness() / 100.0,
        card.byFsrs() ? card.difficulty() : null,
        card.byFsrs() ? card.stability() : null,
        card.intervalDays(),
        card.due(),
        card.lastReviewed(),
        card.lapses());
  }

  private static DayEntry entry(DayActivity day) {
    return new DayEntry(
        day.day(),
        day.answers(),
        day.retention().reviews(),
        day.retention().remembered(),
        day.timeTaken().toMillis() / 1000.0,
        said(day.confidence()));
  }

  private static @Nullable Map<String, Said> said(ConfidenceTally tally) {
    if (tally.answers() == 0) {
      return null;
    }
    Map<String, Said> said = new LinkedHashMap<>();
    for (Confidence confidence : Confidence.values()) {
      said.put(
          confidence.name().toLowerCase(Locale.ROOT),
          new Said(tally.answers(confidence), tally.right(confidence)));
    }
    return said;
  }
}
