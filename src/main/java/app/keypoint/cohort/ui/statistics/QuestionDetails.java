package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.BehindFigures.Third;
import app.keypoint.cohort.statistics.QuestionStatistics.Reported;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.quiz.ItemStatistics.Item;
import app.keypoint.quiz.ItemStatistics.OptionFigures;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Part;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Verdict;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.statistics.ReviewStatistics.Leeches;
import app.keypoint.statistics.ItemFigures;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a question's figures mean, and who chose which option. */
class QuestionDetails extends Div {

  private static final List<String> COLUMNS =
      List.of("chosen", "share", "upper", "lower", "mean-total", "point-biserial");

  private final UnorderedList sentences = new UnorderedList();
  private final Behind behind;
  private final Behind.Edition edition;

  /**
   * @param questions how many the quiz has, for the weight that each is meant to have
   * @param attempts what the figures rest on
   * @param reported what learners reported about it
   * @param leeches who keeps forgetting it; null when nobody has practised it
   * @param behind opens the lists of the cohort
   * @param edition what the figures rest on
   * @param ago says when
   */
  QuestionDetails(
      Item item,
      int questions,
      int attempts,
      List<Reported> reported,
      @Nullable Leeches leeches,
      Behind behind,
      Behind.Edition edition,
      Ago ago) {
    this.behind = behind;
    this.edition = edition;
    addClassName("question-details");
    ItemFigures figures = item.figures();
    Double facility = figures.facility();
    double chance = Grading.chance(item.asked().question());
    say(
        "facility",
        facility(facility, chance),
        facility == null ? 0.0 : Double.valueOf(100 * facility),
        100 * chance);
    say("deviation", figures.deviation() == 0 ? "none" : "any", figures.deviation());
    say(
        "discrimination",
        discrimination(figures.discrimination()),
        Rounded.percents(figures.discrimination()));
    say("efficiency", efficiency(figures.efficiency()), Rounded.percents(figures.efficiency()));
    say("weight", weight(figures.weight(), questions), figures.weight(), 100.0 / questions);
    say(
        "time",
        "any",
        item.meanTime().toMillis() / 1000.0,
        (double) QuizTaking.LONGEST_TIME.toMinutes());
    say(
        "problems",
        reported.isEmpty() ? "none" : "any",
        (double) reported.size(),
        (double) ProblemReports.KEPT.getDays());
    say(
        "leeches",
        leeches == null ? "unknown" : leeches.learners() == 0 ? "none" : "any",
        leeches == null ? 0.0 : Double.valueOf(leeches.learners()),
        leeches == null ? 0.0 : Double.valueOf(leeches.holders()));
    Paragraph rests = new Paragraph(getTranslation("cohort.item.rests", attempts));
    rests.addClassNames("muted", "small");
    add(rests, sentences);
    if (!reported.isEmpty()) {
      add(notes(reported, ago));
    }
    if (!item.options().isEmpty()) {
      add(options(item));
    }
  }

  private void say(String figure, String said, @Nullable Double... values) {
    Object[] rounded = Arrays.stream(values).map(Rounded::of).toArray();
    sentences.add(new ListItem(getTranslation("cohort.item." + figure + "." + said, rounded)));
  }

  /**
   * @param chance what guessing gives; 0 when nothing can be guessed
   */
  private static String facility(@Nullable Double facility, double chance) {
    if (facility == null) {
      return "unknown";
    }
    if (chance > 0 && facility <= chance) {
      return "guessed";
    }
    return facility >= 0.95 ? "easy" : facility >= 0.5 ? "middle" : "hard";
  }

  private static String discrimination(@Nullable Double index) {
    if (index == null) {
      return "unknown";
    }
    return index < 0 ? "negative" : index < 20 ? "weak" : index < 50 ? "fair" : "good";
  }

  private static String efficiency(@Nullable Double efficiency) {
    if (efficiency == null) {
      return "unknown";
    }
    return efficiency < 50 ? "low" : "high";
  }

  private static String weight(@Nullable Double weight, int questions) {
    if (weight == null) {
      return "unknown";
    }
    double ratio = weight * questions / 100;
    return ratio < 0.5 ? "low" : ratio > 1.5 ? "high" : "middle";
  }

  private Component notes(List<Reported> reported, Ago ago) {
    UnorderedList notes = new UnorderedList();
    for (Reported each : reported) {
      Span when = new Span(" · " + ago.words(this, each.at()));
      when.addClassNames("muted", "small");
      notes.add(new ListItem(new Span(each.note()), when));
    }
    return new Div(new H3(getTranslation("cohort.reports.title")), notes);
  }

  private Component options(Item item) {
    Worded<Question> asked = QuizTexts.of(item.asked().question());
    NativeTable table = new NativeTable();
    NativeTableRow head = new NativeTableRow();
    heading(head, "text", "name");
    COLUMNS.forEach(column -> heading(head, column, "r"));
    table.getHead().add(head);
    if (asked.text() instanceof Question.Choice choice) {
      item.options()
          .forEach(
              figures ->
                  table.getBody().add(row(item, choice, figures, asked.language())));
    }
    Paragraph about = new Paragraph(getTranslation("cohort.option.about"));
    about.addClassNames("muted", "small");
    Div scroller = new Div(table);
    scroller.addClassName("options");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("aria-label", getTranslation("cohort.option.table"));
    return new Div(scroller, about);
  }

  private void heading(NativeTableRow head, String column, String style) {
    NativeTableHeaderCell cell = head.addHeaderCell();
    cell.setText(getTranslation("cohort.option." + column));
    cell.addClassName(style);
    cell.getElement().setAttribute("scope", "col");
  }

  private NativeTableRow row(
      Item item, Question.Choice choice, OptionFigures figures, Locale language) {
    NativeTableRow row = new NativeTableRow();
    NativeTableHeaderCell name = row.addHeaderCell();
    name.getElement().setAttribute("scope", "row");
    name.addClassName("name");
    String text =
        choice.options().stream()
            .filter(option -> option.id().equals(figures.optionId()))
            .findFirst()
            .map(Option::text)
            .orElseThrow();
    name.add(Rich.text(text, language));
    if (figures.correct()) {
      name.add(new Tag(getTranslation("cohort.option.key"), Tag.Kind.OK));
    } else if (figures.verdict() != Verdict.WORKS) {
      name.add(
          new Tag(
              getTranslation("cohort.option." + figures.verdict()),
              figures.verdict() == Verdict.CHECK_KEY ? Tag.Kind.BAD : Tag.Kind.WARN));
    }
    String option = Markdown.text(text);
    Question asked = item.asked().question();
    Function<Third, Function<String, Component>> choosers =
        third ->
            figure -> behind.chose(figure, edition, asked, figures.optionId(), option, third);
    NativeTableCell chosen = row.addDataCell();
    chosen.addClassName("r");
    chosen.add(
        chose(
            getTranslation("cohort.number", figures.chosen()),
            figures.chosen(),
            choosers.apply(Third.ALL)));
    cell(row, 100 * figures.share(), "cohort.percents");
    third(row, figures.upper(), choosers.apply(Third.UPPER));
    third(row, figures.lower(), choosers.apply(Third.LOWER));
    cell(row, figures.meanTotal(), "cohort.decimal");
    cell(row, figures.pointBiserial(), "cohort.decimal");
    return row;
  }

  /** The share, and below it what it rests on. */
  private void third(NativeTableRow row, Part third, Function<String, Component> opener) {
    var cell = row.addDataCell();
    cell.addClassName("r");
    if (third.of() == 0) {
      cell.setText("–");
      return;
    }
    Component rests =
        chose(
            getTranslation("cohort.option.of", third.chosen(), third.of()),
            third.chosen(),
            opener);
    cell.add(
        new Span(
            getTranslation("cohort.percents", Rounded.as("cohort.percents", 100 * third.share()))),
        new Div(rests));
  }

  /** A figure that opens its list, unless nobody is in it. */
  private static Component chose(
      String figure, int count, Function<String, Component> opener) {
    return count > 0 ? opener.apply(figure) : new Span(figure);
  }

  private void cell(NativeTableRow row, @Nullable Double value, String format) {
    var cell = row.addDataCell();
    cell.setText(value == null ? "–" : getTranslation(format, Rounded.as(format, value)));
    cell.addClassName("r");
  }
}
