package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards.History;
import app.keypoint.review.CardEvent;
import app.keypoint.review.StepKind;
import app.keypoint.review.ui.ReviewTexts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What happened to a card, the latest on top, and what each step did to its easiness. */
class CardHistory extends Section {

  private static final Set<StepKind> GIVE_AN_INTERVAL =
      EnumSet.of(StepKind.QUIZ, StepKind.SCHEDULED, StepKind.RESET, StepKind.REPLAY);

  private final DateTimeFormatter when;

  CardHistory(History history, boolean fsrs, ZoneId zone) {
    when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(CardTexts.locale())
            .withZone(zone);
    addClassNames("card", "card-history");
    H2 title = new H2(text("cards.history"));
    title.setId("history-title");
    add(title);
    if (history.brought() > 0) {
      add(new Paragraph(text("cards.brought", history.brought())));
    }
    if (history.events().isEmpty()) {
      add(new Paragraph(text("cards.no-history")));
    } else {
      add(scroller(table(history, fsrs)));
    }
  }

  private NativeTable table(History history, boolean fsrs) {
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    String easiness = fsrs ? "difficulty" : "easiness";
    for (String column : List.of("when", "what", "next-interval", easiness)) {
      NativeTableHeaderCell cell = head.addHeaderCell();
      cell.setText(text("cards.column." + column));
      cell.getElement().setAttribute("scope", "col");
    }
    history.events().reversed().forEach(event -> table.getBody().add(row(event)));
    return table;
  }

  private NativeTableRow row(CardEvent event) {
    NativeTableRow row = new NativeTableRow();
    NativeTableHeaderCell time = row.addHeaderCell();
    time.setText(when.format(event.at()));
    time.addClassName("num");
    time.getElement().setAttribute("scope", "row");
    row.addDataCell().add(what(event));
    row.addDataCell()
        .setText(
            GIVE_AN_INTERVAL.contains(event.kind())
                ? text("cards.interval", event.intervalAfter())
                : "");
    row.addDataCell().add(easiness(event));
    return row;
  }

  private static Component what(CardEvent event) {
    Div what = new Div(new Span(text("cards.what." + event.kind())));
    if (event.grade() != null) {
      Span grade = new Span(ReviewTexts.text("grade." + event.grade()));
      grade.addClassName("grade");
      what.add(grade);
    }
    what.addClassName("stacked");
    return what;
  }

  private static Component easiness(CardEvent event) {
    Span change = new Span(EasinessTexts.change(event));
    change.addClassName("num");
    Span why = new Span(EasinessTexts.why(event));
    why.addClassNames("muted", "small");
    Div cell = new Div(change, why);
    cell.addClassName("stacked");
    return cell;
  }

  /** A narrow screen scrolls the table inside its card, by keyboard too. */
  private static Component scroller(Component table) {
    Div scroller = new Div(table);
    scroller.addClassName("scroller");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("aria-labelledby", "history-title");
    return scroller;
  }
}
