package app.keypoint.identity.ui;

import app.keypoint.access.PersonalData.Held;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration.LastAdministrator;
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
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/** Says what goes and what stays before an account is erased. */
class ErasureDialog extends Dialog {

  private final Div messages = new Div();

  ErasureDialog(ErasureAdministration erasure, Account account, Runnable onDone) {
    addClassName("account-dialog");
    setHeaderTitle(getTranslation("identity.erasure.title", account.displayName()));
    setWidth("min(560px, 100vw)");
    Paragraph username = new Paragraph(account.username());
    username.addClassName("muted");
    add(username, messages);
    Button cancel = new Button(getTranslation("identity.admin.close"), click -> close());
    getFooter().add(cancel);
    List<Held> held = erasure.heldBy(account.id());
    if (!held.isEmpty()) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.held")));
      add(list(held.stream().map(this::words).toList()));
      return;
    }
    add(
        new H3(getTranslation("identity.erasure.goes")),
        new Paragraph(getTranslation("identity.erasure.goes.text")),
        new H3(getTranslation("identity.erasure.stays")),
        new Paragraph(
            getTranslation("identity.erasure.stays.text", Account.numbered(account.id()))),
        new Paragraph(getTranslation("identity.erasure.final")));
    Button carryOut =
        new Button(
            getTranslation("identity.erasure.do"),
            click -> carryOut(erasure, account.id(), onDone));
    carryOut.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    getFooter().add(carryOut);
  }

  private void carryOut(ErasureAdministration erasure, long accountId, Runnable onDone) {
    messages.removeAll();
    try {
      erasure.carryOut(accountId);
    } catch (LastAdministrator e) {
      messages.add(Alerts.problem(getTranslation("identity.admin.last")));
      return;
    } catch (StillHeld e) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.held")));
      return;
    } catch (GoneException e) {
      messages.add(Alerts.problem(getTranslation("identity.erasure.withdrawn")));
      return;
    } catch (OptimisticLockingFailureException e) {
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
