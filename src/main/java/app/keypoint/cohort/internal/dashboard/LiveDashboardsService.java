package app.keypoint.cohort.internal.dashboard;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.LiveDashboards;
import app.keypoint.cohort.internal.dashboard.CohortPulse.Runner;
import app.keypoint.cohort.internal.dashboard.OpenDashboards.Begun;
import app.keypoint.cohort.internal.dashboard.OpenDashboards.News;
import app.keypoint.identity.GoneException;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
@OpenTo(Audience.INSTRUCTORS)
class LiveDashboardsService implements LiveDashboards {

  private final OpenDashboards open;
  private final Dashboards dashboards;

  LiveDashboardsService(OpenDashboards open, Dashboards dashboards) {
    this.open = open;
    this.dashboards = dashboards;
  }

  @Override
  public Opened open(long instructorId, long cohortId) {
    Begun begun = open.begin(cohortId);
    Runner runner =
        begun.beat().runners().stream()
            .filter(each -> each.accountId() == instructorId)
            .findFirst()
            .orElseThrow(() -> new GoneException("cohort " + cohortId));
    Dashboard read = dashboards.of(instructorId, cohortId);
    open.opened(cohortId, begun, read);
    return new Opened(read, new Page(cohortId, runner, begun.version()));
  }

  /** One page that is open; used by the thread that holds its session. */
  private final class Page implements Changes {

    private final long cohortId;
    private final Runner runner;
    private long seen;

    Page(long cohortId, Runner runner, long seen) {
      this.cohortId = cohortId;
      this.runner = runner;
      this.seen = seen;
    }

    @Override
    public Optional<Change> next() {
      News news = open.since(cohortId, runner, seen);
      if (news == null) {
        return Optional.empty();
      }
      seen = news.version();
      return Optional.of(news.change());
    }
  }
}
