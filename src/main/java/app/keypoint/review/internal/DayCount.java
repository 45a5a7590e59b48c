package app.keypoint.review.internal;

import app.keypoint.review.internal.LogEntry.Kind;

/** What an entry of the log adds to the counters of its study day; an undo takes the same away. */
record DayCount(int answers, int cleared, int reviews, int remembered, long millis) {

  /** An answer in a quiz. */
  static final DayCount QUIZ_ANSWER = new DayCount(1, 0, 0, 0, 0);

  /** Source: the definitions of retention and activity in {@link LearnerDayEntity}. */
  static DayCount of(LogEntry entry) {
    if (!entry.kind.answer()) {
      return new DayCount(0, 0, 0, 0, 0);
    }
    boolean learned = entry.kind == Kind.SCHEDULED && entry.before.intervalDays() > 0;
    return new DayCount(
        1,
        entry.after.comesUp().isAfter(entry.studyDay) ? 1 : 0,
        learned ? 1 : 0,
        learned && !entry.grade().lapse() ? 1 : 0,
        entry.millis);
  }

  DayCount negated() {
    return new DayCount(-answers, -cleared, -reviews, -remembered, -millis);
  }

  boolean isZero() {
    return answers == 0;
  }
}
