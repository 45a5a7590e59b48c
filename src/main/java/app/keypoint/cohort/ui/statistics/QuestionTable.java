package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.QuestionStatistics.Report;
import app.keypoint.cohort.statistics.QuestionStatistics.Reported;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.quiz.ItemStatistics.Item;
import app.keypoint.review.statistics.ReviewStatistics.Leeches;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The questions of a quiz with their figures; a click on one opens what is known of it. */
class QuestionTable extends Section {

  static final List<String> FIGURES =
      List.of(
          "facility",
          "deviation",
          "discrimination",
          "efficiency",
          "weight",
          "time",
          "problems",
          "leeches");

  private final NativeTable table = new NativeTable();
  private final Report report;
  private final int attempts;
  private final Function<String, List<Reported>> notes;
  private final Behind behind;
  private final Ago ago;

  /**
   * @param attempts what all figures rest on
   * @param notes what was reported about a question, by its id; asked for when it is opened
   * @param behind opens the lists of the cohort
   */
  QuestionTable(
      Report report,
      int attempts,
      Function<String, List<Reported>> notes,
      Behind behind,
      Ago ago) {
    this.report = report;
    this.behind = behind;
    this.attempts = attempts;
    this.notes = notes;
    this.ago = ago;
    addClassNames("card", "questions");
    H2 title = new H2(getTranslation("cohort.items.title"));
    title.setId("questions-title");
    Paragraph about =
        new Paragraph(getTranslation("cohort.items.about", ProblemReports.KEPT.getDays()));
    about.addClassNames("muted", "small");
    table.getHead().add(head());
    report.statistics().items().forEach(this::add);
    add(title, about, scroller());
  }

  private NativeTableRow head() {
    NativeTableRow head = new NativeTableRow();
    head.add(heading("question", "name"));
    FIGURES.forEach(figure -> head.add(heading(figure, "r")));
    return head;
  }

  private NativeTableHeaderCell heading(String figure, String style) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("cohort.item." + figure));
    cell.addClassName(style);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  private void add(Item item) {
    NativeTableRow row = new NativeTableRow();
    NativeTableHeaderCell name = row.addHeaderCell();
    name.addClassName("name");
    name.getElement().setAttribute("scope", "row");
    NativeTableRow details = new NativeTableRow();
    details.addClassName("details");
    details.setVisible(false);
    name.add(opener(item, details), tags(item));
    var figures = item.figures();
    cell(row, figures.facility() == null ? null : 100 * figures.facility(), "cohort.percents");
    cell(row, figures.deviation(), "cohort.decimal");
    cell(row, figures.discrimination(), "cohort.percents");
    cell(row, figures.efficiency(), "cohort.percents");
    cell(row, figures.weight(), "cohort.percents");
    cell(row, item.meanTime().toMillis() / 1000.0, "cohort.seconds");
    cell(row, (double) reported(item), "cohort.number");
    leeches(row, item, report.leeches().get(item.asked().question().id()));
    table.getBody().add(row, details);
  }

  /** How many of those who practise it; without any it cannot be told. */
  private void leeches(NativeTableRow row, Item item, @Nullable Leeches found) {
    NativeTableCell cell = row.addDataCell();
    cell.addClassName("r");
    if (found == null) {
      cell.add(unknown());
      return;
    }
    String words = getTranslation("cohort.leeches.learners", found.learners(), found.holders());
    Question question = item.asked().question();
    // Those of a question that is no longer served are listed nowhere.
    cell.add(
        found.learners() > 0 && report.quiz().questionIds().contains(question.id())
            ? behind.leech(words, report.quiz(), question)
            : new Span(words));
  }

  private long reported(Item item) {
    return report.problems().getOrDefault(item.asked().question().id(), 0L);
  }

  private Component opener(Item item, NativeTableRow details) {
    Worded<Question> asked = QuizTexts.of(item.asked().question());
    NativeButton button = new NativeButton();
    button.add(Rich.text(asked.text().prompt(), asked.language()));
    button.addClassName("opener");
    button.getElement().setAttribute("aria-expanded", "false");
    button.addClickListener(
        click -> {
          boolean open = !details.isVisible();
          if (open && details.getElement().getChildCount() == 0) {
            NativeTableCell cell = details.addDataCell();
            cell.getElement().setAttribute("colspan", String.valueOf(FIGURES.size() + 1));
            cell.add(details(item));
          }
          details.setVisible(open);
          button.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
    return button;
  }

  private Component details(Item item) {
    List<Reported> reported =
        reported(item) == 0 ? List.of() : notes.apply(item.asked().question().id());
    return new QuestionDetails(
        item,
        report.statistics().items().size(),
        attempts,
        reported,
        report.leeches().get(item.asked().question().id()),
        behind,
        QuestionStatisticsView.edition(
            report, Objects.requireNonNull(report.statistics().edition())),
        ago);
  }

  private Component tags(Item item) {
    Div tags = new Div();
    tags.addClassName("tags");
    Double discrimination = item.figures().discrimination();
    if (item.checkKey()) {
      tags.add(new Tag(getTranslation("cohort.option.CHECK_KEY"), Tag.Kind.BAD));
    }
    if (discrimination != null && discrimination < 0) {
      tags.add(new Tag(getTranslation("cohort.item.against"), Tag.Kind.BAD));
    }
    tags.setVisible(tags.getComponentCount() > 0);
    return tags;
  }

  private void cell(NativeTableRow row, @Nullable Double value, String format) {
    NativeTableCell cell = row.addDataCell();
    cell.addClassName("r");
    cell.add(
        value == null ? unknown() : new Span(getTranslation(format, Rounded.as(format, value))));
  }

  private Span unknown() {
    Span dash = new Span("–");
    dash.getElement().setAttribute("aria-label", getTranslation("cohort.item.unknown"));
    dash.getElement().setAttribute("role", "img");
    return dash;
  }

  /** A narrow screen scrolls the table inside its card, by keyboard too. */
  private Component scroller() {
    Div scroller = new Div(table);
    scroller.addClassName("scroller");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("aria-labelledby", "questions-title");
    return scroller;
  }
}
