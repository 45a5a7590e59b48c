package app.keypoint.cohort.ui.export;

import static app.keypoint.cohort.ui.export.TableDownloads.naming;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboard.Member;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Dashboards.ReportedProblem;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.cohort.statistics.CohortExports.Gradebook;
import app.keypoint.cohort.statistics.CohortExports.LearnerAnswer;
import app.keypoint.cohort.statistics.CohortExports.RosterMember;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.statistics.KeyPointMaps;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.dashboard.CohortView;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.cohort.ui.statistics.MapOrder;
import app.keypoint.cohort.ui.statistics.MapTables;
import app.keypoint.cohort.ui.statistics.TrendTables;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import app.keypoint.table.TableFormat;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** All that an instructor can take along of a cohort. */
@Route("cohorts/:cohortId([0-9]{1,18})/export")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class ExportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Cohorts cohorts;
  private final Dashboards dashboards;
  private final Assignments assignments;
  private final CohortExports exports;
  private final CohortTrends trends;
  private final KeyPointMaps maps;
  private final Catalogue catalogue;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final Clock clock;
  private String title = "";

  public ExportView(
      Cohorts cohorts,
      Dashboards dashboards,
      Assignments assignments,
      CohortExports exports,
      CohortTrends trends,
      KeyPointMaps maps,
      Catalogue catalogue,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      Clock clock) {
    this.cohorts = cohorts;
    this.dashboards = dashboards;
    this.assignments = assignments;
    this.exports = exports;
    this.trends = trends;
    this.maps = maps;
    this.catalogue = catalogue;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    this.clock = clock;
    addClassNames("exports");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(
        cohorts.require(
            instructor.id(), event.getRouteParameters().getLong("cohortId").orElseThrow()));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(Cohort cohort) {
    title = getTranslation("cohort.export.page", cohort.name());
    removeAll();
    BackLink back = BackLink.toCohort(cohort.name(), cohort.id());
    RouterLink report =
        new RouterLink(
            getTranslation("cohort.export.report"),
            ReportView.class,
            CohortView.route(cohort.id()));
    report.addClassName("btn");
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    add(
        back,
        new PageHeader(
            getTranslation("cohort.export"), getTranslation("cohort.export.about"), report),
        tables(cohort, words),
        answers(cohort, words),
        gradebooks(cohort, words));
  }

  private Section tables(Cohort cohort, ExportWords words) {
    ZoneId zone = instructor.calendar().zone();
    long me = instructor.id();
    long id = cohort.id();
    CohortTables tables = new CohortTables(words, zone);
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    row(
        list,
        cohort,
        words,
        "cohort.members.title",
        named -> naming(named, Member::learnerId, learners(tables, dashboards.whole(me, id))));
    row(
        list,
        cohort,
        words,
        "cohort.table.roster",
        named -> naming(named, RosterMember::learnerId, tables.roster(exports.roster(me, id))));
    row(
        list,
        cohort,
        words,
        "cohort.assign",
        named ->
            naming(
                named,
                it -> it.standing().learnerId(),
                tables.assignments(assignments.of(me, id).assignments(), clock.instant())));
    row(list, cohort, words, "cohort.hardest.title", _ -> tables.hardest(dashboards.of(me, id)));
    row(list, cohort, words, "cohort.leeches.title", _ -> tables.leeches(dashboards.of(me, id)));
    row(
        list,
        cohort,
        words,
        "cohort.map.title",
        named ->
            naming(
                named,
                KeyPointRow::learnerId,
                new MapTables(words, maps.of(me, id, null), MapOrder.FIRST).learners()));
    TrendTables over = new TrendTables(words);
    for (int i = 0; i < TrendTables.TITLES.size(); i++) {
      int nth = i;
      row(
          list,
          cohort,
          words,
          TrendTables.TITLES.get(i),
          _ -> over.all(trends.of(me, id)).get(nth));
    }
    row(
        list,
        cohort,
        words,
        "cohort.reports.title",
        named ->
            naming(named, ReportedProblem::learnerId, tables.reports(dashboards.reports(me, id))));
    Section card = card("cohort.export.tables");
    card.add(note(getTranslation("cohort.export.tables.about", Column.nameOf(zone))), list);
    return card;
  }

  private Table<Member> learners(CohortTables tables, Dashboard dashboard) {
    return tables.learners(
        dashboard.quizzes(),
        dashboard.members(),
        Member::nudges,
        CohortTables.reviews(
            trends.reviewsByWeek(
                instructor.id(),
                dashboard.cohort().id(),
                dashboard.members().stream().map(Member::learnerId).toList())),
        _ -> true);
  }

  private void row(
      UnorderedList list,
      Cohort cohort,
      ExportWords words,
      String what,
      Function<Set<Long>, Table<?>> table) {
    Sent sent = new Sent(words, cohort, words.of(what));
    list.add(item(sent.what(), downloads.links(sent, named -> List.of(table.apply(named)))));
  }

  private static ListItem item(String what, Component... links) {
    Div actions = new Div(links);
    actions.addClassName("actions");
    return new ListItem(new Span(what), actions);
  }

  private Section answers(Cohort cohort, ExportWords words) {
    Sent sent = new Sent(words, cohort, words.of("cohort.table.answers"));
    Div links = new Div();
    links.addClassName("actions");
    for (TableFormat format : TableFormat.values()) {
      Anchor link =
          downloads.link(
              sent,
              format,
              named -> List.of(naming(named, LearnerAnswer::learnerId, answersOf(cohort, words))));
      link.addClassName("btn");
      links.add(link);
    }
    Section card = card("cohort.export.answers");
    card.add(note(getTranslation("cohort.export.answers.about")), links);
    return card;
  }

  private Table<LearnerAnswer> answersOf(Cohort cohort, ExportWords words) {
    return new AnswersTable(words, catalogue.quizzes())
        .of(
            instructor.calendar().zone(),
            each -> exports.answers(instructor.id(), cohort.id(), each));
  }

  private Section gradebooks(Cohort cohort, ExportWords words) {
    Section card = card("cohort.export.gradebook");
    card.add(note(getTranslation("cohort.export.gradebook.about")));
    for (GradebookFile form : GradebookFile.values()) {
      String name = words.of("cohort.export.gradebook." + form);
      Sent sent = new Sent(words, cohort, words.of("cohort.export.gradebook.for", name));
      Anchor link =
          downloads.link(
              sent,
              TableFormat.CSV.name(),
              (target, named) -> {
                Gradebook gradebook = exports.gradebook(instructor.id(), cohort.id());
                gradebook.rows().forEach(row -> named.add(row.learnerId()));
                form.write(gradebook, target);
              });
      link.addClassName("btn");
      card.add(new H3(name), note(getTranslation("cohort.export.gradebook.about." + form)), link);
    }
    return card;
  }

  private Section card(String title) {
    Section card = new Section(new H2(getTranslation(title)));
    card.addClassName("card");
    return card;
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassName("muted");
    return note;
  }
}
