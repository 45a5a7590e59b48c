package app.keypoint.cohort.ui;

import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.component.Component;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long ago something was, in days of the one who looks. */
public record Ago(StudyCalendar calendar, Instant now) {

  /** "today", "yesterday", "6 days ago", or that it never was. */
  public String words(Component in, @Nullable Instant instant) {
    if (instant == null) {
      return in.getTranslation("cohort.never");
    }
    long days = calendar.dayOf(now).toEpochDay() - calendar.dayOf(instant).toEpochDay();
    return in.getTranslation("cohort.days-ago", days);
  }
}
