package app.keypoint.identity;

import app.keypoint.time.StudyCalendar;
import java.time.Instant;

/** Published in the transaction in which a learner moves to another zone or rollover hour. */
public record CalendarChanged(
    long accountId, StudyCalendar before, StudyCalendar after, Instant at) {}
