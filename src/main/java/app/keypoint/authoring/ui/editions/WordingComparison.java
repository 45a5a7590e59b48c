package app.keypoint.authoring.ui.editions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Two wordings side by side, the fields that differ. */
public final class WordingComparison extends Div {

  public WordingComparison(
      String caption, String left, String right, List<FieldTexts.Difference> differences) {
    addClassNames("scroller", "differences");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", caption);
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    scope(head.addHeaderCell(), getTranslation("authoring.field"), "col");
    scope(head.addHeaderCell(), left, "col");
    scope(head.addHeaderCell(), right, "col");
    for (FieldTexts.Difference difference : differences) {
      NativeTableRow row = table.getBody().addRow();
      scope(row.addHeaderCell(), difference.field(), "row");
      row.addDataCell().setText(difference.left());
      row.addDataCell().setText(difference.right());
    }
    add(table);
  }

  private static void scope(NativeTableHeaderCell cell, String text, String scope) {
    cell.setText(text);
    cell.getElement().setAttribute("scope", scope);
  }
}
