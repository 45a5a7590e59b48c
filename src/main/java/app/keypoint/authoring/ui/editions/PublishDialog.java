package app.keypoint.authoring.ui.editions;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.ItemChange;
import app.keypoint.authoring.ItemChange.Change;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.content.Finding.Severity;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** What publishing would change for learners, and the button that does it. */
public final class PublishDialog extends Dialog {

  private final Publishing publishing;
  private final long authorId;
  private final Draft draft;
  private final Consumer<Edition> onPublished;
  private final Div body = new Div();
  private final TextField note = new TextField();
  private final Button publish;
  private String mark = "";

  public PublishDialog(
      Publishing publishing, long authorId, Draft draft, Consumer<Edition> onPublished) {
    this.publishing = publishing;
    this.authorId = authorId;
    this.draft = draft;
    this.onPublished = onPublished;
    setHeaderTitle(getTranslation("authoring.publish.title"));
    setWidth("min(720px, 100vw)");
    note.setLabel(getTranslation("authoring.publish.note"));
    note.setMaxLength(Edition.MAX_NOTE);
    note.setWidthFull();
    publish = new Button(getTranslation("authoring.publish.now"), click -> publish());
    publish.addThemeVariants(ButtonVariant.PRIMARY);
    publish.setAutofocus(true);
    add(body, note);
    getFooter().add(new Button(getTranslation("authoring.cancel"), click -> close()), publish);
    show();
  }

  private void show() {
    Publishing.Preview preview = publishing.preview(authorId, draft.id());
    mark = preview.mark();
    body.removeAll();
    long errors =
        preview.check().findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    if (errors > 0) {
      body.add(Alerts.problem(getTranslation("authoring.publish.errors", errors)));
    }
    publish.setEnabled(errors == 0);
    long hints = preview.check().findings().size() - errors;
    if (hints > 0) {
      body.add(new Paragraph(getTranslation("authoring.publish.hints", hints)));
    }
    body.add(new Paragraph(getTranslation("authoring.publish.unchanged", same(preview))));
    ChangeList changes =
        new ChangeList(
            preview.comparison(),
            draft,
            getTranslation("authoring.publish.before"),
            getTranslation("authoring.publish.after"),
            true);
    body.add(
        changes.empty() ? new Paragraph(getTranslation("authoring.publish.nothing")) : changes);
  }

  /** Questions that go on as they are. */
  private static long same(Publishing.Preview preview) {
    return preview.changes().stream().filter(PublishDialog::goesOn).count();
  }

  private static boolean goesOn(ItemChange change) {
    return change.kind() == ItemKind.QUESTION && change.change() == Change.NONE;
  }

  private void publish() {
    try {
      Edition edition = publishing.publish(authorId, draft.id(), mark, note.getValue());
      close();
      onPublished.accept(edition);
    } catch (Publishing.Changed | Publishing.NotPublishable e) {
      show();
      body.addComponentAsFirst(Alerts.problem(getTranslation("authoring.publish.changed")));
    }
  }
}
