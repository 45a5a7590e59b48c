package app.keypoint.interchange.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.access.PassingFile;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.interchange.HistoryImport;
import app.keypoint.interchange.ReviewLogWriter;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.RefusedDownload;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;

/** Where learners bring their past from another program, and take it along to one. */
@Route("settings/history")
@PermitAll
class HistoryView extends Div implements HasDynamicTitle {

  /** A status of HTTP. */
  private final ReviewHistory history;

  private final CurrentAccount current;
  private final AuditTrail audit;
  private final HeavyWork heavy;
  private final Clock clock;

  HistoryView(
      ReviewHistory history,
      CurrentAccount current,
      AuditTrail audit,
      HeavyWork heavy,
      Clock clock,
      @Qualifier("applicationTaskExecutor") Executor executor) {
    this.history = history;
    this.current = current;
    this.audit = audit;
    this.heavy = heavy;
    this.clock = clock;
    addClassNames("settings", "history");
    ImportList brought = new ImportList(history, current);
    add(
        new PageHeader(getPageTitle(), ""),
        new SettingsNav("settings/history"),
        new ImportCard(
            new HistoryImport(history, clock), heavy, current, executor, brought::refresh),
        brought,
        export());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("interchange.title");
  }

  private Section export() {
    // Not as a download by attribute: of one that is refused a browser does not show what it says.
    Anchor download =
        new Anchor(download(), AttachmentType.INLINE, getTranslation("interchange.take.download"));
    download.addClassName("btn");
    Section card =
        new Section(
            new H2(getTranslation("interchange.take")),
            new Paragraph(getTranslation("interchange.take.about")),
            download);
    card.addClassName("card");
    return card;
  }

  /**
   * Asks again who is signed in: the link may outlive the session that it was made in. What is slow
   * to be sent waits in a file, so that it fills neither memory nor a place of others.
   */
  private DownloadHandler download() {
    Locale locale = getLocale();
    return event -> {
      Account learner = current.get();
      try (PassingFile file = heavy.inPlace(() -> written(learner))) {
        audit.record(AuditNote.of(AuditKind.EXPORTED).with(AuditWord.REVIEW_LOG));
        event.setFileName(ReviewLogWriter.fileName(learner.today(clock)));
        event.setContentType("text/csv; charset=utf-8");
        Files.copy(file.path(), event.getOutputStream());
      } catch (HeavyWork.Full e) {
        RefusedDownload.unavailable(event, getTranslation(locale, "interchange.full"));
      }
    };
  }

  private PassingFile written(Account learner) throws IOException {
    return PassingFile.write(out -> ReviewLogWriter.write(history.answers(learner.id()), out));
  }
}
