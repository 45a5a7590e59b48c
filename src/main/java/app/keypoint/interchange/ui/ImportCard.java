package app.keypoint.interchange.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.access.PassingFile;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.interchange.HistoryImport;
import app.keypoint.interchange.LogColumn;
import app.keypoint.interchange.Preview;
import app.keypoint.interchange.ReviewLogCsv;
import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.ImportRefused.Reason;
import app.keypoint.review.history.ReviewHistory.Addition;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.FileUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file, shows what it would bring, and brings it on a click. */
class ImportCard extends Section {

  private static final Logger log = LoggerFactory.getLogger(ImportCard.class);
  private static final int POLL_MILLIS = 500;
  private static final int NO_POLL = -1;

  private final HistoryImport imports;
  private final HeavyWork heavy;
  private final CurrentAccount current;
  private final Executor executor;
  private final Runnable imported;
  private final Upload upload;
  private final Div outcome = new Div();

  /** What the learner is deciding about; null before an upload and from the decision on. */
  private @Nullable PassingFile undecided;

  /**
   * @param heavy where files are read
   * @param executor runs imports, which would otherwise hold up the learner's other pages
   * @param imported what follows when answers were imported
   */
  ImportCard(
      HistoryImport imports,
      HeavyWork heavy,
      CurrentAccount current,
      Executor executor,
      Runnable imported) {
    this.imports = imports;
    this.heavy = heavy;
    this.current = current;
    this.executor = executor;
    this.imported = imported;
    this.upload = upload();
    addClassName("card");
    outcome.addClassName("outcome");
    outcome.getElement().setAttribute("tabindex", "-1");
    add(
        new H2(getTranslation("interchange.bring")),
        new Paragraph(getTranslation("interchange.bring.about")),
        format(),
        upload,
        outcome);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    forget();
  }

  private Component format() {
    Paragraph format = new Paragraph();
    format.addClassNames("muted", "small");
    format.add(getTranslation("interchange.format.required") + " ");
    name(format, LogColumn::required);
    format.add(" " + getTranslation("interchange.format.optional") + " ");
    name(format, column -> !column.required());
    format.add(getTranslation("interchange.format.values"));
    return format;
  }

  private static void name(Paragraph target, Predicate<LogColumn> which) {
    String separator = "";
    for (LogColumn column : LogColumn.values()) {
      if (which.test(column)) {
        target.add(new Text(separator), new Code(column.title()));
        separator = ", ";
      }
    }
  }

  private Upload upload() {
    Upload field =
        FileUpload.of(
            this::receive,
            Math.toIntExact(ReviewLogCsv.MAX_BYTES),
            why -> show(Alerts.problem(why)),
            Reasons.tooLarge(this),
            getTranslation("interchange.upload.not-csv"),
            ".csv",
            ".tsv",
            ".txt");
    return field;
  }

  /** Runs without the session's lock, so that reading a large file holds up nothing else. */
  private void receive(UploadEvent event) throws IOException {
    Account learner = current.get();
    // One byte more than allowed is enough to notice that there is too much.
    PassingFile file = PassingFile.store(event.getInputStream(), ReviewLogCsv.MAX_BYTES + 1);
    try {
      Preview preview = heavy.inPlace(() -> imports.preview(learner, file.path()));
      event.getUI().access(() -> propose(learner, file, preview));
    } catch (HeavyWork.Full e) {
      file.close();
      event.getUI().access(this::full);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void full() {
    forget();
    upload.clearFileList();
    show(Alerts.problem(getTranslation("interchange.full")));
  }

  private void propose(Account learner, PassingFile file, Preview preview) {
    forget();
    upload.clearFileList();
    switch (preview) {
      case Preview.Offer offer when isAttached() -> {
        undecided = file;
        offer(learner, offer);
      }
      case Preview.Offer _ -> file.close();
      case Preview.Declined(var reason) -> {
        file.close();
        show(Alerts.problem(Reasons.text(this, reason)));
      }
      case Preview.Refused(var why) -> {
        file.close();
        show(Alerts.problem(Reasons.text(this, why)));
      }
    }
  }

  private void offer(Account learner, Preview.Offer offer) {
    OfferPanel panel =
        new OfferPanel(
            offer,
            learner.calendar().zone(),
            () -> bring(learner, !offer.findings().isEmpty()),
            this::cancel);
    show(panel);
    panel.focus();
  }

  private void cancel() {
    forget();
    show();
    upload.getElement().executeJs("this.querySelector('[slot=add-button]')?.focus()");
  }

  private void bring(Account learner, boolean skipFlawed) {
    PassingFile file = undecided;
    if (file == null) {
      return;
    }
    undecided = null;
    UI ui = UI.getCurrent();
    upload.setVisible(false);
    show(busy());
    focusOutcome();
    // Without push, the page asks whether it is done.
    ui.setPollInterval(POLL_MILLIS);
    executor.execute(
        () -> {
          Supplier<Component> result = run(learner, file, skipFlawed);
          later(ui, () -> finish(ui, result));
        });
  }

  /** What there is to say of it, once the session is at hand. */
  private Supplier<Component> run(Account learner, PassingFile file, boolean skipFlawed) {
    try (file) {
      Addition added =
          heavy.inTurn(learner.id(), () -> imports.run(learner, file.path(), skipFlawed));
      return () -> Alerts.done(getTranslation("interchange.done", added.added(), added.known()));
    } catch (HeavyWork.UnderWay e) {
      return () -> Alerts.problem(Reasons.text(this, new ImportRefused(Reason.BUSY, 0)));
    } catch (ImportRefused e) {
      return () -> Alerts.problem(Reasons.text(this, e));
    } catch (IOException | RuntimeException e) {
      log.error("A history could not be imported", e);
      return () -> Alerts.problem(getTranslation("interchange.failed"));
    }
  }

  private static void later(UI ui, Command command) {
    try {
      ui.access(command);
    } catch (UIDetachedException e) {
      // The page was closed; the import stands all the same.
      log.debug("Nobody waits for an import any more", e);
    }
  }

  private void finish(UI ui, Supplier<Component> result) {
    ui.setPollInterval(NO_POLL);
    forget();
    upload.setVisible(true);
    show(result.get());
    imported.run();
    focusOutcome();
  }

  /** Where the button was that had the focus. */
  private void focusOutcome() {
    outcome.getElement().callJsFunction("focus");
  }

  private Component busy() {
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-hidden", "true");
    Paragraph text = new Paragraph(getTranslation("interchange.busy"));
    text.getElement().setAttribute("role", "status");
    return new Div(text, bar);
  }

  private void show(Component... components) {
    outcome.removeAll();
    outcome.add(components);
  }

  private void forget() {
    if (undecided != null) {
      undecided.close();
      undecided = null;
    }
  }
}
