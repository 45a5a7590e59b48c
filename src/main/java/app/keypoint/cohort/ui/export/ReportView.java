package app.keypoint.cohort.ui.export;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboard.Member;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Dashboards.ReportedProblem;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.dashboard.CohortView;
import app.keypoint.cohort.ui.dashboard.Glance;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;

/** How a cohort is doing, on paper: nothing but the report, in the order in which it is read. */
@Route(value = "cohorts/:cohortId([0-9]{1,18})/report", autoLayout = false)
@RolesAllowed(Role.Names.INSTRUCTOR)
class ReportView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  /** Columns that a sheet of paper has room for, beside the name. */
  private static final int QUIZZES_OF_A_TABLE = 5;

  private static final Set<String> FIGURES = Set.of("last-seen", "due", "overdue", "retained");

  private final Dashboards dashboards;
  private final Assignments assignments;
  private final CohortExports exports;
  private final Translations translations;
  private final Account instructor;
  private final Clock clock;
  private String title = "";

  ReportView(
      Dashboards dashboards,
      Assignments assignments,
      CohortExports exports,
      Translations translations,
      CurrentAccount current,
      Clock clock) {
    this.dashboards = dashboards;
    this.assignments = assignments;
    this.exports = exports;
    this.translations = translations;
    this.instructor = current.get();
    this.clock = clock;
    addClassName("report");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(event.getRouteParameters().getLong("cohortId").orElseThrow());
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(long cohortId) {
    Dashboard dashboard = dashboards.of(instructor.id(), cohortId);
    List<Assignment> asked = assignments.of(instructor.id(), cohortId).assignments();
    List<ReportedProblem> problems = dashboards.reports(instructor.id(), cohortId);
    // Whoever has it before them has it on paper.
    exports.taken(
        instructor.id(),
        cohortId,
        getTranslation("cohort.export.report"),
        dashboard.members().stream().map(Member::learnerId).toList());
    title = getTranslation("cohort.report.page", dashboard.cohort().name());
    removeAll();
    Instant now = clock.instant();
    ZoneId zone = instructor.calendar().zone();
    CohortTables tables = new CohortTables(ExportWords.of(this, getLocale(), translations), zone);
    add(tools(dashboard), new H1(dashboard.cohort().name()), about(dashboard, now, zone));
    RouteParameters cohort = CohortView.route(cohortId);
    add(
        new Glance(
            dashboard,
            which ->
                UI.getCurrent().navigate(CohortView.class, cohort, CohortView.showing(which))));
    add(new PrintedTable(learners(tables, dashboard)));
    for (int from = 0; from < dashboard.quizzes().size(); from += QUIZZES_OF_A_TABLE) {
      List<Quiz> some =
          dashboard
              .quizzes()
              .subList(from, Math.min(from + QUIZZES_OF_A_TABLE, dashboard.quizzes().size()));
      add(new PrintedTable(tables.scores(some, dashboard.members())));
    }
    if (!asked.isEmpty()) {
      add(new PrintedTable(tables.assignmentsInShort(asked, now)));
    }
    if (!dashboard.hardest().isEmpty()) {
      add(new PrintedTable(tables.hardest(dashboard)));
    }
    if (!dashboard.leeches().isEmpty()) {
      add(new PrintedTable(tables.leeches(dashboard)));
    }
    if (!problems.isEmpty()) {
      add(new PrintedTable(tables.reports(problems)));
    }
  }

  private static Table<Member> learners(CohortTables tables, Dashboard dashboard) {
    return tables.learners(
        List.of(), dashboard.members(), Member::nudges, _ -> List.of(), FIGURES::contains);
  }

  private Component tools(Dashboard dashboard) {
    BackLink back = BackLink.toCohort(dashboard.cohort().name(), dashboard.cohort().id());
    Button print =
        new Button(
            getTranslation("cohort.report.print"),
            click -> UI.getCurrent().getPage().executeJs("window.print()"));
    print.addThemeVariants(ButtonVariant.PRIMARY);
    Div tools = new Div(back, print);
    tools.addClassNames("tools", "toolbar");
    return tools;
  }

  private Component about(Dashboard dashboard, Instant now, ZoneId zone) {
    String moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone)
            .format(now);
    Paragraph about =
        new Paragraph(
            getTranslation(
                "cohort.report.about", dashboard.members().size(), moment, Column.nameOf(zone)));
    about.addClassName("muted");
    return about;
  }
}
