package app.keypoint.cohort.ui.roster;

import app.keypoint.access.HeavyWork;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.cohort.roster.Rosters.ChangedException;
import app.keypoint.cohort.roster.Rosters.MadeAccount;
import app.keypoint.cohort.roster.Rosters.Plan;
import app.keypoint.cohort.roster.Rosters.Preview;
import app.keypoint.cohort.roster.Rosters.Refused;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.FileUpload;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;

/** Takes a roster, shows what it would bring, and brings it on a click. */
@Route("cohorts/:cohortId([0-9]{1,18})/roster")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class RosterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final Logger log = LoggerFactory.getLogger(RosterView.class);
  private static final int POLL_MILLIS = 500;
  private static final int NO_POLL = -1;

  private final Cohorts cohorts;
  private final Rosters rosters;
  private final Account instructor;
  private final Executor executor;
  private final Clock clock;
  private final Div outcome = new Div();

  /** Hidden while an import is under way and while its passwords are on the screen. */
  private final Upload upload;

  private String title = "";
  private long cohortId;
  private String cohortName = "";

  RosterView(
      Cohorts cohorts,
      Rosters rosters,
      CurrentAccount current,
      @Qualifier("applicationTaskExecutor") Executor executor,
      Clock clock) {
    this.cohorts = cohorts;
    this.rosters = rosters;
    this.instructor = current.get();
    // In the name of whoever clicked: in the background nobody is signed in.
    this.executor = new DelegatingSecurityContextExecutor(executor);
    this.clock = clock;
    this.upload = upload();
    addClassNames("roster", "wide");
    outcome.addClassName("outcome");
    outcome.getElement().setAttribute("tabindex", "-1");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Cohort cohort =
        cohorts.require(
            instructor.id(), event.getRouteParameters().getLong("cohortId").orElseThrow());
    cohortId = cohort.id();
    cohortName = cohort.name();
    title = getTranslation("cohort.roster.page", cohortName);
    removeAll();
    outcome.removeAll();
    BackLink back = BackLink.toCohort(cohortName, cohortId);
    add(back, new PageHeader(getTranslation("cohort.roster"), ""));
    if (cohort.archived()) {
      add(
          new EmptyState(
              getTranslation("cohort.archived"), getTranslation("cohort.archived.about")));
      return;
    }
    Paragraph format = new Paragraph(getTranslation("cohort.roster.format", Rosters.MAX_ROWS));
    format.addClassNames("muted", "small");
    Section card =
        new Section(
            new H2(getTranslation("cohort.roster.bring")),
            new Paragraph(getTranslation("cohort.roster.about")),
            format,
            upload);
    upload.setVisible(true);
    card.addClassName("card");
    add(card, outcome);
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private Upload upload() {
    Upload field =
        FileUpload.of(
            this::receive,
            Rosters.MAX_BYTES,
            why -> show(Alerts.problem(why)),
            getTranslation("cohort.roster.refusal.TOO_LARGE"),
            getTranslation("cohort.roster.not-csv"),
            ".csv",
            ".tsv",
            ".txt");
    field.addAllFinishedListener(_ -> field.clearFileList());
    return field;
  }

  private void receive(UploadEvent event) throws IOException {
    // One byte more than allowed is enough to notice that there is too much.
    byte[] file = event.getInputStream().readNBytes(Rosters.MAX_BYTES + 1);
    Supplier<Component> shown = looked(file);
    event.getUI().access(() -> show(shown.get()));
  }

  private Supplier<Component> looked(byte[] file) {
    try {
      Preview preview = rosters.preview(instructor.id(), cohortId, file);
      return () ->
          switch (preview) {
            case Plan plan -> new RosterPlanPanel(plan, () -> bring(plan), this::clear);
            case Refused refused ->
                Alerts.problem(
                    getTranslation("cohort.roster.refusal." + refused.why(), refused.line()));
          };
    } catch (TooManyAttempts e) {
      return () ->
          Alerts.problem(getTranslation("cohort.roster.slowly", e.getRetryAfter().toMinutes() + 1));
    } catch (GoneException e) {
      return () -> Alerts.problem(getTranslation("cohort.roster.gone"));
    }
  }

  private void bring(Plan plan) {
    UI ui = UI.getCurrent();
    RosterProgressBar bar = new RosterProgressBar();
    upload.setVisible(false);
    show(bar);
    // Without push, the page asks whether it is done.
    ui.setPollInterval(POLL_MILLIS);
    executor.execute(
        () -> {
          Supplier<Component> result =
              brought(plan, (done, all) -> bar.goOn(() -> later(ui, () -> bar.show(done, all))));
          boolean told =
              later(
                  ui,
                  () -> {
                    ui.setPollInterval(NO_POLL);
                    finish(result.get());
                  });
          if (!told) {
            log.info("The page of an import was closed before its result was shown");
          }
        });
  }

  private Supplier<Component> brought(Plan plan, Rosters.RosterProgress progress) {
    try {
      List<MadeAccount> made = rosters.bring(instructor.id(), cohortId, plan, progress);
      return () ->
          new RosterDone(
              plan, made, cohortName, instructor.calendar(), clock.instant(), this::clear);
    } catch (CancellationException e) {
      return () -> Alerts.done(getTranslation("cohort.roster.cancelled"));
    } catch (ChangedException e) {
      return () -> Alerts.problem(getTranslation("cohort.roster.changed"));
    } catch (GoneException e) {
      return () -> Alerts.problem(getTranslation("cohort.roster.gone"));
    } catch (HeavyWork.UnderWay e) {
      return () -> Alerts.problem(getTranslation("cohort.roster.busy"));
    } catch (RuntimeException e) {
      log.error("A roster could not be imported", e);
      return () -> Alerts.problem(getTranslation("cohort.roster.failed"));
    }
  }

  /** Whether there is anybody to be told. */
  private static boolean later(UI ui, Command command) {
    try {
      var unused = ui.access(command);
      return true;
    } catch (UIDetachedException e) {
      log.debug("Nobody waits for a roster any more", e);
      return false;
    }
  }

  private void clear() {
    outcome.removeAll();
    upload.setVisible(true);
  }

  /** A file chosen now would take the passwords away: they are put away first. */
  private void finish(Component result) {
    upload.setVisible(!(result instanceof RosterDone));
    show(result);
  }

  private void show(Component component) {
    outcome.removeAll();
    outcome.add(component);
    outcome.getElement().callJsFunction("focus");
  }
}
