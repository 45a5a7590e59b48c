package app.keypoint.cohort.ui.assignment;

import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Overview;
import app.keypoint.cohort.Assignments.Terms;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.time.StudyCalendar;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.DayPicker;
import app.keypoint.ui.MomentPicker;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Assigns a quiz or changes its terms. */
class AssignDialog extends Dialog {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(23, 45);

  private final Select<Quiz> quiz = new Select<>();
  private final MomentPicker opens;
  private final MomentPicker due;
  private final IntegerField wanted = new IntegerField();
  private final DayPicker exam;
  private final Map<String, LocalDate> days;
  private final LocalDate today;
  private final BiConsumer<String, Terms> save;
  private final BiConsumer<String, @Nullable LocalDate> prepareFor;
  private final Runnable done;

  /**
   * @param present what is changed; null for a new one
   * @param days of coming exams by quiz id
   * @param calendar the instructor's
   * @param prepareFor called with the day of the exam on the quiz, null for none, after the terms
   * @param done called when all of it is saved
   */
  AssignDialog(
      Overview overview,
      @Nullable Assignment present,
      Map<String, LocalDate> days,
      StudyCalendar calendar,
      Instant now,
      BiConsumer<String, Terms> save,
      BiConsumer<String, @Nullable LocalDate> prepareFor,
      Runnable done) {
    this.days = days;
    this.save = save;
    this.prepareFor = prepareFor;
    this.done = done;
    ZoneId zone = calendar.zone();
    today = calendar.dayOf(now);
    setHeaderTitle(
        present == null ? getTranslation("cohort.assign.new") : QuizTexts.title(present.quiz()));
    setWidth("480px");
    opens = new MomentPicker(getTranslation("cohort.assign.opens-at"), zone, MORNING);
    due = new MomentPicker(getTranslation("cohort.assign.due-at"), zone, EVENING);
    exam =
        new DayPicker(
            getTranslation("cohort.assign.exam-day"),
            today.plusDays(1),
            getTranslation("cohort.exams.too-early"));
    exam.setWidthFull();
    wanted.setLabel(getTranslation("cohort.assign.wanted-share"));
    wanted.setHelperText(getTranslation("cohort.assign.wanted-share.about"));
    wanted.setMin(1);
    wanted.setMax(100);
    Paragraph about = new Paragraph(getTranslation("cohort.assign.about", name(zone)));
    about.addClassNames("muted", "small");
    Div fields = new Div();
    fields.addClassNames("stack", "exam-days");
    if (present == null) {
      fields.add(quiz(overview));
    } else {
      quiz.setItems(present.quiz());
      quiz.setValue(present.quiz());
      opens.setValue(present.terms().opens());
      due.setValue(present.terms().due());
      Double share = present.terms().wanted();
      wanted.setValue(share == null ? null : (int) Math.round(100 * share));
    }
    fields.add(due, opens, wanted);
    // What is not for the members any more can be changed, but not be prepared for.
    if (present == null
        || overview.quizzes().stream().anyMatch(each -> each.id().equals(present.quiz().id()))) {
      fields.add(exam);
    }
    quiz.addValueChangeListener(change -> showExam());
    showExam();
    add(about, fields);
    Button button = new Button(getTranslation("cohort.save"), click -> save());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), button);
  }

  /** Without a letter for what nobody calls by it. */
  private String name(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC)
        ? "UTC"
        : zone.getDisplayName(TextStyle.FULL, getLocale());
  }

  /** Those that are not assigned yet. */
  private Select<Quiz> quiz(Overview overview) {
    List<String> assigned = overview.assignments().stream().map(each -> each.quiz().id()).toList();
    List<Quiz> open =
        overview.quizzes().stream().filter(each -> !assigned.contains(each.id())).toList();
    quiz.setLabel(getTranslation("cohort.statistics.quiz"));
    quiz.setItems(open);
    quiz.setItemLabelGenerator(QuizTexts::title);
    open.stream().findFirst().ifPresent(quiz::setValue);
    return quiz;
  }

  /** Today's is shown in words alone: it cannot be chosen any more. */
  private void showExam() {
    LocalDate day = quiz.getValue() == null ? null : days.get(quiz.getValue().id());
    boolean ahead = day != null && day.isAfter(today);
    exam.setValue(ahead ? day : null);
    exam.setHelperText(
        getTranslation(
            day == null || ahead ? "cohort.assign.exam-day.about" : "cohort.exams.today"));
  }

  private void save() {
    Quiz chosen = quiz.getValue();
    if (chosen == null
        || opens.isInvalid()
        || due.isInvalid()
        || wanted.isInvalid()
        || exam.isInvalid()) {
      return;
    }
    Instant until = due.getValue();
    Instant from = opens.getValue();
    if (until == null) {
      due.refuse(getTranslation("cohort.assign.due.required"));
      return;
    }
    if (from != null && !from.isBefore(until)) {
      opens.refuse(getTranslation("cohort.assign.opens.late"));
      return;
    }
    Integer share = wanted.getValue();
    try {
      save.accept(chosen.id(), new Terms(from, until, share == null ? null : share / 100.0));
    } catch (IllegalArgumentException e) {
      due.refuse(getTranslation("cohort.assign.due.past"));
      return;
    }
    if (prepared(chosen.id())) {
      close();
      done.run();
    }
  }

  private boolean prepared(String quizId) {
    LocalDate day = exam.getValue();
    LocalDate before = days.get(quizId);
    if (day == null && before != null && !before.isAfter(today)) {
      return true; // Today's stays.
    }
    try {
      prepareFor.accept(quizId, day);
      return true;
    } catch (IllegalArgumentException e) { // midnight passed while the dialog was open
      Alerts.at(exam, getTranslation("cohort.exams.too-early"));
      return false;
    }
  }
}
