package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;

/** Several short texts in one field, one on each line. */
final class LinesField {

  private LinesField() {}

  static TextArea field(String name, String label, List<String> lines, Runnable onEdit) {
    return Fields.text(name, label, String.join("\n", lines), ItemBody.MAX_TEXT, onEdit);
  }

  static List<String> of(TextArea field) {
    return field.getValue().lines().filter(line -> !line.isBlank()).map(String::strip).toList();
  }
}
