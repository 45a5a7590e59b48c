package app.keypoint.review.internal;

import app.keypoint.review.CardAction;
import app.keypoint.review.Reviewing.Step;
import app.keypoint.review.internal.LogEntry.Kind;
import java.time.LocalDate;

/** What actions do to a card, and what the log calls them. */
final class CardActions {

  private CardActions() {}

  static CardSchedule after(CardAction action, CardSchedule schedule, Moment moment) {
    return switch (action) {
      case BURY -> buried(schedule, moment.today().plusDays(1));
      case SUSPEND -> schedule.suspend();
      case BRING_BACK -> schedule.bringBack(moment.today());
      case START_AFRESH -> schedule.startedAfresh(moment.today(), moment.now());
      case RESET_EASINESS -> schedule.with(moment.scheduler().eased(schedule.memory()));
    };
  }

  /** Never brings forward what comes up later anyway. */
  private static CardSchedule buried(CardSchedule schedule, LocalDate tomorrow) {
    return schedule.comesUp().isBefore(tomorrow) ? schedule.putOffUntil(tomorrow) : schedule;
  }

  static Kind kind(CardAction action) {
    return switch (action) {
      case BURY -> Kind.BURY;
      case SUSPEND -> Kind.SUSPEND;
      case BRING_BACK -> Kind.RESUME;
      case START_AFRESH -> Kind.RESET;
      case RESET_EASINESS -> Kind.EASE;
    };
  }

  static Step step(Kind kind) {
    return switch (kind) {
      case SCHEDULED, DRILL -> Step.ANSWER;
      case PRACTICE -> Step.PRACTICE;
      case BURY -> Step.BURY;
      case SUSPEND -> Step.SUSPEND;
      case RESUME -> Step.BRING_BACK;
      case CATCH_UP -> Step.CATCH_UP;
      case RESET -> Step.START_AFRESH;
      case EASE -> Step.RESET_EASINESS;
      case QUIZ, REPLAY, UNDO -> throw new IllegalArgumentException(kind + " is no step");
    };
  }
}
