package app.keypoint.identity.ui.admin;

import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountAdministration.LastAdministrator;
import app.keypoint.identity.AccountAdministration.Row;
import app.keypoint.identity.Role;
import app.keypoint.identity.signin.SecondFactorAdministration;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.springframework.dao.OptimisticLockingFailureException;

/** What an administrator can do with one account. */
class ManageDialog extends Dialog {

  private final AccountAdministration administration;
  private final SecondFactorAdministration factors;
  private final long accountId;
  private final Div messages = new Div();
  private final Runnable onChange;

  ManageDialog(
      AccountAdministration administration,
      SecondFactorAdministration factors,
      Row row,
      Runnable onChange) {
    this.administration = administration;
    this.factors = factors;
    this.accountId = row.account().id();
    this.onChange = onChange;
    addClassName("account-dialog");
    setHeaderTitle(row.account().displayName());
    Paragraph username = new Paragraph(row.account().username());
    username.addClassName("muted");
    add(username, messages, role(row.account().role()), password());
    if (factors.has(accountId)) {
      add(secondFactor());
    }
    add(entry(row.enabled()));
    NativeButton close = new NativeButton(getTranslation("identity.admin.close"), click -> close());
    close.addClassName("btn");
    getFooter().add(close);
  }

  private Select<Role> role(Role now) {
    Select<Role> roles = new Select<>();
    roles.setLabel(getTranslation("identity.admin.role"));
    roles.setHelperText(getTranslation("identity.admin.role.hint"));
    roles.setItems(Role.values());
    roles.setItemLabelGenerator(role -> getTranslation("identity.role." + role));
    roles.setValue(now);
    roles.addValueChangeListener(
        change -> {
          if (change.isFromClient()
              && !tried(
                  () -> administration.changeRole(accountId, change.getValue()),
                  "identity.admin.roleChanged")) {
            roles.setValue(change.getOldValue());
          }
        });
    return roles;
  }

  private Div password() {
    NativeButton reset =
        new NativeButton(
            getTranslation("identity.admin.reset"),
            click -> {
              String password = administration.resetPassword(accountId);
              messages.removeAll();
              messages.add(new OneTimePasswordNote(password));
              onChange.run();
            });
    return action(reset, "identity.admin.reset.hint");
  }

  private Div secondFactor() {
    NativeButton remove =
        new NativeButton(
            getTranslation("identity.admin.factor"),
            click -> {
              factors.remove(accountId);
              messages.removeAll();
              messages.add(Alerts.done(getTranslation("identity.admin.factor.removed")));
              click.getSource().getParent().ifPresent(this::remove);
              onChange.run();
            });
    return action(remove, "identity.admin.factor.hint");
  }

  private Div entry(boolean enabled) {
    NativeButton toggle =
        new NativeButton(
            getTranslation(enabled ? "identity.admin.disable" : "identity.admin.enable"),
            click -> {
              if (tried(
                  () -> administration.setEnabled(accountId, !enabled),
                  enabled ? "identity.admin.nowDisabled" : "identity.admin.nowEnabled")) {
                Div fresh = entry(!enabled);
                click.getSource().getParent().ifPresent(old -> replace(old, fresh));
              }
            });
    if (enabled) {
      toggle.addClassName("danger");
    }
    return action(toggle, enabled ? "identity.admin.disable.hint" : "identity.admin.enable.hint");
  }

  private void replace(Component old, Div fresh) {
    remove(old);
    add(fresh);
  }

  private Div action(NativeButton button, String hintKey) {
    button.addClassName("btn");
    Paragraph hint = new Paragraph(getTranslation(hintKey));
    hint.addClassNames("muted", "small");
    Div action = new Div(button, hint);
    action.addClassName("account-action");
    return action;
  }

  private boolean tried(Runnable change, String doneKey) {
    messages.removeAll();
    try {
      change.run();
    } catch (LastAdministrator e) {
      messages.add(Alerts.problem(getTranslation("identity.admin.last")));
      return false;
    } catch (OptimisticLockingFailureException e) {
      messages.add(Alerts.problem(getTranslation("identity.admin.conflict")));
      return false;
    }
    messages.add(Alerts.done(getTranslation(doneKey)));
    onChange.run();
    return true;
  }
}
