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
import java.time.Duration;
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
    /** Leaves the schedule alone. */
    PRACTICE,
    BURY,
    SUSPEND,
    /** Back from being buried, put off or suspended. */
    RESUME,
    /** Put off to a later day by catching up. */
    CATCH_UP,
    /** Started afresh. */
    RESET,
    /** Easiness or difficulty as of a new card. */
    EASE,
    /** Scheduled anew from its log, by another scheduler or with a past from elsewhere. */
    REPLAY,
    UNDO;

    /** Given in a review. */
    boolean answer() {
      return this == SCHEDULED || this == DRILL || this == PRACTICE;
    }

    /** Taken out of the queue by an answer. */
    boolean queueAnswer() {
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

  /** Whether the learner called an unaccepted typed answer right. */
  boolean overruled;

  /** The entry that an UNDO takes back. */
  @Nullable Long undoes;

  /** The first entry of the step that this is part of; null when this is the first or the only. */
  @Nullable Long partOf;

  @Embedded
  @EmbeddedColumnNaming("before_%s")
  CardSchedule before;

  @Embedded
  @EmbeddedColumnNaming("after_%s")
  CardSchedule after;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected LogEntry() {}

  private LogEntry(CardEntity card, CardSchedule after, Kind kind, Instant at, LocalDate studyDay) {
    this.learnerId = card.learnerId;
    this.cardId = card.id();
    this.kind = kind;
    this.at = at;
    this.studyDay = studyDay;
    this.before = card.schedule;
    this.cardVersion = card.moveTo(after);
    this.after = after;
  }

  /** Moves a card by an answer and tells of it. */
  static LogEntry answer(
      CardEntity card, CardSchedule after, Kind kind, Answered answered, LocalDate studyDay) {
    LogEntry entry = new LogEntry(card, after, kind, answered.at(), studyDay);
    entry.grade = (short) answered.grade().q();
    entry.millis = (int) answered.timeTaken().toMillis();
    entry.overruled = answered.overruled();
    return entry;
  }

  /** Moves a card otherwise and tells of it. */
  static LogEntry step(
      CardEntity card, CardSchedule after, Kind kind, Instant at, LocalDate studyDay) {
    return new LogEntry(card, after, kind, at, studyDay);
  }

  /** Puts a card back to where it was before an entry and tells of it. */
  static LogEntry undo(CardEntity card, LogEntry undone, Instant at, LocalDate studyDay) {
    LogEntry entry = new LogEntry(card, undone.before, Kind.UNDO, at, studyDay);
    entry.undoes = undone.id();
    return entry;
  }

  /**
   * How a question was answered.
   *
   * @param overruled whether the learner called an unaccepted typed answer right
   */
  record Answered(Instant at, Grade grade, Duration timeTaken, boolean overruled) {}

  long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  /** In words, for whoever looks for what explains a figure. */
  String describe() {
    return "entry %d: %s%s, version %d, %s"
        .formatted(id(), kind, grade == null ? "" : " " + grade(), cardVersion, at);
  }

  Grade grade() {
    if (grade == null) {
      throw new IllegalStateException("Not an answer: " + kind);
    }
    return Grade.values()[grade];
  }
}
