package app.keypoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Asks for a day and a time of it, in a person's own zone. */
public class MomentPicker extends Div {

  private static final Duration STEP = Duration.ofMinutes(15);

  private final DayPicker day;
  private final TimePicker time = new TimePicker();
  private final ZoneId zone;
  private final LocalTime usual;

  /**
   * @param usual the time of a day without one
   */
  public MomentPicker(String label, ZoneId zone, LocalTime usual) {
    this.zone = zone;
    this.usual = usual;
    day = new DayPicker(label);
    time.setLabel(getTranslation("ui.moment.time"));
    time.setStep(STEP);
    time.setLocale(getLocale());
    time.setPlaceholder(usual.toString());
    addClassName("moment");
    add(day, time);
  }

  /** The moment; null when no day is chosen. */
  public @Nullable Instant getValue() {
    LocalDate chosen = day.getValue();
    if (chosen == null) {
      return null;
    }
    LocalTime at = time.getValue();
    return chosen.atTime(at == null ? usual : at).atZone(zone).toInstant();
  }

  /** Shows a moment, or with null none. */
  public void setValue(@Nullable Instant moment) {
    if (moment == null) {
      day.clear();
      time.clear();
      return;
    }
    ZonedDateTime local = moment.atZone(zone);
    day.setValue(local.toLocalDate());
    time.setValue(local.toLocalTime());
  }

  /** Whether what was typed is neither a day nor nothing, or no time. */
  public boolean isInvalid() {
    return day.isInvalid() || time.isInvalid();
  }

  /** Says at the day what is wrong, and puts the cursor there. */
  public void refuse(String message) {
    Alerts.at(day, message);
  }
}
