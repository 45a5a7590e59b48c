package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Dashboards.ReportedProblem;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.LiveDashboards;
import app.keypoint.cohort.dashboard.LiveDashboards.Change;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.Nudges.Dismissed;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.cohort.ui.BehindDialog;
import app.keypoint.cohort.ui.CohortSettings;
import app.keypoint.cohort.ui.InviteBar;
import app.keypoint.cohort.ui.assignment.ComingExams;
import app.keypoint.cohort.ui.assignment.ExamsDialog;
import app.keypoint.cohort.ui.export.CohortTables;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.cohort.ui.roster.RosterView;
import app.keypoint.cohort.ui.statistics.Leeches;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.BaseAddress;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one cohort is doing. */
@Route("cohorts/:cohortId([0-9]{1,18})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class CohortView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** The address's word for whom the table shows. */
  private static final String SHOW = "show";

  private static final int POLL_MILLIS = 1000;
  private static final int NO_POLL = -1;

  private final Cohorts cohorts;
  private final CohortInstructors instructors;
  private final LiveDashboards live;
  private final Dashboards dashboards;
  private final Learners learners;
  private final Nudges nudges;
  private final CohortExams exams;
  private final CohortTrends trends;
  private final BehindFigures figures;
  private final TableColumns columns;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final BaseAddress base;
  private final Clock clock;
  private Consumer<Filter> open = _ -> {};
  private String title = "";
  private @Nullable Runnable changes;

  public CohortView(
      Cohorts cohorts,
      CohortInstructors instructors,
      LiveDashboards live,
      Dashboards dashboards,
      Learners learners,
      Nudges nudges,
      CohortExams exams,
      CohortTrends trends,
      BehindFigures figures,
      TableColumns columns,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      BaseAddress base,
      Clock clock) {
    this.base = base;
    this.cohorts = cohorts;
    this.instructors = instructors;
    this.live = live;
    this.dashboards = dashboards;
    this.learners = learners;
    this.nudges = nudges;
    this.exams = exams;
    this.trends = trends;
    this.figures = figures;
    this.columns = columns;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    this.clock = clock;
    addClassNames("cohort", "wide");
  }

  /** What stands behind a cohort's address so that its table shows the learners of a figure. */
  public static QueryParameters showing(Filter which) {
    return QueryParameters.of(SHOW, which.name());
  }

  /** The parameters that lead to a cohort. */
  public static RouteParameters route(long cohortId) {
    return new RouteParameters(new RouteParam("cohortId", cohortId));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(event.getRouteParameters().getLong("cohortId").orElseThrow());
    Optional<String> wanted = event.getLocation().getQueryParameters().getSingleParameter(SHOW);
    Stream.of(Filter.values())
        .filter(filter -> wanted.filter(filter.name()::equals).isPresent())
        .forEach(filter -> open.accept(filter));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(long cohortId) {
    LiveDashboards.Opened opened = live.open(instructor.id(), cohortId);
    Dashboard dashboard = opened.dashboard();
    title = dashboard.cohort().name();
    removeAll();
    changes = null;
    open = _ -> {};
    PageHeader head = head(dashboard);
    add(head);
    if (dashboard.cohort().archived()) {
      add(
          new ArchivedNote(
              () -> {
                cohorts.bringBack(instructor.id(), cohortId);
                show(cohortId);
              }));
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
      changes = () -> opened.changes().next().ifPresent(_ -> show(cohortId));
      add(
          new EmptyState(
              getTranslation("cohort.no-members.title"), getTranslation("cohort.no-members.text")));
      return;
    }
    Parts parts = new Parts(head, dashboard);
    changes =
        () -> {
          opened.changes().next().ifPresent(parts::show);
          parts.renewQuestions();
        };
    open = parts.grid::open;
    add(parts.glance, parts.nudgesPart, parts.grid, parts.panels);
  }

  /** What stays when the cohort changes, so that focus, search and place stay where they are. */
  private final class Parts {

    private final PageHeader head;
    private final MemberGrid grid;
    private final Glance glance;
    private final Div nudgesPart = part();
    private final Div questions = part();
    private final Div panels = new Div(questions);
    private Dashboard shown;
    private @Nullable NudgeList list;

    /** Told by what changes, so that who watches asks nothing of their own. */
    private List<Dismissed> dismissed = List.of();

    private @Nullable Leeches leeches;

    private @Nullable HardestQuestions hardest;

    /** What the questions were filled from. */
    private Dashboard asked;

    Parts(PageHeader head, Dashboard dashboard) {
      this.head = head;
      shown = dashboard;
      asked = dashboard;
      grid = new MemberGrid(learners, trends, columns, instructor.id(), dashboard, ago());
      glance = new Glance(dashboard, grid::open);
      panels.addClassName("panels");
      fillNudges();
      fillQuestions();
      List<ReportedProblem> problems = dashboards.reports(instructor.id(), dashboard.cohort().id());
      if (!problems.isEmpty()) {
        panels.add(new ReportedProblems(problems, ago()));
      }
      grid.add(downloads(grid, dashboard));
    }

    private Ago ago() {
      return new Ago(instructor.calendar(), clock.instant());
    }

    void show(Change change) {
      Dashboard before = shown;
      Dashboard now = change.dashboard();
      shown = now;
      if (now.members().isEmpty()) {
        CohortView.this.show(now.cohort().id());
        return;
      }
      head.setText(members(now.cohort()));
      glance.show(now);
      List<Dismissed> then = dismissed;
      dismissed = Objects.requireNonNullElse(change.dismissed(), then);
      if (list != null) {
        list.show(now, !dismissed.equals(then));
      }
      if (hardest != null && !before.judged().equals(now.judged())) {
        hardest.judged(now);
      }
      if (change.all() || !ids(before).equals(ids(now))) {
        grid.updateAll(now, ago());
      } else {
        grid.update(now, change, ago());
      }
    }

    /** After a deed of this instructor's own. */
    private void dealtWith() {
      shown = dashboards.of(instructor.id(), shown.cohort().id());
      glance.show(shown);
      grid.updateAll(shown, ago());
      if (list != null) {
        dismissed = nudges.dismissed(instructor.id(), shown.cohort().id());
        list.showAfter(shown);
      }
    }

    private void fillNudges() {
      if (!shown.cohort().archived()) {
        dismissed = nudges.dismissed(instructor.id(), shown.cohort().id());
        list =
            new NudgeList(
                shown,
                () -> actions(shown.cohort(), dismissed, this::dealtWith),
                () -> grid.open(Filter.NUDGE));
        nudgesPart.add(list);
      }
    }

    /** An open list goes back to its figure when it is closed: the figure stays until then. */
    private void renewQuestions() {
      boolean others =
          !asked.hardest().equals(shown.hardest()) || !asked.leeches().equals(shown.leeches());
      if (others && !BehindDialog.isOpenBefore(UI.getCurrentOrThrow())) {
        fillQuestions();
      }
    }

    private void fillQuestions() {
      boolean open = leeches != null && leeches.isOpen();
      leeches = null;
      asked = shown;
      questions.removeAll();
      Behind behind = new Behind(figures, instructor, shown.cohort().id());
      HardestQuestions hard = new HardestQuestions(shown, behind);
      questions.add(hard);
      hardest = hard;
      if (!shown.leeches().isEmpty()) {
        Leeches anew = new Leeches(shown.leeches(), behind);
        anew.setOpen(open);
        questions.add(anew);
        leeches = anew;
      }
    }
  }

  private static Set<Long> ids(Dashboard dashboard) {
    return dashboard.members().stream()
        .map(Dashboard.Member::learnerId)
        .collect(Collectors.toSet());
  }

  /** What is filled anew when the cohort changes; no box of its own. */
  private static Div part() {
    Div part = new Div();
    part.addClassName("part");
    return part;
  }

  /** Asks for changes while the page can be seen, and not at all while it cannot. */
  @Override
  protected void onAttach(AttachEvent attach) {
    UI ui = attach.getUI();
    Registration polls = ui.addPollListener(poll -> look(ui));
    Registration seen =
        Signal.effect(
            this,
            () -> {
              boolean hidden = ui.getPage().pageVisibilitySignal().get() == PageVisibility.HIDDEN;
              ui.setPollInterval(hidden ? NO_POLL : POLL_MILLIS);
            });
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          seen.remove();
          polls.remove();
          ui.setPollInterval(NO_POLL);
        });
  }

  private void look(UI ui) {
    if (changes == null) {
      return;
    }
    try {
      changes.run();
    } catch (GoneException gone) {
      // Taken away meanwhile: the page says so as it does to whoever opens it.
      ui.setPollInterval(NO_POLL);
      ui.getPage().reload();
    }
  }

  private NudgeActions actions(Cohort cohort, List<Dismissed> dismissed, Runnable changed) {
    return new NudgeActions(nudges, instructor, cohort, dismissed, base, clock.instant(), changed);
  }

  private PageHeader head(Dashboard dashboard) {
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
    CohortPages pages = new CohortPages(this, dashboard);
    Stream<Component> actions =
        Stream.concat(pages.figures().stream(), Stream.of(examDays, settings, pages.export()));
    return new PageHeader(cohort.name(), members(cohort), actions.toArray(Component[]::new));
  }

  private String members(Cohort cohort) {
    return getTranslation("cohort.members", cohort.members());
  }

  private LocalDate today() {
    return instructor.today(clock);
  }

  /** Of the table as it is searched, filtered and sorted. */
  private Component downloads(MemberGrid grid, Dashboard dashboard) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    CohortTables tables = new CohortTables(words, instructor.calendar().zone());
    Div links = new Div(new Span(getTranslation("cohort.export.as-shown")));
    links.add(
        downloads.links(
            new Sent(words, dashboard.cohort(), words.of("cohort.members.title")),
            named ->
                List.of(
                    TableDownloads.naming(
                        named,
                        Dashboard.Member::learnerId,
                        grid.asSeen(tables, dashboard.quizzes())))));
    links.addClassNames("toolbar", "downloads");
    return links;
  }
}
