package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.dashboard.LearnerInCohort;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.review.CardState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One key point of a learner: what it says, and what they keep of each of its questions. */
class LearnerKeyPoint extends Section {

  private static final List<String> FIGURES = List.of("retained", "interval", "due", "lapses");

  private final LocalDate today;

  private LearnerKeyPoint(LearnerInCohort learner, Quiz quiz, KeyPoint keyPoint) {
    this.today = learner.progress().today();
    addClassNames("card", "learner-point");
    Map<String, CardState> cards =
        learner.progress().cards().stream()
            .collect(Collectors.toMap(CardState::questionId, Function.identity()));
    Worded<KeyPoint> worded = QuizTexts.of(keyPoint);
    H2 title = QuizTexts.marked(new H2(Markdown.text(worded.text().title())), worded.language());
    title.getElement().setAttribute("tabindex", "-1");
    // Where whoever followed a link to it wants to be.
    title.getElement().executeJs("this.focus({preventScroll: true})");
    Paragraph says = new Paragraph(Rich.html(worded.text().text(), worded.language()));
    says.addClassName("muted");
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    heading(head.addHeaderCell(), "col").setText(getTranslation("cohort.item.question"));
    for (String figure : FIGURES) {
      NativeTableHeaderCell cell = heading(head.addHeaderCell(), "col");
      cell.setText(getTranslation("cohort.point.column." + figure));
      cell.addClassName("r");
    }
    quiz.questions().stream()
        .map(version -> version.question())
        .filter(question -> question.keyPointId().equals(keyPoint.id()))
        .forEach(question -> add(table, question, cards.get(question.id())));
    Div scroller = new Div(table);
    scroller.addClassName("scroller");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", Markdown.text(worded.text().title()));
    add(title, says, scroller);
  }

  /** Of a quiz of the cohort; empty when none has it. */
  static Optional<Component> of(LearnerInCohort learner, String keyPointId) {
    return learner.quizzes().stream()
        .flatMap(
            quiz ->
                quiz.keyPoints().stream()
                    .filter(point -> point.id().equals(keyPointId))
                    .<Component>map(point -> new LearnerKeyPoint(learner, quiz, point)))
        .findFirst();
  }

  private void add(NativeTable table, Question question, @Nullable CardState card) {
    NativeTableRow row = table.getBody().addRow();
    Worded<Question> asked = QuizTexts.of(question);
    NativeTableHeaderCell prompt = heading(row.addHeaderCell(), "row");
    Span words =
        Rich.text(
            asked.text() instanceof Question.Cloze cloze
                ? String.join("…", cloze.texts())
                : asked.text().stem(),
            asked.language());
    prompt.add(words);
    if (card == null) {
      cell(row, getTranslation("cohort.mastery.NEW"));
      FIGURES.stream().skip(1).forEach(_ -> cell(row, "–"));
      return;
    }
    cell(row, getTranslation("cohort.percent", card.recall(today)));
    cell(row, getTranslation("cohort.point.days", card.intervalDays()));
    cell(row, day(card.due()));
    cell(row, getTranslation("cohort.number", card.lapses()));
  }

  private static void cell(NativeTableRow row, String text) {
    var cell = row.addDataCell();
    cell.setText(text);
    cell.addClassName("r");
  }

  private static NativeTableHeaderCell heading(NativeTableHeaderCell cell, String scope) {
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(getLocale())
        .format(day);
  }
}
