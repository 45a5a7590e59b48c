package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.statistics.CohortTrends.Due;
import app.keypoint.cohort.statistics.CohortTrends.Gap;
import app.keypoint.cohort.statistics.CohortTrends.Trends;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.content.Translations;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewTrends.Week;
import app.keypoint.statistics.ScoreInterval;
import app.keypoint.table.Table;
import app.keypoint.table.TableFormat;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.chart.ForecastChart;
import app.keypoint.ui.chart.ForgettingChart;
import app.keypoint.ui.chart.RetentionChart;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;

/** A cohort over time: what it did and kept by week, how it forgets, what comes up. */
@Route("cohorts/:cohortId([0-9]{1,18})/trends")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class CohortTrendsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final List<String> COLUMNS =
      List.of("learners", "answers", "reviews", "retained", "range");

  private final CohortTrends trends;
  private final BehindFigures figures;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private String title = "";

  public CohortTrendsView(
      CohortTrends trends,
      BehindFigures figures,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current) {
    this.trends = trends;
    this.figures = figures;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    addClassNames("trends", "wide");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(trends.of(instructor.id(), event.getRouteParameters().getLong("cohortId").orElseThrow()));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(Trends found) {
    title = getTranslation("cohort.trends.page", found.cohort().name());
    removeAll();
    BackLink back = BackLink.toCohort(found.cohort().name(), found.cohort().id());
    Div columns = new Div(retention(found), forgetting(found), forecast(found));
    columns.addClassName("panels");
    add(
        back,
        new PageHeader(
            getTranslation("cohort.trends.title"),
            getTranslation("cohort.trends.about", found.cohort().members(), CohortTrends.WEEKS)),
        columns,
        weeks(found),
        downloads(found));
  }

  private Behind behind(Trends found) {
    return new Behind(figures, instructor, found.cohort().id());
  }

  /** All three in a workbook, and each as a CSV. */
  private Component downloads(Trends shown) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    Cohort cohort = shown.cohort();
    Supplier<List<Table<?>>> tables =
        () -> new TrendTables(words).all(trends.of(instructor.id(), shown.cohort().id()));
    Div links =
        new Div(
            new Span(getTranslation("cohort.export.download")),
            downloads.link(
                new Sent(words, cohort, words.of("cohort.trends.title")),
                TableFormat.XLSX,
                tables));
    for (int i = 0; i < TrendTables.TITLES.size(); i++) {
      int nth = i;
      String title = words.of(TrendTables.TITLES.get(i));
      Anchor link =
          downloads.link(
              new Sent(words, cohort, title),
              TableFormat.CSV,
              () -> tables.get().subList(nth, nth + 1));
      link.setText(getTranslation("cohort.export.csv-of", title));
      links.add(link);
    }
    links.addClassNames("toolbar", "downloads");
    return links;
  }

  private Component retention(Trends found) {
    return section(
        "cohort.trends.retention",
        new RetentionChart(found.weeks().stream().map(CohortTrendsView::week).toList()));
  }

  private static RetentionChart.Week week(Week week) {
    Retention retention = week.retention();
    ScoreInterval chance = ScoreInterval.of(retention.remembered(), retention.reviews());
    return new RetentionChart.Week(
        week.from(),
        week.to(),
        retention.remembered(),
        retention.reviews(),
        chance.low(),
        chance.high());
  }

  private Component forgetting(Trends found) {
    if (found.gaps().isEmpty()) {
      return section(
          "cohort.trends.forgetting", new Paragraph(getTranslation("cohort.trends.none")));
    }
    Section section =
        section(
            "cohort.trends.forgetting",
            new ForgettingChart(found.gaps().stream().map(CohortTrendsView::point).toList()));
    UnorderedList gaps = new UnorderedList();
    gaps.addClassNames("rows", "counts");
    found.gaps().forEach(gap -> gaps.add(row(days(gap), reviews(found, gap))));
    section.add(learners(gaps));
    return section;
  }

  private Component reviews(Trends found, Gap gap) {
    return behind(found)
        .gap(
            getTranslation("cohort.trends.gap.reviews", gap.reviews()),
            days(gap),
            found.today(),
            gap);
  }

  private String days(Gap gap) {
    return gap.last() == null
        ? getTranslation("ui.forgetting.more", gap.first())
        : getTranslation("ui.forgetting.range", gap.first(), gap.last());
  }

  /** Below a chart, what its figures are made of. */
  private Component learners(UnorderedList rows) {
    NativeDetails details = new NativeDetails(getTranslation("cohort.trends.who"), rows);
    details.addClassName("who");
    return details;
  }

  private static ListItem row(String words, Component figure) {
    return new ListItem(new Span(words), figure);
  }

  private static ForgettingChart.Point point(Gap gap) {
    ScoreInterval chance = gap.chance();
    return new ForgettingChart.Point(
        gap.first(),
        gap.last(),
        gap.reviews(),
        gap.observed(),
        chance.low(),
        chance.high(),
        gap.expected());
  }

  private Component forecast(Trends found) {
    Section section = section("cohort.trends.forecast", new ForecastChart(found.forecast()));
    if (!found.dues().isEmpty()) {
      UnorderedList dues = new UnorderedList();
      dues.addClassName("rows");
      found.dues().forEach(due -> dues.add(due(found, due)));
      section.add(dues);
    }
    UnorderedList days = new UnorderedList();
    days.addClassNames("rows", "counts");
    LocalDate today = found.today();
    found
        .forecast()
        .forEach(
            (day, cards) -> {
              if (cards > 0) {
                days.add(
                    row(
                        day(day),
                        behind(found)
                            .comingUp(
                                getTranslation("cohort.behind.cards", cards),
                                day.equals(today) ? null : day,
                                day)));
              }
            });
    if (days.getComponentCount() > 0) {
      section.add(learners(days));
    }
    return section;
  }

  private ListItem due(Trends found, Due due) {
    int until = found.cardsUntil(due);
    String told =
        getTranslation(
            due.exam() ? "cohort.trends.exam" : "cohort.trends.due",
            day(due.day()),
            until,
            due.extended());
    Component cards =
        until == 0 ? new Span(told) : behind(found).comingUp(told, null, due.lastDay());
    Div words = new Div(QuizTexts.titleOf(due.quiz()), cards);
    words.addClassName("stacked");
    return new ListItem(words);
  }

  private Component weeks(Trends found) {
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    heading(head.addHeaderCell(), "col", getTranslation("cohort.trends.week"));
    for (String column : COLUMNS) {
      NativeTableHeaderCell cell =
          heading(head.addHeaderCell(), "col", getTranslation("cohort.trends." + column));
      cell.addClassName("r");
    }
    found.weeks().reversed().forEach(week -> add(table, week, found));
    Div scroller = new Div(table);
    scroller.addClassName("scroller");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", getTranslation("cohort.trends.activity"));
    return section("cohort.trends.activity", scroller);
  }

  private void add(NativeTable table, Week week, Trends found) {
    NativeTableRow row = table.getBody().addRow();
    heading(
        row.addHeaderCell(),
        "row",
        getTranslation("cohort.trends.days", day(week.from()), day(week.to())));
    Retention retention = week.retention();
    Double rate = retention.rate();
    ScoreInterval chance = ScoreInterval.of(retention.remembered(), retention.reviews());
    String learners = getTranslation("cohort.number", week.learners());
    var who = row.addDataCell();
    who.addClassName("r");
    who.add(
        week.learners() == 0
            ? new Span(learners)
            : behind(found).week(learners, found.today(), week.from(), week.to()));
    cell(row, getTranslation("cohort.number", week.answers()));
    cell(row, getTranslation("cohort.number", retention.reviews()));
    cell(row, rate == null ? "–" : getTranslation("cohort.percent", rate));
    cell(
        row,
        rate == null ? "–" : getTranslation("cohort.trends.percents", chance.low(), chance.high()));
  }

  private static void cell(NativeTableRow row, String text) {
    var cell = row.addDataCell();
    cell.setText(text);
    cell.addClassName("r");
  }

  private static NativeTableHeaderCell heading(
      NativeTableHeaderCell cell, String scope, String text) {
    cell.getElement().setAttribute("scope", scope);
    cell.setText(text);
    return cell;
  }

  private Section section(String key, Component content) {
    Paragraph about = new Paragraph(getTranslation(key + ".about"));
    about.addClassNames("muted", "small");
    Section section = new Section(new H2(getTranslation(key)), about, content);
    section.addClassName("card");
    return section;
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(getTranslation("ui.day-format"), getLocale()).format(day);
  }
}
