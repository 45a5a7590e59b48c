package app.keypoint.review.internal.log;

import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.scheduling.Grade;
import jakarta.persistence.Convert;
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

/**
 * A row of {@code review_log}, the append-only truth that every other figure follows from. Making
 * one changes nothing: {@link LogWriter} appends it and applies it to its card.
 */
@Entity
@Immutable
@Table(name = "review_log")
public class LogEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long learnerId;
  long cardId;

  /** The card's version before; unique per card, so that one click is one entry. */
  int cardVersion;

  Instant at;
  LocalDate studyDay;

  /** The learner's step that this is part of; it is undone as a whole. */
  long step;

  @Enumerated(EnumType.STRING)
  StepKind kind;

  /** SM-2's q; null unless this is an answer. */
  @Nullable Short grade;

  /** From showing the question to answering it, in milliseconds. */
  int millis;

  /** Whether the learner called an unaccepted typed answer right. */
  boolean overruled;

  /** The entry that an UNDO takes back. */
  @Nullable Long undoes;

  /** The version of the question that was asked; null for entries older than this column. */
  @Nullable Long questionVersionId;

  /** What was answered; null for entries older than this column. */
  @Convert(converter = ResponseJson.class)
  @Nullable Response response;

  /** How sure the learner said they were; null when they said nothing. */
  @Enumerated(EnumType.STRING)
  @Nullable Confidence confidence;

  @Embedded
  @EmbeddedColumnNaming("before_%s")
  CardSchedule before;

  @Embedded
  @EmbeddedColumnNaming("after_%s")
  CardSchedule after;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected LogEntry() {}

  private LogEntry(Step step, CardEntity card, StepKind kind, CardSchedule after) {
    this.learnerId = card.learnerId;
    this.cardId = card.id();
    this.cardVersion = card.version;
    this.step = step.number();
    this.at = step.at();
    this.studyDay = step.day();
    this.kind = kind;
    this.before = card.schedule;
    this.after = after;
  }

  /** Of an answer to a card as it is. */
  public static LogEntry answer(
      Step step, CardEntity card, StepKind kind, Answered answered, CardSchedule after) {
    LogEntry entry = new LogEntry(step, card, kind, after);
    entry.grade = (short) answered.grade().q();
    entry.millis = (int) answered.timeTaken().toMillis();
    entry.overruled = answered.response() instanceof Response.Typed typed && typed.overruled();
    entry.questionVersionId = answered.questionVersion();
    entry.response = answered.response();
    entry.confidence = answered.confidence();
    return entry;
  }

  /** Of anything else that happens to a card as it is. */
  public static LogEntry of(Step step, CardEntity card, StepKind kind, CardSchedule after) {
    return new LogEntry(step, card, kind, after);
  }

  /** Of putting a card back to where it was before an entry. */
  public static LogEntry undo(Step step, CardEntity card, LogEntry undone) {
    LogEntry entry = new LogEntry(step, card, StepKind.UNDO, undone.before);
    entry.undoes = undone.id();
    return entry;
  }

  /**
   * How a question was answered.
   *
   * @param questionVersion the version that was asked, or null where another log holds it
   * @param response null likewise
   * @param confidence how sure the learner said they were, or null
   */
  public record Answered(
      Grade grade,
      Duration timeTaken,
      @Nullable Long questionVersion,
      @Nullable Response response,
      @Nullable Confidence confidence) {

    /** In a quiz, whose attempt holds what was asked and answered. */
    public static Answered inQuiz(Grade grade, @Nullable Confidence confidence) {
      return new Answered(grade, Duration.ZERO, null, null, confidence);
    }
  }

  public long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  /** In words, for whoever looks for what explains a figure. */
  public String describe() {
    return "entry %d: %s%s, version %d, %s"
        .formatted(id(), kind, grade == null ? "" : " " + grade(), cardVersion, at);
  }

  public Grade grade() {
    if (grade == null) {
      throw new IllegalStateException("Not an answer: " + kind);
    }
    return Grade.values()[grade];
  }

  public long cardId() {
    return cardId;
  }

  /** The card's version before. */
  public int cardVersion() {
    return cardVersion;
  }

  /** The entry that this one takes back; null unless it is an undo. */
  public @Nullable Long undoes() {
    return undoes;
  }

  /** What was answered; null for old entries and for what is no answer. */
  public @Nullable Response response() {
    return response;
  }

  public CardSchedule before() {
    return before;
  }

  public StepKind kind() {
    return kind;
  }

  public boolean overruled() {
    return overruled;
  }

  public long learnerId() {
    return learnerId;
  }

  public LocalDate studyDay() {
    return studyDay;
  }

  public CardSchedule after() {
    return after;
  }

  public Instant at() {
    return at;
  }

  public long step() {
    return step;
  }

  /** The grade of an answer; null of anything else. */
  public @Nullable Grade gradeOrNull() {
    return grade == null ? null : grade();
  }
}
