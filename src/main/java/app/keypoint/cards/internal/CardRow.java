package app.keypoint.cards.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a list shows of a row of {@code card}; {@code review} alone writes them (ADR 141). */
@Entity
@Immutable
@Table(name = "card")
class CardRow {

  @Id long id;
  long learnerId;
  String questionId;
  boolean retired;
  boolean fresh;
  boolean suspended;
  @Nullable LocalDate queueDay;
  LocalDate due;
  LocalDate comesUp;
  @Nullable LocalDate lastSeen;
  int intervalDays;
  int easiness;
  double difficulty;
  double stability;
  int lapses;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CardRow() {}
}
