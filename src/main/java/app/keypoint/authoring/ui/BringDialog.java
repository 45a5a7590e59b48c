package app.keypoint.authoring.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.authoring.Articles.Reason;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.QuizFiles.Copyable;
import app.keypoint.authoring.ui.form.Fields;
import app.keypoint.content.Finding;
import app.keypoint.identity.GoneException;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.FileUpload;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.text.ListFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A quiz of one's own out of one that there is: a served one, or a quiz file. */
final class BringDialog extends Dialog {

  private static final int MAX_FINDINGS = 20;

  private final QuizFiles files;
  private final long authorId;
  private final Consumer<Draft> onDraft;
  private final Div problems = new Div();
  private final Upload upload;

  BringDialog(QuizFiles files, long authorId, Consumer<Draft> onDraft) {
    this.files = files;
    this.authorId = authorId;
    this.onDraft = onDraft;
    setHeaderTitle(getTranslation("authoring.bring.title"));
    upload =
        FileUpload.of(
            this::receive,
            QuizFiles.MAX_ARCHIVE,
            this::say,
            getTranslation("authoring.bring.too-big"),
            getTranslation("authoring.bring.unreadable.OTHER_KIND"),
            ".yaml",
            ".yml",
            ".zip");
    setWidth("min(640px, 100vw)");
    Div body = new Div(problems);
    body.addClassName("item-form");
    copy(body, files.copyable(authorId));
    file(body);
    add(body);
    getFooter().add(new Button(getTranslation("authoring.cancel"), click -> close()));
  }

  private void copy(Div body, List<Copyable> copyable) {
    ComboBox<Copyable> choice = new ComboBox<>(getTranslation("authoring.bring.which"));
    choice.setItems(copyable);
    choice.setItemLabelGenerator(
        quiz ->
            quiz.inFile() ? getTranslation("authoring.bring.in-file", quiz.title()) : quiz.title());
    choice.setHelperText(getTranslation("authoring.bring.one-language"));
    choice.setWidthFull();
    Button copy =
        new Button(
            getTranslation("authoring.bring.copy"),
            click -> {
              if (choice.getValue() == null) {
                choice.focus();
              } else {
                bring(() -> files.copy(authorId, choice.getValue().quizId()));
              }
            });
    copy.addThemeVariants(ButtonVariant.PRIMARY);
    body.add(new H3(getTranslation("authoring.bring.served")), choice, copy);
  }

  private void file(Div body) {
    Paragraph about = new Paragraph(getTranslation("authoring.bring.upload"));
    about.addClassNames("muted", "small");
    TextArea text = new TextArea(getTranslation("authoring.bring.yaml"));
    text.setMaxLength(QuizFiles.MAX_FILE + Fields.CUT_AFTER);
    text.setMinRows(4);
    text.setMaxRows(12);
    text.setWidthFull();
    Button take =
        new Button(getTranslation("authoring.bring.take"), click -> take(text.getValue()));
    body.add(new H3(getTranslation("authoring.bring.file")), about, upload, text, take);
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    // One byte more than allowed is enough to notice that there is too much.
    byte[] file = event.getInputStream().readNBytes(QuizFiles.MAX_ARCHIVE + 1);
    Runnable outcome = outcome(() -> files.upload(authorId, file));
    ui.access(
        () -> {
          upload.clearFileList();
          outcome.run();
        });
  }

  private void take(String yaml) {
    if (yaml.length() > QuizFiles.MAX_FILE) {
      say(tooLong());
    } else {
      outcome(() -> files.upload(authorId, yaml)).run();
    }
  }

  /** Takes something in at once, and says how to show what came of it. */
  private Runnable outcome(Supplier<QuizFiles.Upload> bringing) {
    try {
      return switch (bringing.get()) {
        case QuizFiles.Upload.Taken taken ->
            taken.notTaken().isEmpty() && taken.languages().isEmpty()
                ? () -> opened(taken.draft())
                : () -> without(taken);
        case QuizFiles.Upload.Refused(List<Finding> findings) -> () -> refuse(findings);
        case QuizFiles.Upload.Unreadable(Reason reason) -> () -> say(unreadable(reason));
      };
    } catch (Drafts.TooMuch e) {
      return () -> tell("authoring.bring.too-many");
    } catch (HeavyWork.Full e) {
      return () -> tell("authoring.image.busy");
    }
  }

  private String unreadable(Reason reason) {
    return reason == Reason.TOO_BIG
        ? tooLong()
        : getTranslation("authoring.bring.unreadable." + reason);
  }

  private String tooLong() {
    return getTranslation("authoring.bring.too-long", QuizFiles.MAX_FILE);
  }

  private void opened(Draft draft) {
    // Whoever closed the dialog meanwhile is elsewhere by now; the quiz is in the list.
    if (isOpened()) {
      close();
      onDraft.accept(draft);
    }
  }

  private void bring(Supplier<Draft> draft) {
    try {
      opened(draft.get());
    } catch (GoneException e) {
      tell("authoring.bring.gone");
    } catch (Drafts.TooLarge e) {
      say(getTranslation("authoring.bring.too-large", Drafts.MAX_SIZE));
    } catch (Drafts.TooMuch e) {
      tell("authoring.bring.too-many");
    }
  }

  private void refuse(List<Finding> findings) {
    tell("authoring.bring.refused");
    UnorderedList list = new UnorderedList();
    findings.stream()
        .limit(MAX_FINDINGS)
        .forEach(finding -> list.add(new ListItem(FindingWords.ofFile(finding, this))));
    problems.add(list);
  }

  /** It is in the list of quizzes by now, whether it is opened from here or not. */
  private void without(QuizFiles.Upload.Taken taken) {
    problems.removeAll();
    if (!taken.notTaken().isEmpty()) {
      UnorderedList list = new UnorderedList();
      taken.notTaken().stream()
          .limit(MAX_FINDINGS)
          .forEach(
              image ->
                  list.add(
                      new ListItem(
                          getTranslation("authoring.bring.image", image.name(), why(image)))));
      problems.add(Alerts.problem(getTranslation("authoring.bring.not-taken")), list);
    }
    if (!taken.languages().isEmpty()) {
      problems.add(
          Alerts.problem(getTranslation("authoring.bring.translations", languages(taken))));
    }
    Button open =
        new Button(getTranslation("authoring.bring.open"), click -> opened(taken.draft()));
    problems.add(open);
    open.focus();
  }

  private String languages(QuizFiles.Upload.Taken taken) {
    return ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(
            taken.languages().stream()
                .limit(MAX_FINDINGS)
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(getLocale()))
                .toList());
  }

  private String why(QuizFiles.NotTaken image) {
    return getTranslation(
        "authoring.image." + (image.fault() == null ? "full" : image.fault().name()));
  }

  private void tell(String key) {
    say(getTranslation(key));
  }

  private void say(String words) {
    problems.removeAll();
    problems.add(Alerts.problem(words));
  }
}
