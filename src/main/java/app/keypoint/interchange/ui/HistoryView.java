package app.keypoint.interchange.ui;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.interchange.HistoryImport;
import app.keypoint.interchange.ReviewLogWriter;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.ReviewHistory;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;

/** Where learners bring their past from another program, and take it along to one. */
@Route("settings/history")
@PermitAll
class HistoryView extends Div implements HasDynamicTitle {

  private final ReviewHistory history;
  private final CurrentAccount current;
  private final AuditTrail audit;
  private final Clock clock;

  HistoryView(
      ReviewHistory history,
      CurrentAccount current,
      AuditTrail audit,
      Clock clock,
      @Qualifier("applicationTaskExecutor") Executor executor) {
    this.history = history;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    addClassNames("settings", "history");
    ImportList brought = new ImportList(history, current);
    add(
        new PageHeader(getPageTitle(), ""),
        new SettingsNav("settings/history"),
        new ImportCard(new HistoryImport(history, clock), current, executor, brought::refresh),
        brought,
        export());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("interchange.title");
  }

  private Section export() {
    Anchor download = new Anchor(download(), getTranslation("interchange.take.download"));
    download.addClassName("btn");
    Section card =
        new Section(
            new H2(getTranslation("interchange.take")),
            new Paragraph(getTranslation("interchange.take.about")),
            download);
    card.addClassName("card");
    return card;
  }

  /** Asks again who is signed in: the link may outlive the session that it was made in. */
  private DownloadHandler download() {
    return event -> {
      Account learner = current.get();
      List<PastAnswer> answers = history.answers(learner.id());
      audit.record(AuditNote.of(AuditKind.EXPORTED).with(AuditWord.REVIEW_LOG));
      event.setFileName(ReviewLogWriter.fileName(learner.calendar().dayOf(clock.instant())));
      event.setContentType("text/csv; charset=utf-8");
      ReviewLogWriter.write(answers, event.getOutputStream());
    };
  }
}
