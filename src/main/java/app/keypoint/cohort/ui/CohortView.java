package app.keypoint.cohort.ui;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Dashboards;
import app.keypoint.cohort.Dashboards.ReportedProblem;
import app.keypoint.cohort.Learners;
import app.keypoint.cohort.Nudge;
import app.keypoint.cohort.ui.TableDownloads.Sent;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.BaseAddress;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How one cohort is doing. */
@Route("cohorts/:cohortId([0-9]{1,18})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class CohortView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Cohorts cohorts;
  private final CohortInstructors instructors;
  private final Dashboards dashboards;
  private final Learners learners;
  private final CohortExams exams;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final BaseAddress base;
  private final Clock clock;
  private String title = "";

  public CohortView(
      Cohorts cohorts,
      CohortInstructors instructors,
      Dashboards dashboards,
      Learners learners,
      CohortExams exams,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      BaseAddress base,
      Clock clock) {
    this.base = base;
    this.cohorts = cohorts;
    this.instructors = instructors;
    this.dashboards = dashboards;
    this.learners = learners;
    this.exams = exams;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    this.clock = clock;
    addClassNames("cohort", "wide");
  }

  /** The parameters that lead to a cohort. */
  static RouteParameters route(long cohortId) {
    return new RouteParameters(new RouteParam("cohortId", cohortId));
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
    title = dashboard.cohort().name();
    removeAll();
    add(head(dashboard));
    if (dashboard.cohort().archived()) {
      add(archived(cohortId));
    } else {
      RouterLink roster =
          new RouterLink(getTranslation("cohort.roster"), RosterView.class, route(cohortId));
      roster.addClassName("btn");
      InviteBar invite = new InviteBar(dashboard.cohort().joinCode(), base);
      invite.add(roster);
      add(
          invite,
          new ComingExams(dashboard.quizzes(), exams.of(instructor.id(), cohortId), today()));
    }
    if (dashboard.members().isEmpty()) {
      add(
          new EmptyState(
              getTranslation("cohort.no-members.title"), getTranslation("cohort.no-members.text")));
      return;
    }
    Div questions = new Div(new HardestQuestions(dashboard));
    questions.addClassName("stack");
    if (!dashboard.leeches().isEmpty()) {
      questions.add(new Leeches(dashboard.leeches()));
    }
    Div panels = new Div();
    if (!dashboard.cohort().archived()) {
      panels.add(
          new NudgeList(dashboard, (learnerId, nudge) -> dismiss(cohortId, learnerId, nudge)));
    }
    panels.add(questions);
    panels.addClassName("panels");
    Ago ago = new Ago(instructor.calendar(), clock.instant());
    add(new CohortKpis(dashboard), panels);
    List<ReportedProblem> problems = dashboards.reports(instructor.id(), cohortId);
    if (!problems.isEmpty()) {
      add(new ReportedProblems(problems, ago));
    }
    MemberGrid grid = new MemberGrid(learners, instructor.id(), dashboard, ago);
    grid.add(downloads(grid, dashboard));
    add(grid);
  }

  private Component archived(long cohortId) {
    Button bringBack =
        new Button(
            getTranslation("cohort.bring-back"),
            click -> {
              cohorts.bringBack(instructor.id(), cohortId);
              show(cohortId);
            });
    Div note = new Div(new Span(getTranslation("cohort.archived.about")), bringBack);
    note.addClassNames("alert", "archived-note");
    return note;
  }

  private void dismiss(long cohortId, long learnerId, Nudge nudge) {
    dashboards.dismiss(instructor.id(), cohortId, learnerId, nudge);
    show(cohortId);
  }

  private Component head(Dashboard dashboard) {
    Cohort cohort = dashboard.cohort();
    Button examDays =
        new Button(
            getTranslation("cohort.exams"),
            click ->
                new ExamsDialog(
                        exams,
                        instructor.id(),
                        cohort.id(),
                        dashboard.quizzes(),
                        today(),
                        () -> show(cohort.id()))
                    .open());
    examDays.setVisible(!cohort.archived());
    Button settings =
        new Button(
            getTranslation("cohort.settings"),
            click ->
                new CohortSettings(
                        cohorts, instructors, instructor, cohort, () -> show(cohort.id()))
                    .open());
    RouterLink export =
        new RouterLink(getTranslation("cohort.export"), ExportView.class, route(cohort.id()));
    export.addClassName("btn");
    export.setVisible(!dashboard.members().isEmpty());
    return new PageHeader(
        cohort.name(),
        getTranslation("cohort.members", cohort.members()),
        assignments(cohort),
        map(dashboard),
        statistics(dashboard),
        examDays,
        settings,
        export);
  }

  private Component assignments(Cohort cohort) {
    RouterLink link =
        new RouterLink(getTranslation("cohort.assign"), AssignmentsView.class, route(cohort.id()));
    link.addClassName("btn");
    return link;
  }

  private Component map(Dashboard dashboard) {
    RouterLink link =
        new RouterLink(
            getTranslation("cohort.map.title"),
            KeyPointMapView.class,
            route(dashboard.cohort().id()));
    link.addClassName("btn");
    link.setVisible(!dashboard.members().isEmpty() && !dashboard.quizzes().isEmpty());
    return link;
  }

  /** Of the first quiz; the page leads to the others. */
  private Component statistics(Dashboard dashboard) {
    RouterLink link = new RouterLink();
    link.setText(getTranslation("cohort.statistics"));
    link.addClassName("btn");
    if (dashboard.members().isEmpty() || dashboard.quizzes().isEmpty()) {
      link.setVisible(false);
      return link;
    }
    link.setRoute(
        QuestionStatisticsView.class,
        QuestionStatisticsView.route(dashboard.cohort().id(), dashboard.quizzes().getFirst().id()));
    return link;
  }

  private LocalDate today() {
    return instructor.calendar().dayOf(clock.instant());
  }

  /** Of the table as it is searched, filtered and sorted. */
  private Component downloads(MemberGrid grid, Dashboard dashboard) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    CohortTables tables = new CohortTables(words, instructor.calendar().zone());
    Div links = new Div(new Span(getTranslation("cohort.export.as-shown")));
    links.add(
        downloads.links(
            new Sent(words, dashboard.cohort().name(), words.of("cohort.members.title")),
            () -> List.of(grid.asSeen(tables, dashboard.quizzes()))));
    links.addClassNames("toolbar", "downloads");
    return links;
  }
}
