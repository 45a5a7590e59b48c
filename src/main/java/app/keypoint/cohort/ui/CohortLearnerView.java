package app.keypoint.cohort.ui;

import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Dashboards;
import app.keypoint.cohort.LearnerInCohort;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.progress.ui.LearnerDetail;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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

/** One learner of a cohort, for their instructor. */
@Route("cohorts/:cohortId([0-9]{1,18})/learners/:learnerId([0-9]{1,18})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class CohortLearnerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** The key point to show before all else. */
  private static final String POINT = "point";

  private final Cohorts cohorts;
  private final Dashboards dashboards;
  private final Account instructor;
  private final Clock clock;
  private String title = "";
  private String point = "";

  public CohortLearnerView(
      Cohorts cohorts, Dashboards dashboards, CurrentAccount current, Clock clock) {
    this.cohorts = cohorts;
    this.dashboards = dashboards;
    this.instructor = current.get();
    this.clock = clock;
    addClassName("cohort-learner");
  }

  /** The parameters that lead to a learner. */
  static RouteParameters route(long cohortId, long learnerId) {
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
    if (!learner.member().nudges().isEmpty()) {
      add(nudges(learner));
    }
    add(new LearnerDetail(learner.progress()));
  }

  private void head(LearnerInCohort learner) {
    RouterLink back =
        new RouterLink(
            getTranslation("cohort.learner.back", learner.cohort().name()),
            CohortView.class,
            CohortView.route(learner.cohort().id()));
    back.addClassName("back");
    Ago ago = new Ago(instructor.calendar(), clock.instant());
    add(
        back,
        new PageHeader(
            learner.member().name(),
            getTranslation("cohort.learner.seen", ago.words(this, learner.member().lastSeen())),
            new Button(getTranslation("cohort.learner.remove"), click -> confirmRemoval(learner))));
  }

  private Component nudges(LearnerInCohort learner) {
    Section nudges = new Section(new H2(getTranslation("cohort.learner.nudges")));
    nudges.addClassNames("card", "nudges");
    learner
        .member()
        .nudges()
        .forEach(
            nudge ->
                nudges.add(
                    NudgeList.reason(
                        this,
                        nudge,
                        learner.member().name(),
                        () -> {
                          dashboards.dismiss(
                              instructor.id(),
                              learner.cohort().id(),
                              learner.member().learnerId(),
                              nudge);
                          show(learner.cohort().id(), learner.member().learnerId());
                        })));
    return nudges;
  }

  private void confirmRemoval(LearnerInCohort learner) {
    ConfirmDialog confirm =
        new ConfirmDialog(
            getTranslation("cohort.learner.remove.title", learner.member().name()),
            getTranslation("cohort.learner.remove.confirm"),
            getTranslation("cohort.learner.remove"),
            yes -> {
              cohorts.removeMember(
                  instructor.id(), learner.cohort().id(), learner.member().learnerId());
              UI.getCurrent().navigate(CohortView.class, CohortView.route(learner.cohort().id()));
            });
    confirm.setConfirmButtonTheme("error primary");
    confirm.setCancelable(true);
    confirm.setCancelText(getTranslation("cohort.cancel"));
    confirm.open();
  }
}
