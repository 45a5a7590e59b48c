package app.keypoint.privacy.ui;

import app.keypoint.access.PersonalData.Held;
import app.keypoint.identity.Account;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Asks that one's account be erased, or no longer. */
class ErasureCard extends Section {

  private final ErasureRequests erasure;
  private final Account account;
  private final Div body = new Div();

  ErasureCard(ErasureRequests erasure, Account account) {
    this.erasure = erasure;
    this.account = account;
    addClassNames("card", "erasure");
    add(
        new H2(getTranslation("privacy.erase")),
        new Paragraph(getTranslation("privacy.erase.goes")),
        new Paragraph(getTranslation("privacy.erase.stays")),
        body);
    show();
  }

  private void show() {
    body.removeAll();
    List<Held> held = erasure.held(account.id());
    if (!held.isEmpty()) {
      UnorderedList list = new UnorderedList();
      held.forEach(
          one ->
              list.add(
                  new ListItem(getTranslation("privacy.erase.held." + one.kind(), one.name()))));
      body.add(new Paragraph(getTranslation("privacy.erase.held")), list);
    }
    erasure
        .asked(account.id())
        .ifPresentOrElse(this::waiting, () -> body.add(button("privacy.erase.ask", this::confirm)));
  }

  private void waiting(Instant since) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(getLocale())
            .withZone(account.calendar().zone())
            .format(since);
    body.add(
        Alerts.done(getTranslation("privacy.erase.asked", day)),
        button(
            "privacy.erase.withdraw",
            () -> {
              erasure.withdraw(account.id());
              show();
            }));
  }

  private NativeButton button(String key, Runnable action) {
    NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
    button.addClassName("btn");
    return button;
  }

  private void confirm() {
    Confirm.askToLose(
        getTranslation("privacy.erase.confirm"),
        getTranslation("privacy.erase.confirm.text"),
        getTranslation("privacy.erase.confirm.yes"),
        getTranslation("privacy.cancel"),
        () -> {
          erasure.ask(account.id());
          show();
        });
  }
}
