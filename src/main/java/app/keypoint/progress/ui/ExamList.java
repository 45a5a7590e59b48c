package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.day;
import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.practice.Exam;
import app.keypoint.progress.QuizProgress;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Coming exams and what to practise for them today. */
final class ExamList extends Section {

  ExamList(List<Exam> exams, List<QuizProgress> quizzes, LocalDate today) {
    addClassName("card");
    Map<String, QuizProgress> byId =
        quizzes.stream().collect(Collectors.toMap(quiz -> quiz.quiz().id(), Function.identity()));
    UnorderedList list = new UnorderedList();
    list.addClassNames("rows", "exams");
    for (Exam exam : exams) {
      QuizProgress quiz = byId.get(exam.quizId());
      if (quiz != null) {
        list.add(row(exam, quiz, today));
      }
    }
    add(new H2(text("exam.title")), list);
  }

  private static ListItem row(Exam exam, QuizProgress quiz, LocalDate today) {
    Span when = new Span(when(exam, today));
    when.addClassNames("muted", "small");
    Div words = new Div(QuizLinks.page(quiz), when);
    words.addClassName("stacked");
    if (exam.unbegun() > 0) {
      Span unbegun = new Span(text("exam.unbegun", exam.unbegun()));
      unbegun.addClassName("small");
      words.add(unbegun);
    }
    if (exam.suspended() > 0) {
      Span suspended = new Span(text("exam.suspended", exam.suspended()));
      suspended.addClassName("small");
      words.add(suspended);
    }
    ListItem row = new ListItem(words);
    if (exam.today() > 0) {
      Anchor practise =
          new Anchor("practice?exam=" + exam.quizId(), text("exam.practise", exam.today()));
      practise.addClassName("btn");
      row.add(practise);
    } else {
      Span state = new Span(state(exam, today));
      state.addClassNames("muted", "small");
      row.add(state);
    }
    return row;
  }

  private static String when(Exam exam, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, exam.day());
    String when = text("exam.when", day(exam.day()), days);
    return exam.cohort() == null ? when : when + " · " + exam.cohort();
  }

  private static String state(Exam exam, LocalDate today) {
    if (exam.cards() == 0) {
      return "";
    }
    return today.isBefore(exam.practiceFrom())
        ? text("exam.practice-from", day(exam.practiceFrom()))
        : text("exam.seen", exam.seen(), exam.cards());
  }
}
