package app.keypoint.quiz.internal;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.Outcome;
import app.keypoint.content.grading.ResponseJson;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code attempt_item}: a question of an attempt, and the answer once there is one. */
@Entity
@Table(name = "attempt_item")
class AttemptItemEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  AttemptEntity attempt;

  int position;
  long questionVersionId;
  String questionId;
  int series;
  String optionOrder;

  @Convert(converter = ResponseJson.class)
  @Nullable Response response;

  @Nullable Double marks;

  @Enumerated(EnumType.STRING)
  Outcome.@Nullable Match match;

  @Nullable Instant answeredAt;

  /** The day that the answer counted to; null for those older than this column. */
  @Nullable LocalDate studyDay;

  @Nullable Integer millis;

  /** How sure the learner said they were; null when they said nothing. */
  @Enumerated(EnumType.STRING)
  @Nullable Confidence confidence;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AttemptItemEntity() {}

  AttemptItemEntity(
      AttemptEntity attempt, int position, QuestionVersion version, List<String> optionOrder) {
    this.attempt = attempt;
    this.position = position;
    this.questionVersionId = version.id();
    this.questionId = version.question().id();
    this.series = version.series();
    this.optionOrder = String.join(",", optionOrder);
  }

  List<String> optionOrder() {
    return optionOrder.isEmpty() ? List.of() : List.of(optionOrder.split(","));
  }

  void answer(
      Response given,
      Outcome outcome,
      Instant at,
      LocalDate day,
      Duration timeTaken,
      @Nullable Confidence said) {
    confidence = said;
    answeredAt = at;
    studyDay = day;
    millis = (int) Math.clamp(timeTaken.toMillis(), 0, Integer.MAX_VALUE);
    grade(given, outcome);
  }

  /** Also regrades an answer that was overruled. */
  void grade(Response given, Outcome outcome) {
    response = given;
    marks = outcome.marks();
    match = outcome.match();
  }

  double marksOrZero() {
    return marks == null ? 0 : marks;
  }
}
