package app.keypoint.identity.ui;

import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form whose answers the server judges. What was typed stays, each problem is shown at its field
 * and the first of those gets the focus.
 */
@Tag("form")
public class AccountForm extends HtmlContainer implements HasComponents {

  private static final int GOOD_LENGTH = 10;
  private static final int LONG = 16;

  private final Map<Field, TextFieldBase<?, String>> fields = new LinkedHashMap<>();
  private final HtmlContainer messages = new HtmlContainer("div");

  public AccountForm() {
    addClassName("account-form");
    // The server says what is missing, in the page's language.
    getElement().setAttribute("novalidate", true);
    add(messages);
  }

  /** Adds a line of text. */
  public TextField text(Field field, String labelKey, String autocomplete) {
    TextField input = new TextField(getTranslation(labelKey));
    input.setMaxLength(100);
    return add(field, input, autocomplete);
  }

  /** Adds a password that is asked for as it is. */
  public PasswordField password(Field field, String labelKey) {
    return add(field, new PasswordField(getTranslation(labelKey)), "current-password");
  }

  /** Adds a password to be chosen, with a hint that follows the typing. */
  public PasswordField newPassword(String labelKey) {
    PasswordField input = new PasswordField(getTranslation(labelKey));
    input.setHelperText(getTranslation("identity.password.rule"));
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.addValueChangeListener(
        change -> input.setHelperText(getTranslation(strength(change.getValue()))));
    return add(Field.PASSWORD, input, "new-password");
  }

  /** Adds the button that calls the action with what was typed. */
  public void submit(String textKey, Runnable action) {
    NativeButton button = NativeForm.submit(getTranslation(textKey), "btn", "primary");
    add(button);
    getElement().addEventListener("submit", event -> attempt(action)).preventDefault();
  }

  /** What was typed into a field. */
  public String value(Field field) {
    TextFieldBase<?, String> input = fields.get(field);
    return input == null ? "" : input.getValue();
  }

  /** Empties the passwords. */
  public void forgetPasswords() {
    fields.values().stream().filter(PasswordField.class::isInstance).forEach(TextFieldBase::clear);
  }

  /** Says in place that all went well. */
  public void confirm(String text) {
    messages.removeAll();
    messages.add(Alerts.done(text));
  }

  private void attempt(Runnable action) {
    messages.removeAll();
    fields.values().forEach(field -> field.setInvalid(false));
    try {
      action.run();
    } catch (InvalidInput e) {
      e.getProblems().forEach(this::show);
      fields.entrySet().stream()
          .filter(entry -> e.getProblems().containsKey(entry.getKey()))
          .findFirst()
          .ifPresent(entry -> entry.getValue().focus());
    } catch (TooManyAttempts e) {
      messages.add(Alerts.problem(WaitTexts.of(this, e.getRetryAfter())));
    }
  }

  private void show(Field field, String problem) {
    TextFieldBase<?, String> input = fields.get(field);
    if (input == null) {
      messages.add(Alerts.problem(getTranslation(problem)));
    } else {
      input.setErrorMessage(getTranslation(problem));
      input.setInvalid(true);
    }
  }

  private <F extends TextFieldBase<?, String>> F add(Field field, F input, String autocomplete) {
    input.getElement().setAttribute("autocomplete", autocomplete);
    input.getElement().setAttribute("name", autocomplete);
    input.setManualValidation(true);
    fields.put(field, input);
    add((Component) input);
    return input;
  }

  private static String strength(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < GOOD_LENGTH) {
      return "identity.password.rule";
    }
    return length < LONG ? "identity.password.good" : "identity.password.strong";
  }
}
