package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.content.ui.ConfidenceCard;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;

/** What the learner remembers, and what comes up when. */
@Route("progress")
@Menu(title = "progress.progress.menu", order = 3)
@PermitAll
class ProgressView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final LearnerProgress service;
  private final PracticeSessions practice;
  private final CurrentAccount current;
  private final AuditTrail audit;

  ProgressView(
      LearnerProgress service,
      PracticeSessions practice,
      CurrentAccount current,
      AuditTrail audit) {
    this.service = service;
    this.practice = practice;
    this.current = current;
    this.audit = audit;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Account learner = current.get();
    Progress progress = service.of(learner);
    removeAll();
    if (progress.streak().longest() == 0 && progress.cards().isEmpty()) {
      add(
          new PageHeader(getPageTitle(), ""),
          new EmptyState(text("progress.none"), text("progress.none-text"), choose()));
    } else {
      add(new PageHeader(getPageTitle(), "", export(progress)), new LearnerDetail(progress));
      if (progress.confidence().answers() > 0) {
        add(confidence(learner, progress.confidence()));
      }
    }
  }

  @Override
  public String getPageTitle() {
    return text("progress.menu");
  }

  /** For the learner alone: what they said of themselves is not for those who grade them. */
  private ConfidenceCard confidence(Account learner, ConfidenceTally tally) {
    // The tally goes further back than practice does, and knows nothing of what was right since.
    boolean open = tally.sureWrong() > 0 && practice.anySureWrong(learner);
    String wrong = text("confidence.wrong", tally.sureWrong());
    return new ConfidenceCard(
        tally,
        text("confidence.text", Progress.CONFIDENCE_DAYS),
        open ? text("confidence.wrong-open", wrong) : wrong,
        open ? "practice?sure" : "");
  }

  private static Anchor choose() {
    Anchor choose = new Anchor("quizzes", text("progress.none-action"));
    choose.addClassNames("btn", "primary");
    return choose;
  }

  /** Asks again who is signed in: the link may outlive the session that it was made in. */
  private Anchor export(Progress progress) {
    String file = text("progress.export-file", progress.today().toString());
    DownloadHandler download =
        event -> {
          event.setFileName(file);
          event.setContentType("application/json");
          audit.record(AuditNote.of(AuditKind.EXPORTED).with(AuditWord.OWN_DATA));
          service.export(current.get(), event.getOutputStream());
        };
    Anchor export = new Anchor(download, text("progress.export"));
    export.addClassName("btn");
    return export;
  }
}
