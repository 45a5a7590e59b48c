package app.keypoint.privacy.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.access.PassingFile;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.privacy.OwnData;
import app.keypoint.ui.RefusedDownload;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that is kept of oneself, as one file. */
class TakeAlongCard extends Section {

  private final OwnData data;
  private final AuditTrail audit;
  private final HeavyWork heavy;
  private final CurrentAccount current;
  private final Clock clock;

  TakeAlongCard(
      OwnData data, AuditTrail audit, HeavyWork heavy, CurrentAccount current, Clock clock) {
    this.data = data;
    this.audit = audit;
    this.heavy = heavy;
    this.current = current;
    this.clock = clock;
    addClassName("card");
    // Not as a download by attribute: of one that is refused a browser does not show what it says.
    Anchor download =
        new Anchor(download(), AttachmentType.INLINE, getTranslation("privacy.take.download"));
    download.addClassName("btn");
    add(
        new H2(getTranslation("privacy.take")),
        new Paragraph(getTranslation("privacy.take.about")),
        download);
  }

  /** Asks again who is signed in: the link may outlive the session that it was made in. */
  private DownloadHandler download() {
    Locale locale = getLocale();
    return event -> {
      Account account = current.get();
      LocalDate today = account.today(clock);
      String readme = readme(locale, account, today);
      try (PassingFile file =
          heavy.<PassingFile, IOException>alone(
              account.id(), () -> heavy.inPlace(() -> made(account, readme)))) {
        event.setFileName("keypoint-my-data-" + today + ".zip");
        event.setContentType("application/zip");
        event
            .getResponse()
            .setHeader(
                "Content-Disposition",
                "attachment; filename=\"keypoint-my-data-" + today + ".zip\"");
        Files.copy(file.path(), event.getOutputStream());
      } catch (HeavyWork.Full | HeavyWork.UnderWay e) {
        RefusedDownload.unavailable(event, getTranslation(locale, "privacy.take.full"));
      }
    };
  }

  private PassingFile made(Account account, String readme) throws IOException {
    // Before it is read, so that it is in it, and not before there is a place to make it.
    audit.record(AuditNote.of(AuditKind.EXPORTED).with(AuditWord.OWN_DATA));
    return PassingFile.write(out -> data.write(account, readme, out));
  }

  private String readme(Locale locale, Account account, LocalDate today) {
    return getTranslation(
            locale, "privacy.readme", account.displayName(), account.username(), today.toString())
        + "\n\n"
        + data.parts().stream()
            .map(part -> part + ": " + getTranslation(locale, "privacy.part." + part))
            .collect(Collectors.joining("\n"))
        + "\n\n"
        + getTranslation(locale, "privacy.readme.secrets")
        + "\n";
  }
}
