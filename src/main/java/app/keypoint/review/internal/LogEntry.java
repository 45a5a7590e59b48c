package app.keypoint.review.internal;

import app.keypoint.review.Grade;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code review_log}, the append-only truth that every other figure follows from. */
@Entity
@Immutable
@Table(name = "review_log")
class LogEntry {

  /** What happened to the card. */
  enum Kind {
    /** First answer, given in a quiz. */
    QUIZ,
    SCHEDULED,
    DRILL,
    BURY,
    SUSPEND,
    RESUME,
    UNDO;

    boolean answer() {
      return this == SCHEDULED || this == DRILL;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long learnerId;
  long cardId;

  /** The card's version before; unique per card, so that one click is one entry. */
  int cardVersion;

  Instant at;
  LocalDate studyDay;

  @Enumerated(EnumType.STRING)
  Kind kind;

  /** SM-2's q; null unless this is an answer. */
  @Nullable Short grade;

  /** From showing the question to answering it, in milliseconds. */
  int millis;

  /** The entry that an UNDO takes back. */
  @Nullable Long undoes;

  @Embedded
  @EmbeddedColumnNaming("before_%s")
  CardSchedule before;

  @Embedded
  @EmbeddedColumnNaming("after_%s")
  CardSchedule after;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected LogEntry() {}

  LogEntry(
      CardEntity card,
      int cardVersion,
      Instant at,
      LocalDate studyDay,
      Kind kind,
      @Nullable Grade grade,
      int millis,
      @Nullable Long undoes,
      CardSchedule before) {
    this.learnerId = card.learnerId;
    this.cardId = card.id();
    this.cardVersion = cardVersion;
    this.at = at;
    this.studyDay = studyDay;
    this.kind = kind;
    this.grade = grade == null ? null : (short) grade.q();
    this.millis = millis;
    this.undoes = undoes;
    this.before = before;
    this.after = card.schedule;
  }

  Grade grade() {
    if (grade == null) {
      throw new IllegalStateException("Not an answer: " + kind);
    }
    return Grade.values()[grade];
  }
}
