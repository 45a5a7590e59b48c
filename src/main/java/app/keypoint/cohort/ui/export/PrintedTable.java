package app.keypoint.cohort.ui.export;

import app.keypoint.table.Cell;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A table to be read and printed, under its title. */
class PrintedTable extends Section {

  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  PrintedTable(Table<?> table) {
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
    this.moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale());
    // One element instead of one a cell: a cohort has thousands of cells.
    Div html = new Div();
    html.getElement().setProperty("innerHTML", html(table));
    // A narrow screen scrolls it, by keyboard too.
    html.addClassName("sheet");
    html.getElement().setAttribute("role", "region");
    html.getElement().setAttribute("tabindex", "0");
    html.getElement().setAttribute("aria-label", table.title());
    add(new H2(table.title()), html);
  }

  private <R> String html(Table<R> table) {
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    table
        .columns()
        .forEach(
            column ->
                html.append(style("<th scope=\"col\"", column))
                    .append(HtmlUtils.htmlEscape(column.heading()))
                    .append("</th>"));
    html.append("</tr></thead><tbody>");
    table.rows().each(row -> html.append(row(table, row)));
    return html.append("</tbody></table>").toString();
  }

  private <R> String row(Table<R> table, R row) {
    return table.columns().stream()
        .map(
            column ->
                style("<td", column)
                    + HtmlUtils.htmlEscape(said(column.cell().apply(row)))
                    + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String style(String begun, Column<?> column) {
    return switch (column.kind()) {
      case WHOLE, DECIMAL, SHARE -> begun + " class=\"r\">";
      case DAY, MOMENT -> begun + " class=\"when\">";
      case TEXT -> begun + ">";
    };
  }

  private String said(Cell cell) {
    return switch (cell) {
      case Cell.Text it -> it.value();
      case Cell.Whole it -> getTranslation("cohort.number", it.value());
      case Cell.Decimal it -> getTranslation("cohort.decimal", it.value());
      case Cell.Share it -> getTranslation("cohort.percent", it.value());
      case Cell.Day it -> day.format(it.value());
      case Cell.Moment it -> moment.format(it.value());
      case Cell.Empty _ -> "–";
    };
  }
}
