package app.keypoint.cohort.ui;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Overview;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.ui.TableDownloads.Sent;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cohort is asked to finish, and who has. */
@Route("cohorts/:cohortId([0-9]{1,18})/assignments")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class AssignmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Assignments assignments;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final Clock clock;
  private String title = "";

  public AssignmentsView(
      Assignments assignments,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      Clock clock) {
    this.assignments = assignments;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    this.clock = clock;
    addClassNames("assignments", "wide");
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
    Overview overview = assignments.of(instructor.id(), cohortId);
    title = getTranslation("cohort.assign.page", overview.cohort().name());
    removeAll();
    RouterLink back =
        new RouterLink(
            getTranslation("cohort.learner.back", overview.cohort().name()),
            CohortView.class,
            CohortView.route(cohortId));
    back.addClassName("back");
    Button assign =
        new Button(getTranslation("cohort.assign.new"), click -> dialog(overview, null));
    assign.addThemeVariants(ButtonVariant.PRIMARY);
    assign.setVisible(!overview.cohort().archived());
    add(back, new PageHeader(getTranslation("cohort.assign"), "", assign));
    if (overview.assignments().isEmpty()) {
      add(
          new EmptyState(
              getTranslation("cohort.assign.none.title"),
              getTranslation("cohort.assign.none.text")));
    }
    overview.assignments().forEach(assignment -> add(card(overview, assignment)));
    if (!overview.assignments().isEmpty()) {
      add(downloads(overview.cohort()));
    }
  }

  private Component downloads(Cohort cohort) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    CohortTables tables = new CohortTables(words, instructor.calendar().zone());
    Div links = new Div(new Span(getTranslation("cohort.export.download")));
    links.add(
        downloads.links(
            new Sent(words, cohort.name(), words.of("cohort.assign")),
            () ->
                List.of(
                    tables.assignments(
                        assignments.of(instructor.id(), cohort.id()).assignments(),
                        clock.instant()))));
    links.addClassNames("toolbar", "downloads");
    return links;
  }

  private AssignmentCard card(Overview overview, Assignment assignment) {
    long cohortId = overview.cohort().id();
    return new AssignmentCard(
        overview.cohort(),
        assignment,
        instructor.calendar(),
        clock.instant(),
        () -> dialog(overview, assignment),
        () -> {
          assignments.withdraw(instructor.id(), cohortId, assignment.quiz().id());
          show(cohortId);
        },
        standing ->
            new ExtendDialog(
                    standing,
                    assignment.terms(),
                    instructor.calendar().zone(),
                    due -> {
                      assignments.extend(
                          instructor.id(),
                          cohortId,
                          assignment.quiz().id(),
                          standing.learnerId(),
                          due);
                      show(cohortId);
                    })
                .open());
  }

  private void dialog(Overview overview, @Nullable Assignment present) {
    long cohortId = overview.cohort().id();
    new AssignDialog(
            overview,
            present,
            instructor.calendar().zone(),
            (quizId, terms) -> {
              assignments.assign(instructor.id(), cohortId, quizId, terms);
              show(cohortId);
            })
        .open();
  }
}
