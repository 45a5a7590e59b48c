package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart drawn by one of our web components. The server makes all its words, in the learner's
 * language; people who do not see the drawing get a label that sums it up and a table.
 */
abstract class Chart extends Component {

  /** Gives the drawing its data and its label. */
  void draw(ObjectNode data, String label) {
    data.put("label", label);
    getElement().setPropertyJson("data", data);
  }

  /** Adds the table that stands for the drawing. The first cell of each row is its heading. */
  void table(String caption, List<String> headings, List<List<String>> rows) {
    NativeTable table = new NativeTable();
    table.setCaptionText(caption);
    NativeTableRow head = table.getHead().addRow();
    headings.forEach(heading -> heading(head.addHeaderCell(), heading, "col"));
    for (List<String> cells : rows) {
      NativeTableRow row = table.getBody().addRow();
      heading(row.addHeaderCell(), cells.getFirst(), "row");
      cells.stream().skip(1).forEach(cell -> row.addDataCell().setText(cell));
    }
    // Around the table: a table itself cannot be made smaller than its text.
    Div hidden = new Div(table);
    hidden.addClassName("sr-only");
    getElement().appendChild(hidden.getElement());
  }

  private static void heading(NativeTableHeaderCell cell, String text, String scope) {
    cell.setText(text);
    cell.getElement().setAttribute("scope", scope);
  }

  /** A day in full, such as "Friday, 27 November 2026". */
  String fullDay(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(getLocale()).format(day);
  }

  /** A day in few letters, such as "27 Nov". */
  String shortDay(LocalDate day) {
    return DateTimeFormatter.ofPattern(getTranslation("ui.day-format"), getLocale()).format(day);
  }
}
