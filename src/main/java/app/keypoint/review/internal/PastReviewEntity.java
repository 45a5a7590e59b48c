package app.keypoint.review.internal;

import app.keypoint.review.PastAnswer;
import app.keypoint.review.PastAnswer.Phase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code past_review}: an answer brought from elsewhere. */
@Entity
@Immutable
@Table(name = "past_review")
class PastReviewEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long learnerId;

  /** A question's id, or another program's name of a card. */
  String card;

  Instant at;
  LocalDate studyDay;

  /** 1..4. */
  short rating;

  @Enumerated(EnumType.STRING)
  @Nullable Phase phase;

  @Nullable Integer millis;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected PastReviewEntity() {}

  PastReviewEntity(long learnerId, PastAnswer answer) {
    this.learnerId = learnerId;
    this.card = answer.card();
    this.at = answer.at();
    this.studyDay = answer.studyDay();
    this.rating = (short) answer.rating();
    this.phase = answer.phase();
    Duration taken = answer.timeTaken();
    this.millis = taken == null ? null : (int) Math.clamp(taken.toMillis(), 0, Integer.MAX_VALUE);
  }

  PastAnswer toAnswer() {
    return new PastAnswer(
        card, at, studyDay, rating, phase, millis == null ? null : Duration.ofMillis(millis));
  }
}
