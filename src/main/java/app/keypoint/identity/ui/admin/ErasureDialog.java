package app.keypoint.identity.ui.admin;

import app.keypoint.access.PersonalData.Held;
import app.keypoint.access.PersonalData.NoRoom;
import app.keypoint.access.PersonalData.UnderWay;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration.LastAdministrator;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.ErasureAdministration.StillHeld;
import app.keypoint.identity.GoneException;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;

/** Says what goes and what stays before an account is erased. */
class ErasureDialog extends Dialog {

  private final Div messages = new Div();
  private final Div body = new Div();
  private final ErasureAdministration erasure;
  private final Account account;
  private final Runnable onDone;

  /**
   * @param onDone called once the account is erased
   */
  ErasureDialog(ErasureAdministration erasure, Account account, Runnable onDone) {
    this.erasure = erasure;
    this.account = account;
    this.onDone = onDone;
    addClassName("account-dialog");
    setHeaderTitle(getTranslation("identity.erasure.title", account.displayName()));
    setWidth("min(560px, 100vw)");
    Paragraph username = new Paragraph(account.username());
    username.addClassName("muted");
    add(username, messages, body);
    show();
  }

  private void show() {
    messages.removeAll();
    body.removeAll();
    getFooter().removeAll();
    Button cancel = new Button(getTranslation("identity.admin.close"), click -> close());
    getFooter().add(cancel);
    List<Held> held = erasure.heldBy(account.id());
    if (!held.isEmpty()) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.held")));
      body.add(list(held.stream().map(this::words).toList()), successor());
      return;
    }
    body.add(
        new H3(getTranslation("identity.erasure.goes")),
        new Paragraph(getTranslation("identity.erasure.goes.text")),
        new H3(getTranslation("identity.erasure.stays")),
        new Paragraph(
            getTranslation("identity.erasure.stays.text", Account.numbered(account.id()))),
        new Paragraph(getTranslation("identity.erasure.final")));
    Button carryOut = new Button(getTranslation("identity.erasure.do"), click -> carryOut());
    carryOut.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    getFooter().add(carryOut);
  }

  /** Who takes over, where the owner of the account cannot hand over. */
  private Div successor() {
    TextField name = new TextField(getTranslation("identity.erasure.successor"));
    name.setMaxLength(Accounts.MAX_TYPED);
    Button hand = new Button(getTranslation("identity.erasure.hand-over"), click -> handOver(name));
    Div row = new Div(name, hand);
    row.addClassName("toolbar");
    return row;
  }

  private void handOver(TextField name) {
    try {
      erasure.handOver(account.id(), name.getValue());
      show();
    } catch (GoneException e) {
      refuse(name, "identity.erasure.successor.unknown");
    } catch (NoRoom e) {
      refuse(name, "identity.erasure.successor.full");
    }
  }

  private void refuse(TextField name, String key) {
    Alerts.at(name, getTranslation(key));
  }

  private void carryOut() {
    messages.removeAll();
    try {
      erasure.carryOut(account.id());
    } catch (LastAdministrator e) {
      messages.add(Alerts.problem(getTranslation("identity.admin.last")));
      return;
    } catch (StillHeld e) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.held")));
      return;
    } catch (GoneException e) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.withdrawn")));
      return;
    } catch (UnderWay e) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.under-way")));
      return;
    } catch (ConcurrencyFailureException e) {
      messages.add(Alerts.problem(getTranslation("identity.admin.conflict")));
      return;
    }
    close();
    onDone.run();
  }

  private String words(Held held) {
    return getTranslation("identity.erasure.held." + held.kind(), held.name());
  }

  private static UnorderedList list(List<String> lines) {
    UnorderedList list = new UnorderedList();
    lines.forEach(line -> list.add(new ListItem(line)));
    return list;
  }
}
