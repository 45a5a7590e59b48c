package app.keypoint.cohort.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.access.PassingFile;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.table.Table;
import app.keypoint.table.TableFormat;
import app.keypoint.ui.RefusedDownload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends what an instructor takes along of a cohort, and records that they did. What is read is
 * written to a temporary file first, so that whoever reads slowly holds neither a connection of the
 * database nor memory. All is read anew: a page left open since the morning sends the present.
 */
@SpringComponent
class TableDownloads {

  private final AuditTrail audit;
  private final HeavyWork heavy;
  private final CurrentAccount current;
  private final Clock clock;

  TableDownloads(AuditTrail audit, HeavyWork heavy, CurrentAccount current, Clock clock) {
    this.audit = audit;
    this.heavy = heavy;
    this.current = current;
    this.clock = clock;
  }

  /**
   * What is sent.
   *
   * @param cohort its name
   * @param what in a word or two, for the file's name and the audit log
   */
  record Sent(ExportWords words, String cohort, String what) {}

  /** A link to tables in a form of file. */
  Anchor link(Sent sent, TableFormat format, Supplier<List<Table<?>>> tables) {
    return link(
        sent,
        format.name(),
        format,
        () -> PassingFile.write(target -> format.write(tables.get(), target)));
  }

  /** Links to tables in every form of file. */
  Component[] links(Sent sent, Supplier<List<Table<?>>> tables) {
    return Stream.of(TableFormat.values())
        .map(format -> link(sent, format, tables))
        .toArray(Component[]::new);
  }

  /** A link to a table of any length. */
  Anchor linkToMuch(Sent sent, TableFormat format, Supplier<Table<?>> table) {
    return link(
        sent,
        format.name(),
        format,
        () -> PassingFile.write(target -> format.write(List.of(table.get()), target)));
  }

  /** A link to a CSV of another form. */
  Anchor link(Sent sent, String label, PassingFile.Content content) {
    return link(sent, label, TableFormat.CSV, () -> PassingFile.write(content));
  }

  private Anchor link(Sent sent, String label, TableFormat format, Making making) {
    Anchor link = new Anchor();
    link.setText(label);
    link.setAriaLabel(sent.words().of("cohort.table.as", sent.what(), label));
    DownloadHandler handler = event -> send(event, sent, format, making);
    // Its headers say that it is a file; what is said instead of one is shown.
    link.setHref(handler, AttachmentType.INLINE);
    return link;
  }

  /** Makes a file, in a place of heavy work: a large cohort is read whole for it. */
  @FunctionalInterface
  private interface Making {
    PassingFile make() throws IOException;
  }

  private void send(DownloadEvent event, Sent sent, TableFormat format, Making making)
      throws IOException {
    try (PassingFile file = heavy.inPlace(making::make)) {
      audit.record(AuditNote.of(AuditKind.EXPORTED).with(sent.cohort() + " · " + sent.what()));
      event.setFileName(
          format.fileName(
              current.get().calendar().dayOf(clock.instant()), sent.cohort(), sent.what()));
      event.setContentType(format.mediaType());
      event.setContentLength(Files.size(file.path()));
      Files.copy(file.path(), event.getOutputStream());
    } catch (HeavyWork.Full e) {
      RefusedDownload.unavailable(event, sent.words().of("cohort.table.full"));
    } catch (GoneException e) {
      RefusedDownload.say(event, HttpStatusCode.NOT_FOUND, sent.words().of("cohort.table.gone"));
    }
  }
}
