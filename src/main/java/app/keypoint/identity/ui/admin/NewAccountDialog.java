package app.keypoint.identity.ui.admin;

import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.Role;
import app.keypoint.identity.ui.AccountForm;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;

/** Makes an account for somebody else. */
class NewAccountDialog extends Dialog {

  NewAccountDialog(AccountAdministration administration, Runnable onChange) {
    addClassName("account-dialog");
    setHeaderTitle(getTranslation("identity.admin.add"));
    AccountForm form = new AccountForm();
    form.text(Field.USERNAME, "identity.username", "off").focus();
    form.text(Field.DISPLAY_NAME, "identity.displayName.other", "off");
    Select<Role> role = new Select<>();
    role.setLabel(getTranslation("identity.admin.role"));
    role.setItems(Role.values());
    role.setItemLabelGenerator(value -> getTranslation("identity.role." + value));
    role.setValue(Role.LEARNER);
    form.add(role);
    form.submit(
        "identity.admin.create",
        () -> {
          String password =
              administration.create(
                  form.value(Field.USERNAME), form.value(Field.DISPLAY_NAME), role.getValue());
          removeAll();
          add(new OneTimePasswordNote(password));
          onChange.run();
        });
    add(form);
    NativeButton close = new NativeButton(getTranslation("identity.admin.close"), click -> close());
    close.addClassName("btn");
    getFooter().add(close);
  }
}
