package app.keypoint.integrity.ui;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.integrity.DataCheck;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Whether what is kept follows from the log; goes on when the screen is left. */
@Route("admin/data")
@RolesAllowed("ADMINISTRATOR")
class DataCheckView extends Div implements HasDynamicTitle {

  private static final int POLL_MILLIS = 500;
  private static final int NO_POLLING = -1;

  private final DataCheck check;
  private final ZoneId zone;
  private final NativeButton start;
  private final NativeButton cancel;
  private final NativeButton repair;
  private final Paragraph status = new Paragraph();
  private final ProgressBar bar = new ProgressBar();
  private final Div facts = new Div();
  private final Section repairing = new Section();
  private final Div differences = new Div();
  private @Nullable Registration polling;
  private boolean watching;

  DataCheckView(DataCheck check, CurrentAccount current) {
    this.check = check;
    this.zone = current.get().calendar().zone();
    addClassName("data-check");
    start = new NativeButton(getTranslation("integrity.check"), click -> begin(false));
    start.addClassNames("btn", "primary");
    cancel = new NativeButton(getTranslation("integrity.cancel"), click -> check.cancel());
    cancel.addClassName("btn");
    repair = new NativeButton(getTranslation("integrity.repair"), click -> begin(true));
    repair.addClassName("btn");
    status.getElement().setAttribute("role", "status");
    bar.getElement().setAttribute("aria-label", getTranslation("integrity.progress"));
    facts.addClassNames("muted", "small");
    Div actions = new Div(start, cancel);
    actions.addClassName("actions");
    Section card = new Section(status, bar, facts, actions);
    card.addClassName("card");
    repairing.addClassName("card");
    Paragraph how =
        new Paragraph(
            getTranslation(
                check.backsUp() ? "integrity.repair-text" : "integrity.repair-elsewhere"));
    repairing.add(how);
    if (check.backsUp()) {
      repairing.add(repair);
    }
    add(
        new PageHeader(getPageTitle(), getTranslation("integrity.text")),
        card,
        repairing,
        differences);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("integrity.title");
  }

  /** One that is under way is shown from where it is. */
  @Override
  protected void onAttach(AttachEvent event) {
    polling = event.getUI().addPollListener(poll -> show());
    show();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(NO_POLLING);
    if (polling != null) {
      polling.remove();
      polling = null;
    }
  }

  private void begin(boolean rebuild) {
    check.start(rebuild);
    watching = true;
    show();
    cancel.focus();
  }

  /** The button that had the focus is gone; wherever somebody has gone meanwhile they stay. */
  private void takeFocusBack() {
    watching = false;
    start
        .getElement()
        .executeJs("if (document.activeElement === document.body) setTimeout(() => this.focus())");
  }

  /** There is no push, so the browser asks for as long as a check runs. */
  private void show() {
    Report report = check.report();
    boolean running = report.state() == State.RUNNING;
    getUI().ifPresent(ui -> ui.setPollInterval(running ? POLL_MILLIS : NO_POLLING));
    status.setText(words(report));
    start.setEnabled(!running);
    cancel.setVisible(running);
    bar.setVisible(running);
    bar.setValue((double) report.done() / Math.max(1, report.learners()));
    repairing.setVisible(report.state() == State.DIFFERENT);
    differences.removeAll();
    facts.removeAll();
    if (running) {
      facts.add(
          new Paragraph(
              getTranslation(
                  "integrity.so-far", report.done(), report.learners(), report.entries())));
      return;
    }
    tell(report);
    if (watching) {
      takeFocusBack();
    }
  }

  private String words(Report report) {
    String key = "integrity.state." + report.state();
    return switch (report.state()) {
      case DIFFERENT -> getTranslation(key, report.differences());
      case REPAIRED, CANCELLED -> getTranslation(key, report.rebuilt());
      case FAILED -> getTranslation(key, report.failure());
      case NEVER, RUNNING, CLEAN -> getTranslation(key);
    };
  }

  private void tell(Report report) {
    if (report.finishedAt() != null) {
      facts.add(
          new Paragraph(
              getTranslation(
                  "integrity.when", format(report.finishedAt()), report.done(), report.entries())));
    }
    if (report.state() == State.DIFFERENT && report.rebuilt() > 0) {
      facts.add(new Paragraph(getTranslation("integrity.rebuilt", report.rebuilt())));
    }
    if (report.backup() != null) {
      facts.add(new Paragraph(getTranslation("integrity.backup", report.backup())));
    }
    facts.add(
        new Paragraph(
            report.lastClean() == null
                ? getTranslation("integrity.never-clean")
                : getTranslation("integrity.last-clean", format(report.lastClean()))));
    if (report.differences() > 0) {
      differences.add(new DifferenceList(report));
    }
  }

  private String format(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(getLocale())
        .withZone(zone)
        .format(at);
  }
}
