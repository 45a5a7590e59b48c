package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.LearnerHistories.Reviewed;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.ReviewAnswers.Memory;
import app.keypoint.review.history.ReviewAnswers.ReviewAnswer;
import app.keypoint.review.ui.ReviewTexts;
import app.keypoint.scheduling.Grade;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

/** Reviews in their order: what was asked and answered, and what that did to the card. */
class ReviewTable extends Div {

  private static final List<String> COLUMNS =
      List.of("at", "question", "grade", "time", "interval", "changed");

  private final NativeTable table = new NativeTable();
  private final DateTimeFormatter moment;
  private final DateTimeFormatter day;

  /**
   * @param zone in which moments are told
   * @param heading id of what names it
   */
  ReviewTable(ZoneId zone, String heading) {
    moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
    NativeTableRow head = table.getHead().addRow();
    for (String column : COLUMNS) {
      NativeTableHeaderCell cell = head.addHeaderCell();
      cell.setText(getTranslation("cohort.day." + column));
      cell.getElement().setAttribute("scope", "col");
    }
    // A narrow screen scrolls it, by keyboard too.
    addClassName("scroller");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("aria-labelledby", heading);
    add(table);
  }

  /** Below those that are there. */
  void add(List<Reviewed> reviews) {
    reviews.forEach(this::add);
  }

  /** The same, and goes on from the question of the first of them. */
  void addAndFocus(List<Reviewed> reviews) {
    List<Component> questions = reviews.stream().map(this::add).toList();
    Element next = questions.isEmpty() ? getElement() : questions.getFirst().getElement();
    if (!questions.isEmpty()) {
      next.setAttribute("tabindex", "-1");
    }
    next.callJsFunction("focus");
  }

  /** The cell of its question. */
  private Component add(Reviewed review) {
    ReviewAnswer answer = review.given().answer();
    NativeTableRow row = table.getBody().addRow();
    Span at = new Span(moment.format(answer.at()));
    at.addClassNames("muted", "small", "num");
    row.addDataCell().add(at);
    NativeTableCell question = row.addDataCell();
    question.add(question(review));
    row.addDataCell().add(grade(answer));
    Span time =
        new Span(
            getTranslation(
                "cohort.day.seconds", Math.round(answer.timeTaken().toMillis() / 1000.0)));
    time.addClassName("num");
    row.addDataCell().add(time);
    Memory before = review.given().before();
    Memory after = review.given().after();
    row.addDataCell().add(number(moved(answer), days(before), days(after)));
    row.addDataCell().add(changed(answer, before, after));
    return question;
  }

  private Component question(Reviewed review) {
    ReviewAnswer answer = review.given().answer();
    Question asked = review.question();
    Div cell = new Div();
    cell.addClassName("stacked");
    Response response = answer.response();
    if (asked == null) {
      cell.add(new Span(answer.questionId()));
    } else {
      Worded<Question> worded =
          response == null ? QuizTexts.of(asked) : QuizTexts.answered(asked, response);
      cell.add(Rich.text(worded.text().prompt(), worded.language()));
      if (response != null) {
        Span said =
            QuizTexts.around(
                said(worded.text(), response), worded.language(), "cohort.day.answered");
        said.addClassName("small");
        cell.add(said);
      }
    }
    Span quiz = QuizTexts.titleOf(review.quiz());
    quiz.addClassNames("muted", "small");
    cell.add(quiz);
    return cell;
  }

  private String said(Question question, Response response) {
    String said =
        switch (response) {
          case Response.Typed typed -> typed.text();
          case Response.Picked picked ->
              question instanceof Question.Choice choice
                  ? choice.options().stream()
                      .filter(option -> picked.optionIds().contains(option.id()))
                      .map(Option::text)
                      .map(Markdown::text)
                      .collect(Collectors.joining(" | "))
                  : "";
        };
    return said.isBlank() ? getTranslation("cohort.day.nothing") : said;
  }

  private Component grade(ReviewAnswer answer) {
    Grade grade = Grade.values()[answer.grade()];
    Span tag = new Span(ReviewTexts.text("grade." + grade));
    tag.addClassNames("tag", grade.lapse() ? "bad" : "ok");
    Div cell = new Div(tag);
    cell.addClassName("stacked");
    if (answer.kind() != StepKind.SCHEDULED) {
      Span occasion = new Span(getTranslation("cohort.day.kind." + answer.kind()));
      occasion.addClassNames("muted", "small");
      cell.add(occasion);
    }
    return cell;
  }

  /** What is asked again on the same day, and practice, leave the schedule alone. */
  private static boolean moved(ReviewAnswer answer) {
    return answer.kind() == StepKind.SCHEDULED;
  }

  private Component changed(ReviewAnswer answer, Memory before, Memory after) {
    Div cell = new Div();
    cell.addClassName("stacked");
    if (!moved(answer)) {
      cell.add(new Span(getTranslation("cohort.day.unchanged")));
      return cell;
    }
    cell.add(
        new Span(getTranslation("cohort.day.due", day.format(after.due()))),
        after.difficulty() > 0
            ? labelled(
                "difficulty", decimals(before.difficulty(), 1), decimals(after.difficulty(), 1))
            : labelled(
                "easiness",
                decimals(before.easiness() / 100.0, 2),
                decimals(after.easiness() / 100.0, 2)));
    return cell;
  }

  private Component labelled(String what, String before, String after) {
    Span label = new Span(getTranslation("cohort.day." + what, change(before, after)));
    label.addClassNames("muted", "small", "num");
    return label;
  }

  private Component number(boolean moved, String before, String after) {
    Span span = new Span(moved ? change(before, after) : after);
    span.addClassName("num");
    return span;
  }

  private String change(String before, String after) {
    return before.equals(after) ? after : getTranslation("cohort.day.change", before, after);
  }

  private String days(Memory memory) {
    return getTranslation("cohort.day.days", memory.intervalDays());
  }

  private String decimals(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(getLocale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}
