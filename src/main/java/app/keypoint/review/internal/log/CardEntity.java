package app.keypoint.review.internal.log;

import app.keypoint.review.CardSnapshot;
import app.keypoint.review.CardState;
import app.keypoint.review.internal.schedule.CardSchedule;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code card}: one question under one learner's review. */
@Entity
@Table(name = "card")
public class CardEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long learnerId;
  String questionId;

  /** Entries in the card's log so far; what a click carries to be recorded once. */
  int version;

  boolean retired;

  /** Derived for the queue's index: never answered, so it waits among the new cards. */
  boolean fresh;

  /** Derived from the two below for the queue's index; null keeps the card out of it. */
  @Nullable LocalDate queueDay;

  @Embedded CardSchedule schedule;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CardEntity() {}

  public CardEntity(long learnerId, String questionId, CardSchedule schedule) {
    this.learnerId = learnerId;
    this.questionId = questionId;
    this.schedule = schedule;
    this.fresh = schedule.fresh();
    this.queueDay = schedule.comesUp();
  }

  /**
   * Moves on by an entry of the log.
   *
   * @throws IllegalArgumentException when the entry is not the card's next
   */
  public void apply(LogEntry entry) {
    if (entry.cardId != id() || entry.cardVersion != version || !entry.before.equals(schedule)) {
      throw new IllegalArgumentException("Not the next entry of card " + id());
    }
    schedule = entry.after;
    fresh = schedule.fresh();
    queueDay = retired || schedule.suspended() ? null : schedule.comesUp();
    version++;
  }

  /** Becomes what its log says: only a check of the data may find that it is not. */
  public void repair(int version, boolean retired, CardSchedule schedule) {
    this.version = version;
    this.retired = retired;
    this.schedule = schedule;
    fresh = schedule.fresh();
    queueDay = retired || schedule.suspended() ? null : schedule.comesUp();
  }

  public long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  public CardSnapshot snapshot() {
    return new CardSnapshot(
        id(),
        version,
        toState(),
        fresh,
        retired,
        schedule.suspended(),
        queueDay,
        schedule.lastSeen());
  }

  CardState toState() {
    return new CardState(
        learnerId,
        questionId,
        schedule.repetitions(),
        schedule.easiness(),
        schedule.intervalDays(),
        schedule.stability(),
        schedule.difficulty(),
        schedule.due(),
        schedule.lastReviewed(),
        schedule.lapses());
  }

  public String questionId() {
    return questionId;
  }

  public CardSchedule schedule() {
    return schedule;
  }

  public boolean retired() {
    return retired;
  }

  public boolean fresh() {
    return fresh;
  }

  public int version() {
    return version;
  }

  public long learnerId() {
    return learnerId;
  }

  public @Nullable LocalDate queueDay() {
    return queueDay;
  }
}
