package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.statistics.CohortTrends.Due;
import app.keypoint.cohort.statistics.CohortTrends.Gap;
import app.keypoint.cohort.statistics.CohortTrends.Trends;
import app.keypoint.cohort.ui.BackLink;
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
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private String title = "";

  public CohortTrendsView(
      CohortTrends trends,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current) {
    this.trends = trends;
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
        weeks(found.weeks()),
        downloads(found));
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
    return found.gaps().isEmpty()
        ? section("cohort.trends.forgetting", new Paragraph(getTranslation("cohort.trends.none")))
        : section(
            "cohort.trends.forgetting",
            new ForgettingChart(found.gaps().stream().map(CohortTrendsView::point).toList()));
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
    return section;
  }

  private ListItem due(Trends found, Due due) {
    Span cards =
        new Span(
            getTranslation(
                due.exam() ? "cohort.trends.exam" : "cohort.trends.due",
                day(due.day()),
                found.cardsUntil(due),
                due.extended()));
    cards.addClassNames("muted", "small", "num");
    Div words = new Div(QuizTexts.titleOf(due.quiz()), cards);
    words.addClassName("stacked");
    return new ListItem(words);
  }

  private Component weeks(List<Week> weeks) {
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    heading(head.addHeaderCell(), "col", getTranslation("cohort.trends.week"));
    for (String column : COLUMNS) {
      NativeTableHeaderCell cell =
          heading(head.addHeaderCell(), "col", getTranslation("cohort.trends." + column));
      cell.addClassName("r");
    }
    weeks.reversed().forEach(week -> add(table, week));
    Div scroller = new Div(table);
    scroller.addClassName("scroller");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", getTranslation("cohort.trends.activity"));
    return section("cohort.trends.activity", scroller);
  }

  private void add(NativeTable table, Week week) {
    NativeTableRow row = table.getBody().addRow();
    heading(
        row.addHeaderCell(),
        "row",
        getTranslation("cohort.trends.days", day(week.from()), day(week.to())));
    Retention retention = week.retention();
    Double rate = retention.rate();
    ScoreInterval chance = ScoreInterval.of(retention.remembered(), retention.reviews());
    cell(row, getTranslation("cohort.number", week.learners()));
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
