package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.shared.HasValidationProperties;

/** Says at a field what is wrong with what it holds. */
public final class FieldError {

  private FieldError() {}

  /** Shows the message at the field and takes the focus there, which reads it out. */
  public static <F extends Component & HasValidationProperties & Focusable<?>> void show(
      F field, String message) {
    field.setErrorMessage(message);
    field.setInvalid(true);
    field.focus();
  }
}
