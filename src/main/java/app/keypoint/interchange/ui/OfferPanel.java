package app.keypoint.interchange.ui;

import app.keypoint.interchange.Findings;
import app.keypoint.interchange.Preview;
import app.keypoint.interchange.Summary;
import app.keypoint.review.history.ReviewHistory.Addition;
import app.keypoint.ui.Stat;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** What a file holds and what importing it would do, with the choice to do so. */
class OfferPanel extends Div {

  private final H3 heading = new H3(getTranslation("interchange.preview"));
  private final UnorderedList notes = new UnorderedList();

  /**
   * @param zone where times without an offset were placed
   * @param bring what follows when the learner agrees
   * @param cancel what follows when not
   */
  OfferPanel(Preview.Offer offer, ZoneId zone, Runnable bring, Runnable cancel) {
    addClassName("offer");
    heading.getElement().setAttribute("tabindex", "-1");
    add(heading, figures(offer.summary(), offer.addition()));
    note(offer.summary(), offer.addition(), zone);
    add(notes);
    if (!offer.findings().isEmpty()) {
      add(flaws(offer.findings()), new FindingTable(offer.findings()));
    }
    int added = offer.addition().added();
    if (added == 0) {
      add(new Paragraph(getTranslation(nothing(offer))));
      add(actions(new Button(getTranslation("interchange.close"), click -> cancel.run())));
    } else {
      Button agree = new Button(agreement(added, offer.findings().rows()), click -> bring.run());
      agree.addThemeVariants(ButtonVariant.PRIMARY);
      agree.setDisableOnClick(true);
      add(actions(agree, new Button(getTranslation("interchange.cancel"), click -> cancel.run())));
    }
  }

  /** Leads those who cannot see to what has appeared. */
  void focus() {
    heading.getElement().callJsFunction("focus");
  }

  private Component figures(Summary summary, Addition addition) {
    Div figures =
        new Div(
            stat(summary.rows(), "rows"),
            stat(addition.cards(), "cards"),
            stat(addition.matched(), "matched"),
            stat(addition.known(), "known"));
    figures.addClassName("stats");
    return figures;
  }

  private Stat stat(int value, String key) {
    return new Stat(
        getTranslation("interchange.number", value),
        getTranslation("interchange.figure." + key, value));
  }

  private void note(Summary summary, Addition addition, ZoneId zone) {
    LocalDate first = summary.firstDay();
    LocalDate last = summary.lastDay();
    if (first != null && last != null) {
      DateTimeFormatter format =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
      note("days", format.format(first), format.format(last));
    }
    int others = addition.cards() - addition.matched();
    if (others > 0) {
      note("others", others);
    }
    if (summary.manual() > 0) {
      note("manual", summary.manual());
    }
    if (summary.repeated() > 0) {
      note("repeated", summary.repeated());
    }
    if (summary.localTimes() > 0) {
      note("local", summary.localTimes(), zone.getId());
    }
    if (!summary.unknownColumns().isEmpty()) {
      note("columns", String.join(", ", summary.unknownColumns()));
    }
  }

  private void note(String key, Object... arguments) {
    notes.add(new ListItem(getTranslation("interchange.note." + key, arguments)));
  }

  private Component flaws(Findings findings) {
    Paragraph flaws = new Paragraph(getTranslation("interchange.flaws", findings.rows()));
    flaws.addClassNames("alert", "bad");
    return flaws;
  }

  private static String nothing(Preview.Offer offer) {
    return offer.addition().known() > 0 ? "interchange.nothing-new" : "interchange.nothing-left";
  }

  private String agreement(int added, int skipped) {
    return skipped == 0
        ? getTranslation("interchange.import", added)
        : getTranslation("interchange.import.skip", added, skipped);
  }

  private static Component actions(Button... buttons) {
    Div actions = new Div(buttons);
    actions.addClassName("actions");
    return actions;
  }
}
