package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.progress.QuizProgress;
import app.keypoint.quiz.AssignedQuizzes.Assigned;
import app.keypoint.quiz.Deadline;
import app.keypoint.quiz.Deadline.State;
import app.keypoint.time.StudyCalendar;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the learner's cohorts ask for, with its time in the learner's own zone. */
final class AssignedList extends Section {

  private final StudyCalendar calendar;
  private final Instant now;

  /**
   * @param assigned of these quizzes only
   */
  AssignedList(
      List<Assigned> assigned, List<QuizProgress> quizzes, StudyCalendar calendar, Instant now) {
    this.calendar = calendar;
    this.now = now;
    addClassName("card");
    Map<String, QuizProgress> byId =
        quizzes.stream().collect(Collectors.toMap(quiz -> quiz.quiz().id(), Function.identity()));
    UnorderedList list = new UnorderedList();
    list.addClassNames("rows", "exams");
    assigned.forEach(each -> list.add(row(each, Objects.requireNonNull(byId.get(each.quizId())))));
    add(new H2(text("assigned.title")), list);
  }

  private ListItem row(Assigned assigned, QuizProgress quiz) {
    Deadline deadline = assigned.deadline();
    State state = deadline.state(now);
    Span when = new Span(when(deadline, state) + " · " + assigned.cohort());
    when.addClassNames("muted", "small");
    Div words = new Div(QuizLinks.page(quiz), when);
    words.addClassName("stacked");
    Double wanted = deadline.wanted();
    if (wanted != null && deadline.done() == null) {
      Span share = new Span(text("assigned.wanted", wanted));
      share.addClassName("small");
      words.add(share);
    }
    return switch (state) {
      case LATE -> withAction(tagged(words, "late", Tag.Kind.BAD), quiz);
      case OPEN, AHEAD -> withAction(words, quiz);
      case DONE -> new ListItem(words, new Tag(text("assigned.done"), Tag.Kind.OK));
      case DONE_LATE -> new ListItem(words, new Tag(text("assigned.done-late"), Tag.Kind.WARN));
    };
  }

  private static ListItem withAction(Div words, QuizProgress quiz) {
    ListItem row = new ListItem(words);
    QuizLinks.action(quiz).ifPresent(row::add);
    return row;
  }

  private static Div tagged(Div words, String key, Tag.Kind kind) {
    words.add(new Div(new Tag(text("assigned." + key), kind)));
    return words;
  }

  private String when(Deadline deadline, State state) {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Texts.locale())
            .withZone(calendar.zone());
    String due = format.format(deadline.due());
    long days = days(now, deadline.due());
    return switch (state) {
      case LATE -> text("assigned.was-due", due, -days);
      case AHEAD ->
          text("assigned.opens", format.format(Objects.requireNonNull(deadline.opens())), due);
      case OPEN -> text("assigned.due", due, days);
      case DONE -> text("assigned.due-plain", due);
      case DONE_LATE ->
          text("assigned.due-plain", due)
              + " · "
              + getTranslation("ui.days-late", deadline.daysLate(now, calendar.zone()));
    };
  }

  /** Days of the calendar, as people count them. */
  private long days(Instant from, Instant to) {
    return to.atZone(calendar.zone()).toLocalDate().toEpochDay()
        - from.atZone(calendar.zone()).toLocalDate().toEpochDay();
  }
}
