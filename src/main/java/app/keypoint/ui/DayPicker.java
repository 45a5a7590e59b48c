package app.keypoint.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asks for a day, in the reader's language; written as 2026-12-03, which no country misreads. */
public class DayPicker extends DatePicker {

  /**
   * @param earliest an earlier day is an error at the field
   * @param tooEarly what that error says
   */
  public DayPicker(String label, LocalDate earliest, String tooEarly) {
    this(label);
    setMin(earliest);
    getI18n().setMinErrorMessage(tooEarly);
  }

  /** Any day. */
  public DayPicker(String label) {
    super(label);
    setPlaceholder(getTranslation("ui.day-picker.format"));
    setClearButtonVisible(true);
    setI18n(
        new DatePickerI18n()
            .setMonthNames(
                Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()))
                    .toList())
            .setWeekdays(weekdays(TextStyle.FULL_STANDALONE))
            .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE))
            .setFirstDayOfWeek(1)
            .setDateFormat("yyyy-MM-dd")
            .setToday(getTranslation("ui.day-picker.today"))
            .setCancel(getTranslation("ui.day-picker.cancel"))
            .setBadInputErrorMessage(getTranslation("ui.day-picker.unreadable")));
  }

  /** From Sunday, as the component wants them. */
  private List<String> weekdays(TextStyle style) {
    return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
        .limit(7)
        .map(day -> day.getDisplayName(style, getLocale()))
        .toList();
  }
}
