package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.DraftPictures.Brought;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.ImageText;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.Pictures;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.FileUpload;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The image of a question, dropped or chosen as a file, and the words that stand for it. */
final class PictureField extends Div {

  final FindingSlot noteFile;
  final FindingSlot noteAlt;
  private final Function<byte[], Brought> bring;
  private final Runnable before;
  private final BooleanSupplier onEdit;
  private final Upload upload;
  private final Div shown = new Div();
  private final Div outcome = new Div();
  private final Image image = new Image();
  private final TextArea alt;
  private String file;

  /**
   * @param bring takes the bytes of a file; called without the page's lock
   * @param before called before an image comes or goes
   * @param onEdit called after that; answers whether it is saved
   */
  PictureField(
      ImageText stated, Function<byte[], Brought> bring, Runnable before, BooleanSupplier onEdit) {
    this.bring = bring;
    this.before = before;
    this.onEdit = onEdit;
    file = stated.file();
    addClassName("picture-field");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", getTranslation("authoring.image"));
    Paragraph about = new Paragraph(getTranslation("authoring.image.about"));
    about.addClassNames("muted", "small");
    upload =
        FileUpload.of(
            this::receive,
            DraftPictures.MAX_FILE,
            why -> show(Alerts.problem(why)),
            text(PictureFault.TOO_BIG),
            text(PictureFault.OTHER_KIND),
            ".png",
            ".jpg",
            ".jpeg",
            ".webp");
    alt =
        Fields.text(
            "image/alt",
            getTranslation("authoring.image.alt"),
            stated.alt(),
            ItemBody.MAX_TEXT,
            () -> {
              var unused = onEdit.getAsBoolean();
            });
    alt.setPlaceholder(getTranslation("authoring.image.alt.which"));
    // Its words are beside it.
    image.setAlt("");
    Button remove = new Button(getTranslation("authoring.image.remove"), click -> remove());
    Div picture = new Div(image, remove);
    picture.addClassName("picture-shown");
    Div notes = new Div();
    shown.add(picture, notes, alt);
    shown.addClassName("item-form");
    noteFile = FindingSlot.in(notes);
    noteAlt = FindingSlot.beside(alt);
    add(about, upload, outcome, shown);
    show();
  }

  /** What it says now. */
  ImageText image() {
    return file.isEmpty() ? ImageText.NONE : new ImageText(file, alt.getValue());
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    // One byte more than allowed is enough to notice that there is too much.
    Brought brought = bring.apply(event.getInputStream().readNBytes(DraftPictures.MAX_FILE + 1));
    String name = event.getFileName();
    ui.access(() -> take(name, brought));
  }

  /** The author may have gone on to another part while the file was on its way. */
  private void take(String name, Brought brought) {
    if (!isAttached()) {
      Notification.show(getTranslation("authoring.image.late", name));
      return;
    }
    upload.clearFileList();
    switch (brought) {
      case Brought.Taken(String taken) -> {
        before.run();
        file = taken;
        show();
        show(
            onEdit.getAsBoolean()
                ? Alerts.done(getTranslation("authoring.image.taken", name))
                : Alerts.problem(getTranslation("authoring.image.unsaved", name)));
        alt.focus();
      }
      case Brought.Faulty(PictureFault fault) -> show(Alerts.problem(text(fault)));
      case Brought.Full _ -> show(Alerts.problem(getTranslation("authoring.image.full")));
      case Brought.Busy _ -> show(Alerts.problem(getTranslation("authoring.image.busy")));
    }
  }

  private void remove() {
    before.run();
    file = "";
    alt.setValue("");
    outcome.removeAll();
    show();
    var unused = onEdit.getAsBoolean();
  }

  private void show() {
    shown.setVisible(!file.isEmpty());
    if (!file.isEmpty()) {
      image.setSrc(Pictures.PATH + file.replaceFirst("\\..*", ""));
    }
  }

  private String text(PictureFault fault) {
    return getTranslation("authoring.image." + fault);
  }

  private void show(Paragraph said) {
    outcome.removeAll();
    outcome.add(said);
  }
}
