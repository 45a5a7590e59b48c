package app.keypoint.authoring.ui;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.Sharing.CohortOpening;
import app.keypoint.authoring.Sharing.Person;
import app.keypoint.authoring.Sharing.Shared;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

/** For whom a quiz is, and who else may use it or write in it. */
public final class ShareDialog extends Dialog {

  private final Sharing sharing;
  private final long authorId;
  private final String draftId;
  private final Runnable onChange;
  private final Div body = new Div();

  public ShareDialog(Sharing sharing, long authorId, String draftId, Runnable onChange) {
    this.sharing = sharing;
    this.authorId = authorId;
    this.draftId = draftId;
    this.onChange = onChange;
    setHeaderTitle(getTranslation("authoring.share.title"));
    setWidth("min(560px, 100vw)");
    body.addClassName("share");
    add(body);
    getFooter().add(new Button(getTranslation("authoring.close"), click -> close()));
    show();
  }

  private void show() {
    Shared shared = sharing.of(authorId, draftId);
    body.removeAll();
    body.add(new H3(getTranslation("authoring.open-to")));
    boolean own = shared.right() == Right.OWN;
    body.add(
        toggle(
            getTranslation("authoring.open-to.everyone"),
            shared.everyone(),
            own,
            open -> sharing.openToEveryone(authorId, draftId, open)));
    for (CohortOpening cohort : shared.cohorts()) {
      body.add(
          toggle(
              cohort.archived()
                  ? getTranslation("authoring.open-to.archived", cohort.name())
                  : cohort.name(),
              cohort.open(),
              true,
              open -> {
                sharing.openToCohort(authorId, draftId, cohort.cohortId(), open);
                if (cohort.archived()) {
                  show();
                }
              }));
    }
    if (shared.cohorts().isEmpty()) {
      body.add(muted(getTranslation("authoring.open-to.no-cohorts")));
    }
    if (shared.othersCohorts() > 0) {
      body.add(muted(getTranslation("authoring.open-to.others", shared.othersCohorts())));
    }
    if (own) {
      body.add(new H3(getTranslation("authoring.share.people")), people(shared), add());
    }
  }

  private Checkbox toggle(
      String label, boolean open, boolean enabled, java.util.function.Consumer<Boolean> change) {
    Checkbox box = new Checkbox(label, open);
    box.setEnabled(enabled);
    box.addValueChangeListener(
        event -> {
          change.accept(event.getValue());
          onChange.run();
        });
    return box;
  }

  private Component people(Shared shared) {
    if (shared.people().isEmpty()) {
      return muted(getTranslation("authoring.share.nobody"));
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    for (Person person : shared.people()) {
      NativeButton end =
          new NativeButton(
              getTranslation("authoring.share.end"),
              click -> {
                sharing.unshare(authorId, draftId, person.username());
                show();
              });
      end.addClassName("plain");
      end.setAriaLabel(getTranslation("authoring.share.end-for", person.name()));
      NativeButton handOver =
          new NativeButton(
              getTranslation("authoring.share.hand-over"), click -> confirmHandOver(person));
      handOver.addClassName("plain");
      handOver.setAriaLabel(getTranslation("authoring.share.hand-over-to", person.name()));
      Div row =
          new Div(
              new Span(person.name()),
              muted(getTranslation("authoring.right." + person.right())),
              handOver,
              end);
      row.addClassName("file");
      list.add(new ListItem(row));
    }
    return list;
  }

  private void confirmHandOver(Person person) {
    Confirm.ask(
        getTranslation("authoring.share.hand-over-to", person.name()),
        getTranslation("authoring.share.hand-over.about"),
        getTranslation("authoring.share.hand-over"),
        getTranslation("authoring.cancel"),
        () -> {
          handOver(person);
        });
  }

  private void handOver(Person person) {
    try {
      sharing.handOver(authorId, draftId, person.username());
      onChange.run();
      show();
    } catch (GoneException e) {
      show();
      body.addComponentAsFirst(
          Alerts.problem(getTranslation("authoring.share.hand-over.gone", person.name())));
    } catch (Drafts.TooMuch e) {
      show();
      body.addComponentAsFirst(
          Alerts.problem(getTranslation("authoring.share.hand-over.full", person.name())));
    }
  }

  private Component add() {
    TextField name = new TextField(getTranslation("authoring.share.username"));
    name.setMaxLength(Accounts.MAX_TYPED);
    Select<Right> right = new Select<>();
    right.setLabel(getTranslation("authoring.share.may"));
    right.setItems(Right.EDIT, Right.USE);
    right.setValue(Right.EDIT);
    right.setItemLabelGenerator(each -> getTranslation("authoring.right." + each));
    Button share =
        new Button(getTranslation("authoring.share.add"), click -> share(name, right.getValue()));
    Div row = new Div(name, right, share);
    row.addClassNames("toolbar", "share-add");
    return row;
  }

  private void share(TextField name, Right right) {
    try {
      sharing.share(authorId, draftId, name.getValue().strip(), right);
      show();
    } catch (GoneException e) {
      refuse(name, "authoring.share.unknown");
    } catch (Drafts.TooMuch e) {
      refuse(name, "authoring.share.too-many");
    } catch (TooManyAttempts e) {
      refuse(name, "authoring.share.slowly");
    }
  }

  private void refuse(TextField name, String key) {
    Alerts.at(name, getTranslation(key));
  }

  private static Paragraph muted(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.addClassNames("muted", "small");
    return paragraph;
  }
}
