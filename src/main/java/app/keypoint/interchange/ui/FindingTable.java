package app.keypoint.interchange.ui;

import app.keypoint.interchange.CellFinding;
import app.keypoint.interchange.Findings;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** The first findings, a row each, with what to do about them. */
class FindingTable extends Div {

  private static final int SHOWN = 50;

  FindingTable(Findings findings) {
    NativeTable table = new NativeTable();
    NativeTableRow head = new NativeTableRow();
    for (String heading : List.of("line", "column", "value", "advice")) {
      NativeTableHeaderCell cell =
          new NativeTableHeaderCell(getTranslation("interchange.finding." + heading));
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    table.getHead().add(head);
    List<CellFinding> shown = findings.first().stream().limit(SHOWN).toList();
    shown.forEach(finding -> table.getBody().add(row(finding)));
    Div scroller = new Div(table);
    scroller.addClassNames("scroller", "findings");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("aria-label", getTranslation("interchange.findings"));
    add(scroller);
    if (findings.total() > shown.size()) {
      Paragraph more =
          new Paragraph(
              getTranslation("interchange.findings.more", findings.total() - shown.size()));
      more.addClassNames("muted", "small");
      add(more);
    }
  }

  private NativeTableRow row(CellFinding finding) {
    NativeTableRow row = new NativeTableRow();
    row.addHeaderCell().setText(getTranslation("interchange.number", finding.line()));
    row.addDataCell().setText(finding.column());
    row.addDataCell().setText(finding.value());
    row.addDataCell().setText(getTranslation("interchange.fix." + finding.problem()));
    return row;
  }
}
