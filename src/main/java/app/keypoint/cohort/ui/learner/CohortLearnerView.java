package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.LearnerInCohort;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.Nudges.Dismissed;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.dashboard.CohortView;
import app.keypoint.cohort.ui.dashboard.NudgeActions;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.BaseAddress;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.progress.ui.LearnerDetail;
import app.keypoint.ui.Confirm;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** One learner of a cohort, for their instructor. */
@Route("cohorts/:cohortId([0-9]{1,18})/learners/:learnerId([0-9]{1,18})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class CohortLearnerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** The key point to show before all else. */
  private static final String POINT = "point";

  private final Cohorts cohorts;
  private final Dashboards dashboards;
  private final Nudges nudges;
  private final LearnerNotes notes;
  private final Account instructor;
  private final BaseAddress base;
  private final Clock clock;
  private String title = "";
  private String point = "";

  public CohortLearnerView(
      Cohorts cohorts,
      Dashboards dashboards,
      Nudges nudges,
      LearnerNotes notes,
      CurrentAccount current,
      BaseAddress base,
      Clock clock) {
    this.notes = notes;
    this.cohorts = cohorts;
    this.dashboards = dashboards;
    this.nudges = nudges;
    this.base = base;
    this.instructor = current.get();
    this.clock = clock;
    addClassName("cohort-learner");
  }

  /** The parameters that lead to a learner. */
  public static RouteParameters route(long cohortId, long learnerId) {
    return new RouteParameters(
        new RouteParam("cohortId", cohortId), new RouteParam("learnerId", learnerId));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    RouteParameters parameters = event.getRouteParameters();
    point =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(POINT)
            .filter(id -> id.length() <= Quiz.MAX_ID)
            .orElse("");
    show(
        parameters.getLong("cohortId").orElseThrow(),
        parameters.getLong("learnerId").orElseThrow());
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(long cohortId, long learnerId) {
    LearnerInCohort learner = dashboards.learner(instructor.id(), cohortId, learnerId);
    title = learner.member().name();
    removeAll();
    head(learner);
    LearnerKeyPoint.of(learner, point).ifPresent(this::add);
    if (!learner.cohort().archived()) {
      nudges(learner);
    }
    add(
        new NotesCard(
            notes,
            instructor.id(),
            cohortId,
            learnerId,
            new Ago(instructor.calendar(), clock.instant())),
        new LearnerDetail(learner.progress()));
  }

  private void head(LearnerInCohort learner) {
    BackLink back = BackLink.toCohort(learner.cohort().name(), learner.cohort().id());
    Ago ago = new Ago(instructor.calendar(), clock.instant());
    add(
        back,
        new PageHeader(
            learner.member().name(),
            getTranslation(
                "cohort.learner.about",
                learner.member().username(),
                ago.words(this, learner.member().lastSeen())),
            history(learner),
            new Button(getTranslation("cohort.learner.remove"), click -> confirmRemoval(learner))));
  }

  private Component history(LearnerInCohort learner) {
    RouterLink link =
        new RouterLink(
            getTranslation("cohort.history"),
            LearnerHistoryView.class,
            route(learner.cohort().id(), learner.member().learnerId()));
    link.addClassName("btn");
    return link;
  }

  private void nudges(LearnerInCohort learner) {
    long cohortId = learner.cohort().id();
    long learnerId = learner.member().learnerId();
    String name = learner.member().name();
    List<Nudge> reasons = learner.member().nudges();
    List<Dismissed> dismissed = nudges.dismissed(instructor.id(), cohortId);
    boolean hidden =
        dismissed.stream()
            .anyMatch(one -> one.learnerId() == learnerId && one.hidden(clock.instant()));
    if (reasons.isEmpty() && !hidden) {
      return;
    }
    NudgeActions actions =
        new NudgeActions(
            nudges,
            instructor,
            learner.cohort(),
            dismissed,
            base,
            clock.instant(),
            () -> show(cohortId, learnerId));
    Section card = new Section(new H2(getTranslation("cohort.learner.nudges")));
    card.addClassNames("card", "nudges");
    reasons.forEach(nudge -> card.add(actions.reason(this, learnerId, name, nudge)));
    if (!reasons.isEmpty()) {
      card.add(actions.message(this, name, () -> reasons));
    }
    card.add(actions.hidden(this, learnerId));
    add(card);
  }

  private void confirmRemoval(LearnerInCohort learner) {
    Confirm.askToLose(
        getTranslation("cohort.learner.remove.title", learner.member().name()),
        getTranslation("cohort.learner.remove.confirm"),
        getTranslation("cohort.learner.remove"),
        getTranslation("cohort.cancel"),
        () -> {
          cohorts.removeMember(
              instructor.id(), learner.cohort().id(), learner.member().learnerId());
          UI.getCurrent().navigate(CohortView.class, CohortView.route(learner.cohort().id()));
        });
  }
}
