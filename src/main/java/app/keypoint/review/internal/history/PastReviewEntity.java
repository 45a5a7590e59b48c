package app.keypoint.review.internal.history;

import app.keypoint.content.grading.Confidence;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code past_review}: an answer brought from elsewhere. Written by {@link PastAnswers}.
 */
@Entity
@Immutable
@Table(name = "past_review")
@IdClass(PastReviewEntity.Key.class)
public class PastReviewEntity {

  public record Key(long learnerId, String card, Instant at) {}

  @Id long learnerId;

  /** A question's id, or another program's name of a card. */
  @Id String card;

  @Id Instant at;
  LocalDate studyDay;

  /** 1..4. */
  short rating;

  @Enumerated(EnumType.STRING)
  @Nullable Phase phase;

  @Nullable Integer millis;

  @Enumerated(EnumType.STRING)
  @Nullable Confidence confidence;

  /** The import that it came with. */
  long importId;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected PastReviewEntity() {}

  public PastAnswer toAnswer() {
    return new PastAnswer(
        card,
        at,
        studyDay,
        rating,
        phase,
        millis == null ? null : Duration.ofMillis(millis),
        confidence);
  }

  public String card() {
    return card;
  }
}
