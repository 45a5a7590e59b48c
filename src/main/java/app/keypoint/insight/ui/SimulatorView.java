package app.keypoint.insight.ui;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.insight.simulation.Plan;
import app.keypoint.review.ReviewSettings;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** How much work a year would be, and what would be remembered at its end. */
@Route("settings/reviews/simulate")
@PermitAll
class SimulatorView extends Div implements HasDynamicTitle {

  private static final int POLL_MILLIS = 250;
  private static final int NO_POLLING = -1;

  private final SimulationForm form;
  private final long accountId;
  private final NativeButton start = new NativeButton(getTranslation("insight.simulate.start"));
  private final NativeButton cancel = new NativeButton(getTranslation("insight.simulate.cancel"));
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph status = new Paragraph();
  private final Div outcome = new Div();
  private @Nullable SimulationRun run;
  private @Nullable Registration polling;

  SimulatorView(ReviewSettings settings, CurrentAccount currentAccount) {
    accountId = currentAccount.get().id();
    form = new SimulationForm(settings.of(accountId));
    addClassName("insight");
    start.addClassNames("btn", "primary");
    start.addClickListener(click -> form.plan().ifPresent(this::start));
    cancel.addClassName("btn");
    cancel.addClickListener(click -> cancel());
    Div actions = new Div(start, cancel);
    actions.addClassName("actions");
    form.add(actions);
    Paragraph assumed = new Paragraph(getTranslation("insight.simulate.assumed"));
    assumed.addClassNames("muted", "small");
    bar.getElement().setAttribute("aria-label", getTranslation("insight.simulate.running"));
    status.getElement().setAttribute("role", "status");
    Div running = new Div(status, bar);
    running.addClassName("simulation");
    Section asked = new Section(form, running, assumed);
    asked.addClassName("card");
    outcome.addClassName("outcome");
    add(
        InsightLinks.back(this),
        new PageHeader(getPageTitle(), getTranslation("insight.simulate.text")),
        asked,
        outcome);
    showRunning(false);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("insight.simulate.title");
  }

  /** Nobody is left to see the result. */
  @Override
  protected void onDetach(DetachEvent event) {
    SimulationRun running = run;
    if (running != null) {
      running.cancel();
      stopPolling(event.getUI());
    }
  }

  private void start(Plan plan) {
    outcome.removeAll();
    run = SimulationRun.start(accountId, plan);
    bar.setValue(0);
    status.setText(getTranslation("insight.simulate.running"));
    showRunning(true);
    // There is no push, so the browser asks for as long as there is something to see.
    UI ui = getUI().orElseThrow();
    ui.setPollInterval(POLL_MILLIS);
    polling = ui.addPollListener(poll -> update());
  }

  private void cancel() {
    SimulationRun running = run;
    if (running != null) {
      running.cancel();
      finish(getTranslation("insight.simulate.cancelled"));
    }
  }

  private void update() {
    SimulationRun running = run;
    if (running == null) {
      return;
    }
    bar.setValue(running.progress());
    Future<SimulationRun.Result> result = running.result();
    switch (result.state()) {
      case SUCCESS -> {
        finish(getTranslation("insight.simulate.done"));
        outcome.add(new SimulationResult(result.resultNow()));
      }
      case FAILED, CANCELLED ->
          finish(
              getTranslation(
                  running.cancelled() ? "insight.simulate.replaced" : "insight.simulate.failed"));
      case RUNNING -> {}
    }
  }

  private void finish(String words) {
    run = null;
    status.setText(words);
    showRunning(false);
    getUI().ifPresent(this::stopPolling);
  }

  private void stopPolling(UI ui) {
    ui.setPollInterval(NO_POLLING);
    Registration listener = polling;
    if (listener != null) {
      listener.remove();
      polling = null;
    }
  }

  private void showRunning(boolean running) {
    start.setEnabled(!running);
    cancel.setVisible(running);
    bar.setVisible(running);
  }
}
