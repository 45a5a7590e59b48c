package app.keypoint.insight.simulation;

import app.keypoint.scheduling.Fsrs;
import app.keypoint.scheduling.FsrsState;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Sm2;

/** What a scheduler knows of one card; immutable. */
sealed interface SchedulerState {

  /**
   * @param rating 1..4: again, hard, good, easy
   * @param elapsedDays since the last answer, 0 for a repetition on the same day
   */
  SchedulerState after(int rating, int elapsedDays);

  /** Whether the card comes up again on the same day. */
  boolean today();

  /** Days until the card is due; only for one that does not come up again today. */
  int interval();

  /** SM-2 with its drill: what was graded below 4 comes again until it gets at least 4. */
  record BySm2(Sm2 schedule, boolean today) implements SchedulerState {

    static final BySm2 FRESH = new BySm2(Sm2.NEW, true);

    @Override
    public SchedulerState after(int rating, int elapsedDays) {
      Grade grade = Grade.ofRating(rating);
      boolean drill = elapsedDays == 0 && schedule.interval() > 0;
      return new BySm2(drill ? schedule : schedule.after(grade.q()), !grade.endsDrill());
    }

    @Override
    public int interval() {
      return schedule.interval();
    }
  }

  /** FSRS with one learning step, as here. */
  record ByFsrs(Fsrs fsrs, FsrsState schedule) implements SchedulerState {

    @Override
    public SchedulerState after(int rating, int elapsedDays) {
      return new ByFsrs(fsrs, fsrs.after(schedule, rating, elapsedDays));
    }

    @Override
    public boolean today() {
      return schedule.stepsLeft() > 0;
    }

    @Override
    public int interval() {
      return schedule.interval();
    }
  }
}
