package app.keypoint.cohort.ui.export;

import app.keypoint.access.HeavyWork;
import app.keypoint.access.PassingFile;
import app.keypoint.audit.TooMuchToRecord;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.identity.Account;
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
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Sends what an instructor takes along of a cohort, and records that they did. What is read is
 * written to a temporary file first, so that whoever reads slowly holds neither a connection of the
 * database nor memory. All is read anew: a page left open since the morning sends the present.
 */
@SpringComponent
public class TableDownloads {

  private final CohortExports exports;
  private final HeavyWork heavy;
  private final CurrentAccount current;
  private final Clock clock;

  TableDownloads(CohortExports exports, HeavyWork heavy, CurrentAccount current, Clock clock) {
    this.exports = exports;
    this.heavy = heavy;
    this.current = current;
    this.clock = clock;
  }

  /**
   * What is sent.
   *
   * @param cohort of which it is
   * @param what in a word or two, for the audit log: without names, which nobody could remove there
   * @param file the same for the file's name, where a learner may be named
   */
  public record Sent(ExportWords words, Cohort cohort, String what, String file) {

    /** What is of nobody in particular. */
    public Sent(ExportWords words, Cohort cohort, String what) {
      this(words, cohort, what, what);
    }
  }

  /** Tables that name learners. */
  @FunctionalInterface
  public interface OfLearners {

    /**
     * Reads them.
     *
     * @param named takes who is in them, as {@link #naming} notes it
     */
    List<Table<?>> read(Set<Long> named);
  }

  /** What is written, and names learners. */
  @FunctionalInterface
  interface Content {

    /** Writes it, and notes who is in it. */
    void write(OutputStream target, Set<Long> named) throws IOException;
  }

  /** The same table, which notes whose each row is as it is written. */
  public static <R> Table<R> naming(
      Set<Long> named, ToLongFunction<? super R> learner, Table<R> table) {
    return new Table<>(
        table.title(),
        table.columns(),
        each ->
            table
                .rows()
                .each(
                    row -> {
                      named.add(learner.applyAsLong(row));
                      each.accept(row);
                    }));
  }

  /** A link to tables of nobody in a form of file. */
  public Anchor link(Sent sent, TableFormat format, Supplier<List<Table<?>>> tables) {
    return link(sent, format, _ -> tables.get());
  }

  /** A link to tables in a form of file, however long they are. */
  Anchor link(Sent sent, TableFormat format, OfLearners tables) {
    return link(
        sent, format.name(), format, (target, named) -> format.write(tables.read(named), target));
  }

  /** Links to tables of nobody in every form of file. */
  Component[] links(Sent sent, Supplier<List<Table<?>>> tables) {
    return links(sent, _ -> tables.get());
  }

  /** Links to tables in every form of file. */
  public Component[] links(Sent sent, OfLearners tables) {
    return Stream.of(TableFormat.values())
        .map(format -> link(sent, format, tables))
        .toArray(Component[]::new);
  }

  /** A link to a CSV of another form. */
  Anchor link(Sent sent, String label, Content content) {
    return link(sent, label, TableFormat.CSV, content);
  }

  private Anchor link(Sent sent, String label, TableFormat format, Content content) {
    Anchor link = new Anchor();
    link.setText(label);
    link.setAriaLabel(sent.words().of("cohort.table.as", sent.what(), label));
    DownloadHandler handler = event -> send(event, sent, format, content);
    // Its headers say that it is a file; what is said instead of one is shown.
    link.setHref(handler, AttachmentType.INLINE);
    return link;
  }

  /** Made in a place of heavy work: a large cohort is read whole for it. */
  private void send(DownloadEvent event, Sent sent, TableFormat format, Content content)
      throws IOException {
    Set<Long> named = new HashSet<>();
    try (PassingFile file =
        heavy.<PassingFile, IOException>inPlace(
            () -> PassingFile.write(target -> content.write(target, named)))) {
      Account account = current.get();
      exports.taken(account.id(), sent.cohort().id(), sent.what(), named);
      event.setFileName(format.fileName(account.today(clock), sent.cohort().name(), sent.file()));
      event.setContentType(format.mediaType());
      event.setContentLength(Files.size(file.path()));
      Files.copy(file.path(), event.getOutputStream());
    } catch (HeavyWork.Full e) {
      RefusedDownload.unavailable(event, sent.words().of("cohort.table.full"));
    } catch (TooMuchToRecord e) {
      RefusedDownload.tooMuch(
          event, e.minutes(), sent.words().of("cohort.table.too-much", e.minutes()));
    } catch (GoneException e) {
      RefusedDownload.say(event, HttpStatusCode.NOT_FOUND, sent.words().of("cohort.table.gone"));
    }
  }
}
