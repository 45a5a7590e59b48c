package app.keypoint.cohort.ui;

import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Dashboard.Member;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.progress.KeyPointMastery.Level;
import app.keypoint.quiz.QuizStanding;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A cohort's learners, a row each; sorted by a click on a heading, filtered by name. */
class MemberTable extends Section {

  /**
   * A column.
   *
   * @param figure what it sorts by; NaN when unknown, which comes last in both directions
   * @param highestFirst what a first click should show on top
   */
  private record Column(
      String heading,
      String style,
      ToDoubleFunction<Member> figure,
      boolean highestFirst,
      Function<Member, Component> cell,
      NativeTableHeaderCell header) {}

  private final Dashboard dashboard;
  private final Ago ago;
  private final List<Column> columns = new ArrayList<>();
  private final NativeTable table = new NativeTable();
  private final TextField filter = new TextField();
  private final Span found = new Span();
  private Column sorted;
  private boolean highestFirst;

  MemberTable(Dashboard dashboard, Ago ago) {
    this.dashboard = dashboard;
    this.ago = ago;
    addClassNames("card", "members");
    defineColumns();
    sorted = columns.getFirst();
    NativeTableRow head = new NativeTableRow();
    columns.forEach(column -> head.add(column.header()));
    table.getHead().add(head);
    add(toolbar(), scroller(), legend());
    show();
  }

  private void defineColumns() {
    column("name", "name", dashboard.members()::indexOf, false, this::name);
    column("due", "r", m -> m.load().due(), true, m -> number(m.load().due()));
    column("overdue", "r", m -> m.load().overdue(), true, m -> number(m.load().overdue()));
    column("retained", "r", m -> orNaN(m.retained().rate()), false, this::retained);
    for (Quiz quiz : dashboard.quizzes()) {
      add(QuizTexts.title(quiz), "quiz", m -> best(m, quiz), false, member -> quiz(member, quiz));
    }
    column(
        "last-seen",
        "seen",
        m -> {
          Instant seen = m.lastSeen();
          return seen == null ? Double.NaN : seen.getEpochSecond();
        },
        false,
        member -> new Span(ago.words(this, member.lastSeen())));
  }

  private void column(
      String key,
      String style,
      ToDoubleFunction<Member> figure,
      boolean highestFirst,
      Function<Member, Component> cell) {
    add(getTranslation("cohort.column." + key), style, figure, highestFirst, cell);
  }

  private void add(
      String heading,
      String style,
      ToDoubleFunction<Member> figure,
      boolean highestFirst,
      Function<Member, Component> cell) {
    NativeTableHeaderCell header = new NativeTableHeaderCell();
    Column column = new Column(heading, style, figure, highestFirst, cell, header);
    NativeButton sort = new NativeButton(heading, click -> sortBy(column));
    sort.addClassName("sort");
    header.add(sort);
    header.addClassName(style);
    header.getElement().setAttribute("scope", "col");
    columns.add(column);
  }

  private void sortBy(Column column) {
    highestFirst = column == sorted ? !highestFirst : column.highestFirst();
    sorted = column;
    show();
  }

  private void show() {
    String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
    List<Member> rows =
        dashboard.members().stream()
            .filter(member -> member.name().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(order())
            .toList();
    table.removeBody();
    rows.forEach(member -> table.getBody().add(row(member)));
    columns.forEach(column -> column.header().getElement().removeAttribute("aria-sort"));
    sorted
        .header()
        .getElement()
        .setAttribute("aria-sort", highestFirst ? "descending" : "ascending");
    found.setText(
        wanted.isEmpty()
            ? ""
            : getTranslation("cohort.members.found", rows.size(), dashboard.members().size()));
  }

  private Comparator<Member> order() {
    Comparator<Member> byFigure = Comparator.comparingDouble(sorted.figure());
    return Comparator.comparing((Member m) -> Double.isNaN(sorted.figure().applyAsDouble(m)))
        .thenComparing(highestFirst ? byFigure.reversed() : byFigure);
  }

  private NativeTableRow row(Member member) {
    NativeTableRow row = new NativeTableRow();
    for (Column column : columns) {
      boolean heading = column == columns.getFirst();
      var cell = heading ? row.addHeaderCell() : row.addDataCell();
      if (heading) {
        cell.getElement().setAttribute("scope", "row");
      }
      cell.addClassName(column.style());
      cell.add(column.cell().apply(member));
    }
    return row;
  }

  private Component name(Member member) {
    Div cell =
        new Div(
            new RouterLink(
                member.name(),
                CohortLearnerView.class,
                CohortLearnerView.route(dashboard.cohort().id(), member.learnerId())));
    member.nudges().forEach(nudge -> cell.add(NudgeText.tag(this, nudge)));
    return cell;
  }

  private Component retained(Member member) {
    Double rate = member.retained().rate();
    Span cell = rate == null ? unknown() : new Span(getTranslation("cohort.percent", rate));
    cell.addClassName("num");
    cell.setTitle(getTranslation("cohort.of-reviews", member.retained().reviews()));
    return cell;
  }

  private Component quiz(Member member, Quiz quiz) {
    Div cell = new Div(new KeyPointStrip(this, quiz, member.masteryOf(quiz)));
    QuizStanding standing = member.standingOf(quiz);
    Span score =
        standing == null || standing.best() == null
            ? new Span(getTranslation(standing == null ? "cohort.unstarted" : "cohort.started"))
            : new Span(getTranslation("cohort.best", standing.best(), standing.finished()));
    score.addClassNames("muted", "small", "num");
    cell.add(score);
    return cell;
  }

  private Span unknown() {
    Span dash = new Span("–");
    dash.getElement().setAttribute("aria-label", getTranslation("cohort.unknown"));
    dash.getElement().setAttribute("role", "img");
    return dash;
  }

  private static Span number(int value) {
    Span number = new Span(Integer.toString(value));
    number.addClassName("num");
    return number;
  }

  private static double best(Member member, Quiz quiz) {
    QuizStanding standing = member.standingOf(quiz);
    return orNaN(standing == null ? null : standing.best());
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private Component toolbar() {
    H2 title = new H2(getTranslation("cohort.members.title"));
    title.setId("members-title");
    filter.setPlaceholder(getTranslation("cohort.members.filter"));
    filter.setAriaLabel(getTranslation("cohort.members.filter"));
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(change -> show());
    found.addClassNames("muted", "small");
    found.getElement().setAttribute("role", "status");
    Div toolbar = new Div(title, found, filter);
    toolbar.addClassName("toolbar");
    return toolbar;
  }

  /** A narrow screen scrolls the table inside its card, by keyboard too. */
  private Component scroller() {
    Div scroller = new Div(table);
    scroller.addClassName("scroller");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("aria-labelledby", "members-title");
    return scroller;
  }

  private Component legend() {
    Paragraph legend = new Paragraph(new Span(getTranslation("cohort.legend")));
    legend.addClassNames("legend", "muted", "small");
    for (Level level : List.of(Level.STRONG, Level.GROWING, Level.WEAK, Level.NEW)) {
      Span bar = new Span();
      bar.addClassName("strip");
      bar.getElement()
          .setProperty(
              "innerHTML",
              "<i class=\"%s\" style=\"--retained:%s%%\"></i>"
                  .formatted(level.name().toLowerCase(Locale.ROOT), example(level)));
      Span entry = new Span(bar, new Span(getTranslation("cohort.mastery." + level)));
      entry.addClassName("entry");
      legend.add(entry);
    }
    return legend;
  }

  private static int example(Level level) {
    return switch (level) {
      case STRONG -> 95;
      case GROWING -> 75;
      case WEAK -> 35;
      case NEW -> 0;
    };
  }
}
