package app.keypoint.cohort.ui.roster;

import app.keypoint.cohort.roster.Rosters.Entry;
import app.keypoint.cohort.roster.Rosters.Outcome;
import app.keypoint.cohort.roster.Rosters.Plan;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Comparator;

/** What a roster would bring, row by row, before anything happens. */
class RosterPlanPanel extends Section {

  /** So many are shown without a scroll bar of their own. */
  private static final int FEW = 20;

  RosterPlanPanel(Plan plan, Runnable bring, Runnable cancel) {
    addClassName("card");
    Div tags = new Div();
    tags.addClassName("tags");
    for (Outcome outcome : Outcome.values()) {
      int count = plan.count(outcome);
      if (count > 0) {
        tags.add(new Tag(getTranslation("cohort.roster.count." + outcome, count), kind(outcome)));
      }
    }
    Paragraph nothing = new Paragraph(getTranslation("cohort.roster.nothing-yet"));
    nothing.addClassNames("muted", "small");
    Button go =
        new Button(getTranslation("cohort.roster.import", plan.brought()), click -> bring.run());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.setEnabled(plan.brought() > 0);
    go.setDisableOnClick(true);
    Div actions = new Div(go, new Button(getTranslation("cohort.cancel"), click -> cancel.run()));
    actions.addClassName("actions");
    add(
        new H2(getTranslation("cohort.roster.preview", plan.entries().size())),
        tags,
        nothing,
        grid(plan),
        actions);
  }

  /** What is left out first. */
  private Grid<Entry> grid(Plan plan) {
    Grid<Entry> grid = new Grid<>();
    grid.addColumn(new ComponentRenderer<>(this::person))
        .setHeader(getTranslation("cohort.roster.person"))
        .setFlexGrow(1);
    grid.addColumn(new ComponentRenderer<>(this::outcome))
        .setHeader(getTranslation("cohort.roster.outcome"))
        .setFlexGrow(1);
    grid.setItems(
        plan.entries().stream()
            .sorted(
                Comparator.comparing((Entry entry) -> entry.outcome() != Outcome.REFUSED)
                    .thenComparing(entry -> entry.row().line()))
            .toList());
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(plan.entries().size() <= FEW);
    grid.setAriaLabel(getTranslation("cohort.roster.preview", plan.entries().size()));
    return grid;
  }

  private Component person(Entry entry) {
    Div name = new Div(entry.row().name());
    String username = entry.row().username();
    Div second =
        new Div(
            getTranslation(
                username.isEmpty() ? "cohort.roster.line" : "cohort.roster.line-of",
                entry.row().line(),
                username));
    second.addClassNames("muted", "small");
    return new Div(name, second);
  }

  private Component outcome(Entry entry) {
    Div cell =
        new Div(
            new Tag(
                getTranslation("cohort.roster.outcome." + entry.outcome()), kind(entry.outcome())));
    if (entry.reason() != null) {
      Span why = new Span(getTranslation("cohort.roster.reason." + entry.reason()));
      why.addClassNames("small", "why");
      cell.add(why);
    }
    return cell;
  }

  private static Tag.Kind kind(Outcome outcome) {
    return switch (outcome) {
      case JOINS, NEW, ASKED, ASKED_IF_KNOWN -> Tag.Kind.OK;
      case MEMBER -> Tag.Kind.PLAIN;
      case REFUSED -> Tag.Kind.BAD;
    };
  }
}
