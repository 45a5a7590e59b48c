package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.identity.Account;
import app.keypoint.practice.Exam;
import app.keypoint.practice.Exams;
import app.keypoint.progress.QuizProgress;
import app.keypoint.review.NewCards;
import app.keypoint.ui.DayPicker;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a learner may plan for a quiz: learn it bit by bit, practise it, prepare it for a day. */
final class QuizPlan extends Section {

  private final QuizProgress quiz;
  private final Account learner;
  private final NewCards newCards;
  private final Exams exams;
  private final LocalDate today;
  private final Runnable onChange;

  /**
   * @param onChange called when the page should show something else than before
   */
  QuizPlan(
      QuizProgress quiz,
      Account learner,
      NewCards newCards,
      Exams exams,
      LocalDate today,
      Runnable onChange) {
    this.quiz = quiz;
    this.learner = learner;
    this.newCards = newCards;
    this.exams = exams;
    this.today = today;
    this.onChange = onChange;
    addClassNames("card", "quiz-plan");
    add(new H2(text("plan.title")));
    daily().ifPresent(this::add);
    if (quiz.cards() > 0) {
      add(practice());
    }
    add(exam());
  }

  private Optional<Div> daily() {
    int waiting = newCards.waiting(learner.id()).getOrDefault(quiz.quiz().id(), 0);
    int open = quiz.quiz().questions().size() - quiz.cards() - waiting;
    if (waiting > 0) {
      return Optional.of(
          row(text("plan.waiting", waiting), button("plan.withdraw", this::withdraw)));
    }
    if (open <= 0) {
      return Optional.of(row(text("plan.all")));
    }
    return quiz.open()
        ? Optional.of(row(text("plan.daily", open), button("plan.add", this::takeUp)))
        : Optional.empty();
  }

  private void takeUp() {
    Notification.show(text("plan.added", newCards.add(learner, quiz.quiz().id())));
    onChange.run();
  }

  private void withdraw() {
    Notification.show(text("plan.withdrawn", newCards.withdraw(learner, quiz.quiz().id())));
    onChange.run();
  }

  private Div practice() {
    Anchor practise = new Anchor("practice?quiz=" + quiz.quiz().id(), text("plan.practise"));
    practise.addClassName("btn");
    return row(text("plan.practice"), practise);
  }

  private Div exam() {
    DayPicker day = new DayPicker(text("plan.exam"), today.plusDays(1), text("plan.exam-past"));
    exams.of(learner).stream()
        .filter(exam -> exam.quizId().equals(quiz.quiz().id()) && exam.cohort() == null)
        .map(Exam::day)
        .findFirst()
        .ifPresent(day::setValue);
    day.addValueChangeListener(change -> name(change.getValue()));
    return row(text("plan.exam-text"), day);
  }

  /** What cannot be read or lies in the past says so at the field. */
  private void name(@Nullable LocalDate day) {
    if (day == null) {
      exams.remove(learner, quiz.quiz().id());
      Notification.show(text("plan.exam-removed"));
    } else if (day.isAfter(today)) {
      exams.set(learner, quiz.quiz().id(), day);
      Notification.show(text("plan.exam-set", Texts.day(day)));
    }
  }

  private static NativeButton button(String key, Runnable onClick) {
    NativeButton button = new NativeButton(text(key), click -> onClick.run());
    button.addClassName("btn");
    return button;
  }

  private static Div row(String words, Component... action) {
    Div row = new Div(new Paragraph(words));
    row.add(action);
    row.addClassName("plan-row");
    return row;
  }
}
