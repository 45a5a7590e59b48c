package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.ui.assignment.AssignmentsView;
import app.keypoint.cohort.ui.export.ExportView;
import app.keypoint.cohort.ui.statistics.CohortTrendsView;
import app.keypoint.cohort.ui.statistics.KeyPointMapView;
import app.keypoint.cohort.ui.statistics.QuestionStatisticsView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Links to the other pages of a cohort, those on which there is something to see. */
final class CohortPages {

  private final Component view;
  private final Cohort cohort;
  private final boolean figures;
  private final boolean members;
  private final Dashboard dashboard;

  CohortPages(Component view, Dashboard dashboard) {
    this.view = view;
    this.dashboard = dashboard;
    this.cohort = dashboard.cohort();
    this.members = !dashboard.members().isEmpty();
    this.figures = members && !dashboard.quizzes().isEmpty();
  }

  /** To what is there for whoever teaches, in their order. */
  List<Component> figures() {
    RouterLink assignments = link("cohort.assign", AssignmentsView.class, true);
    assignments.addClassName("primary");
    return List.of(
        assignments,
        link("cohort.map.title", KeyPointMapView.class, figures),
        link("cohort.trends.title", CohortTrendsView.class, figures),
        statistics());
  }

  Component export() {
    return link("cohort.export", ExportView.class, members);
  }

  private RouterLink link(String words, Class<? extends Component> page, boolean shown) {
    RouterLink link =
        new RouterLink(view.getTranslation(words), page, CohortView.route(cohort.id()));
    link.addClassName("btn");
    link.setVisible(shown);
    return link;
  }

  /** Of the first quiz; the page leads to the others. */
  private Component statistics() {
    RouterLink link = new RouterLink();
    link.setText(view.getTranslation("cohort.statistics"));
    link.addClassName("btn");
    link.setVisible(figures);
    if (figures) {
      link.setRoute(
          QuestionStatisticsView.class,
          QuestionStatisticsView.route(cohort.id(), dashboard.quizzes().getFirst().id()));
    }
    return link;
  }
}
