package app.keypoint.review.internal.log;

import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.Retention;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalDate;

/** A row of {@code learner_day}: the counters of one learner's study day. */
@Entity
@Table(name = "learner_day")
@IdClass(LearnerDayEntity.Key.class)
public class LearnerDayEntity {

  public record Key(long learnerId, LocalDate studyDay) {}

  @Id long learnerId;
  @Id LocalDate studyDay;

  /** Answers in reviews, drill and practice included, and in quizzes. */
  int answers;

  /** Review answers after which the card left the day's queue. */
  int cleared;

  /** Due cards asked, in the queue or in practice, each counted at its first answer of the day. */
  int dueDone;

  /** New cards begun. */
  int introduced;

  /** Scheduled answers of cards that had been learned. */
  int reviews;

  /** Those of them with a grade of 3 or more. */
  int remembered;

  /** Time taken by review answers, in milliseconds. */
  long millis;

  /** The part of it that answers of the day's queue took, practice and imports left out. */
  long queueMillis;

  /** Answers given with each confidence, and how many of them were right. */
  int sure;

  int sureRight;
  int thinkSo;
  int thinkSoRight;
  int guess;
  int guessRight;

  /** Of {@link #answers}, {@link #reviews} and so on those that were brought from elsewhere. */
  int broughtAnswers;

  int broughtReviews;
  int broughtRemembered;
  long broughtMillis;

  /** Cut short by a move to another zone, so it breaks no streak. */
  boolean bridged;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected LearnerDayEntity() {}

  public DayCount counts() {
    return new DayCount(
        answers,
        cleared,
        dueDone,
        introduced,
        reviews,
        remembered,
        millis,
        queueMillis,
        confidence(),
        new ImportedCount(broughtAnswers, broughtReviews, broughtRemembered, broughtMillis));
  }

  private ConfidenceTally confidence() {
    return new ConfidenceTally(sure, sureRight, thinkSo, thinkSoRight, guess, guessRight);
  }

  public DayActivity toActivity() {
    return new DayActivity(
        studyDay,
        answers,
        cleared,
        new Retention(remembered, reviews),
        Duration.ofMillis(millis),
        Duration.ofMillis(queueMillis),
        confidence(),
        new DayActivity.Brought(
            broughtAnswers,
            new Retention(broughtRemembered, broughtReviews),
            Duration.ofMillis(broughtMillis)));
  }

  public int introduced() {
    return introduced;
  }

  public int cleared() {
    return cleared;
  }

  public int dueDone() {
    return dueDone;
  }

  public LocalDate studyDay() {
    return studyDay;
  }
}
