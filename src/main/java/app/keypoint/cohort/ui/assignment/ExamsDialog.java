package app.keypoint.cohort.ui.assignment;

import app.keypoint.cohort.CohortExams;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.DayPicker;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names the days for which a cohort prepares quizzes. */
public class ExamsDialog extends Dialog {

  private final CohortExams exams;
  private final long instructorId;
  private final long cohortId;
  private final Runnable changed;
  private final List<Row> rows;

  /**
   * @param before the day as it was; null when there was none to come
   */
  private record Row(String quizId, DayPicker day, @Nullable LocalDate before) {}

  /**
   * @param today the instructor's
   * @param changed called after a change that the screen behind should show
   */
  public ExamsDialog(
      CohortExams exams,
      long instructorId,
      long cohortId,
      List<Quiz> quizzes,
      LocalDate today,
      Runnable changed) {
    this.exams = exams;
    this.instructorId = instructorId;
    this.cohortId = cohortId;
    this.changed = changed;
    Map<String, LocalDate> days = exams.of(instructorId, cohortId);
    rows = quizzes.stream().map(quiz -> row(quiz, days.get(quiz.id()), today)).toList();
    setHeaderTitle(getTranslation("cohort.exams"));
    setWidth("480px");
    Paragraph about = new Paragraph(getTranslation("cohort.exams.about"));
    about.addClassNames("muted", "small");
    Div fields = new Div();
    fields.addClassNames("stack", "exam-days");
    rows.forEach(row -> fields.add(row.day));
    add(about, fields);
    Button save = new Button(getTranslation("cohort.save"), click -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), save);
  }

  /** An exam that is over leaves its field empty, ready for the next. */
  private Row row(Quiz quiz, @Nullable LocalDate day, LocalDate today) {
    DayPicker picker =
        new DayPicker(
            QuizTexts.title(quiz), today.plusDays(1), getTranslation("cohort.exams.too-early"));
    picker.setWidthFull();
    if (day == null) {
      return new Row(quiz.id(), picker, null);
    }
    if (day.isAfter(today)) {
      picker.setValue(day);
      return new Row(quiz.id(), picker, day);
    }
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(getLocale());
    picker.setHelperText(
        day.equals(today)
            ? getTranslation("cohort.exams.today")
            : getTranslation("cohort.exams.past", format.format(day)));
    return new Row(quiz.id(), picker, null);
  }

  /** Saves all or, when a field is in error, none. */
  private void save() {
    for (Row row : rows) {
      if (row.day.isInvalid()) {
        row.day.focus();
        return;
      }
    }
    if (rows.stream().allMatch(this::saved)) {
      close();
      changed.run();
    }
  }

  private boolean saved(Row row) {
    LocalDate day = row.day.getValue();
    if (Objects.equals(day, row.before)) {
      return true;
    }
    if (day == null) {
      exams.remove(instructorId, cohortId, row.quizId);
      return true;
    }
    try {
      exams.set(instructorId, cohortId, row.quizId, day);
      return true;
    } catch (IllegalArgumentException e) { // midnight passed while the dialog was open
      Alerts.at(row.day, getTranslation("cohort.exams.too-early"));
      return false;
    }
  }
}
