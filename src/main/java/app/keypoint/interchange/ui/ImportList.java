package app.keypoint.interchange.ui;

import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.history.ReviewHistory.Import;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What the learner has brought, import by import, each to be taken back. Hidden without any. */
class ImportList extends Section {

  private final ReviewHistory history;
  private final CurrentAccount current;
  private final UnorderedList rows = new UnorderedList();
  private final Div outcome = new Div();

  ImportList(ReviewHistory history, CurrentAccount current) {
    this.history = history;
    this.current = current;
    addClassNames("card", "imports");
    outcome.addClassName("outcome");
    outcome.getElement().setAttribute("tabindex", "-1");
    add(
        new H2(getTranslation("interchange.imports")),
        new Paragraph(getTranslation("interchange.imports.about")),
        rows,
        outcome);
    refresh();
  }

  /** Shows the imports that stand now. */
  final void refresh() {
    Account learner = current.get();
    List<Import> imports = history.imports(learner.id());
    rows.removeAll();
    imports.forEach(each -> rows.add(row(each, learner.calendar().zone())));
    setVisible(!imports.isEmpty() || outcome.getComponentCount() > 0);
  }

  private ListItem row(Import brought, ZoneId zone) {
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone)
            .format(brought.at());
    Span what = new Span(getTranslation("interchange.imports.row", at, brought.answers()));
    Span days =
        new Span(
            getTranslation(
                "interchange.note.days", day(brought.firstDay()), day(brought.lastDay())));
    days.addClassNames("muted", "small");
    NativeButton back =
        new NativeButton(
            getTranslation("interchange.imports.back"), click -> ask(brought.id(), at));
    back.addClassName("btn");
    back.setAriaLabel(getTranslation("interchange.imports.back.label", at));
    return new ListItem(new Div(what, days), back);
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(getLocale())
        .format(day);
  }

  private void ask(long importId, String at) {
    Confirm.ask(
        getTranslation("interchange.imports.ask", at),
        getTranslation("interchange.imports.ask.text"),
        getTranslation("interchange.imports.back"),
        getTranslation("interchange.cancel"),
        () -> takeBack(importId, at));
  }

  private void takeBack(long importId, String at) {
    try {
      history.takeBack(current.get(), importId);
      say(Alerts.done(getTranslation("interchange.imports.gone", at)));
    } catch (ImportRefused e) {
      say(Alerts.problem(Reasons.text(this, e)));
    }
    refresh();
  }

  /** Where the focus goes, as the button that had it is gone. */
  private void say(Component words) {
    outcome.removeAll();
    outcome.add(words);
    outcome.getElement().callJsFunction("focus");
  }
}
