package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ui.form.ItemForm;

/** What those who change a quiz ask of the screen that shows it. */
interface EditorScreen {

  /** Opens a part, unless there is a choice to make first. */
  void open(String itemId);

  /** Shows the quiz as it was last read around the form, which stays as it is. */
  void around();

  /** Reads the quiz anew and shows it around the form. */
  void refresh();

  /** A form that says this. */
  ItemForm form(ItemBody body);
}
