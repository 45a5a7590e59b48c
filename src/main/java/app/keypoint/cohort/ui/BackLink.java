package app.keypoint.cohort.ui;

import app.keypoint.cohort.ui.dashboard.CohortView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/** Above a page's heading, to the page that it belongs to. */
public final class BackLink extends RouterLink {

  private static final long serialVersionUID = 1L;

  /**
   * @param name of whom or what that page shows
   */
  public BackLink(String name, Class<? extends Component> page, RouteParameters route) {
    super("", page, route);
    setText(getTranslation("cohort.learner.back", name));
    addClassName("back");
  }

  public static BackLink toCohort(String name, long cohortId) {
    return new BackLink(name, CohortView.class, CohortView.route(cohortId));
  }
}
