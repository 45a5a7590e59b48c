package app.keypoint.cohort.ui.assignment;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Overview;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.export.CohortTables;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.content.Translations;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.Confirm;
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
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a cohort is asked to finish, and who has. */
@Route("cohorts/:cohortId([0-9]{1,18})/assignments")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class AssignmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Assignments assignments;
  private final CohortExams exams;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final Clock clock;
  private final Map<String, AssignmentCard> cards = new HashMap<>();
  private String title = "";

  public AssignmentsView(
      Assignments assignments,
      CohortExams exams,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      Clock clock) {
    this.assignments = assignments;
    this.exams = exams;
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
    Map<String, LocalDate> days = coming(cohortId);
    title = getTranslation("cohort.assign.page", overview.cohort().name());
    removeAll();
    BackLink back = BackLink.toCohort(overview.cohort().name(), cohortId);
    Button assign =
        new Button(getTranslation("cohort.assign.new"), click -> dialog(overview, null, days));
    assign.addThemeVariants(ButtonVariant.PRIMARY);
    assign.setVisible(!overview.cohort().archived());
    add(back, new PageHeader(getTranslation("cohort.assign"), "", assign));
    if (overview.assignments().isEmpty()) {
      add(
          new EmptyState(
              getTranslation("cohort.assign.none.title"),
              getTranslation("cohort.assign.none.text")));
    }
    cards.clear();
    overview
        .assignments()
        .forEach(
            assignment -> {
              AssignmentCard card = card(overview, assignment, days);
              cards.put(assignment.quiz().id(), card);
              add(card);
            });
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
            new Sent(words, cohort, words.of("cohort.assign")),
            named ->
                List.of(
                    TableDownloads.naming(
                        named,
                        it -> it.standing().learnerId(),
                        tables.assignments(
                            assignments.of(instructor.id(), cohort.id()).assignments(),
                            clock.instant())))));
    links.addClassNames("toolbar", "downloads");
    return links;
  }

  /** Days of exams by quiz id, without those that are over. */
  private Map<String, LocalDate> coming(long cohortId) {
    return exams.of(instructor.id(), cohortId).entrySet().stream()
        .filter(exam -> !exam.getValue().isBefore(today()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private LocalDate today() {
    return instructor.today(clock);
  }

  private AssignmentCard card(
      Overview overview, Assignment assignment, Map<String, LocalDate> days) {
    long cohortId = overview.cohort().id();
    return new AssignmentCard(
        overview.cohort(),
        assignment,
        days.get(assignment.quiz().id()),
        instructor.calendar(),
        clock.instant(),
        () -> dialog(overview, assignment, days),
        () -> confirmWithdrawal(cohortId, assignment),
        standing ->
            new ExtendDialog(
                    standing,
                    assignment.terms(),
                    instructor.calendar().zone(),
                    due -> {
                      var unused = extend(cohortId, assignment, standing.learnerId(), due);
                    })
                .open(),
        newcomer ->
            new ExtendDialog(
                    newcomer,
                    assignment.terms(),
                    instructor.calendar().zone(),
                    due -> extend(cohortId, assignment, newcomer.learnerId(), due).focusOnTitle())
                .open());
  }

  /** Answers the assignment's card as it is then. */
  private AssignmentCard extend(
      long cohortId, Assignment assignment, long learnerId, @Nullable Instant due) {
    String quizId = assignment.quiz().id();
    assignments.extend(instructor.id(), cohortId, quizId, learnerId, due);
    refresh(cohortId, quizId);
    return Objects.requireNonNull(cards.get(quizId));
  }

  /** One assignment where it stands, with the list that is open in it and the place in the list. */
  private void refresh(long cohortId, String quizId) {
    AssignmentCard card = cards.get(quizId);
    assignments.of(instructor.id(), cohortId).assignments().stream()
        .filter(assignment -> assignment.quiz().id().equals(quizId))
        .forEach(assignment -> Objects.requireNonNull(card).show(assignment, clock.instant()));
  }

  private void confirmWithdrawal(long cohortId, Assignment assignment) {
    long extensions = Objects.requireNonNull(cards.get(assignment.quiz().id())).extensions();
    Confirm.askToLose(
        getTranslation("cohort.assign.withdraw.title", QuizTexts.title(assignment.quiz())),
        getTranslation("cohort.assign.withdraw.confirm", extensions),
        getTranslation("cohort.assign.withdraw"),
        getTranslation("cohort.cancel"),
        () -> {
          assignments.withdraw(instructor.id(), cohortId, assignment.quiz().id());
          show(cohortId);
        });
  }

  private void dialog(
      Overview overview, @Nullable Assignment present, Map<String, LocalDate> days) {
    long cohortId = overview.cohort().id();
    new AssignDialog(
            overview,
            present,
            days,
            instructor.calendar(),
            clock.instant(),
            (quizId, terms) -> assignments.assign(instructor.id(), cohortId, quizId, terms),
            (quizId, day) -> prepareFor(cohortId, quizId, days.get(quizId), day),
            () -> show(cohortId))
        .open();
  }

  private void prepareFor(
      long cohortId, String quizId, @Nullable LocalDate before, @Nullable LocalDate day) {
    if (Objects.equals(before, day)) {
      return;
    }
    if (day == null) {
      exams.remove(instructor.id(), cohortId, quizId);
    } else {
      exams.set(instructor.id(), cohortId, quizId, day);
    }
  }
}
