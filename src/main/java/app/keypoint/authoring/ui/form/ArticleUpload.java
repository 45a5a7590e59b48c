package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Articles.Brought;
import app.keypoint.authoring.ItemBody;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.FileUpload;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Where an article is dropped, or chosen, as a file. */
public final class ArticleUpload extends Div {

  private final BiFunction<String, byte[], Brought> read;
  private final Predicate<String> onText;
  private final Upload upload;
  private final Div outcome = new Div();

  /**
   * @param read takes a file's name and bytes; called without the page's lock
   * @param onText called with an article in paragraphs; answers whether they are saved
   */
  public ArticleUpload(BiFunction<String, byte[], Brought> read, Predicate<String> onText) {
    this.read = read;
    this.onText = onText;
    addClassName("article-upload");
    Paragraph about = new Paragraph(getTranslation("authoring.file"));
    about.addClassNames("muted", "small");
    upload =
        FileUpload.of(
            this::receive,
            Articles.MAX_FILE,
            why -> show(Alerts.problem(why)),
            text(Articles.Reason.TOO_BIG),
            text(Articles.Reason.OTHER_KIND),
            ".txt",
            ".text",
            ".md",
            ".markdown",
            ".html",
            ".htm");
    add(about, upload, outcome);
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    // One byte more than allowed is enough to notice that there is too much.
    byte[] file = event.getInputStream().readNBytes(Articles.MAX_FILE + 1);
    String name = event.getFileName();
    Brought brought =
        read.apply(name.substring(Math.max(0, name.length() - Articles.MAX_NAME)), file);
    ui.access(() -> take(name, brought));
  }

  /** The author may have gone on to another part while the file was on its way. */
  private void take(String name, Brought brought) {
    if (!isAttached()) {
      Notification.show(getTranslation("authoring.file.late", name));
      return;
    }
    upload.clearFileList();
    switch (brought) {
      case Brought.Paragraphs(String text) -> {
        show(
            onText.test(text)
                ? Alerts.done(getTranslation("authoring.file.taken", name))
                : Alerts.problem(getTranslation("authoring.file.unsaved", name)));
      }
      case Brought.Refused(Articles.Reason reason) -> show(Alerts.problem(text(reason)));
    }
  }

  private String text(Articles.Reason reason) {
    int most =
        reason == Articles.Reason.TOO_LONG ? ItemBody.MAX_ARTICLE : Articles.MAX_FILE / 1_000;
    return getTranslation("authoring.file." + reason, most);
  }

  private void show(Paragraph said) {
    outcome.removeAll();
    outcome.add(said);
  }
}
