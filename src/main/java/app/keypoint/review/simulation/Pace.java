package app.keypoint.review.simulation;

import app.keypoint.review.fsrs.Fsrs;
import app.keypoint.review.sm2.Schedule;

/** What a scheduler knows of one card; immutable. */
sealed interface Pace {

  /**
   * @param rating 1..4: again, hard, good, easy
   * @param elapsedDays since the last answer, 0 for a repetition on the same day
   */
  Pace after(int rating, int elapsedDays);

  /** Whether the card comes up again on the same day. */
  boolean today();

  /** Days until the card is due; only for one that does not come up again today. */
  int interval();

  /** SM-2 with its drill: what was graded below 4 comes again until it gets at least 4. */
  record Sm2(Schedule schedule, boolean today) implements Pace {

    static final Sm2 FRESH = new Sm2(Schedule.NEW, true);

    private static final int[] QUALITY = {1, 3, 4, 5};

    @Override
    public Pace after(int rating, int elapsedDays) {
      int q = QUALITY[rating - 1];
      boolean drill = elapsedDays == 0 && schedule.interval() > 0;
      return new Sm2(drill ? schedule : schedule.after(q), q < 4);
    }

    @Override
    public int interval() {
      return schedule.interval();
    }
  }

  /** FSRS with one learning step, as here. */
  record ByFsrs(Fsrs fsrs, app.keypoint.review.fsrs.Schedule schedule) implements Pace {

    @Override
    public Pace after(int rating, int elapsedDays) {
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
