package app.keypoint.cohort.ui;

import app.keypoint.cohort.CohortAdministration;
import app.keypoint.cohort.CohortAdministration.Row;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.ui.roster.RosterRulesDialog;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.ui.ActionGrid;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SearchBar;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

/** Where administrators see who runs which cohort, and hand one over. */
@Route("admin/cohorts")
@RolesAllowed(Role.Names.ADMINISTRATOR)
class CohortAdministrationView extends Div implements HasDynamicTitle {

  private final CohortAdministration administration;
  private final SearchBar search =
      new SearchBar(getTranslation("cohort.admin.search"), this::refresh);
  private final ActionGrid<Row> grid = new ActionGrid<>();

  CohortAdministrationView(CohortAdministration administration) {
    this.administration = administration;
    addClassName("admin");
    Anchor accounts = new Anchor("admin", getTranslation("cohort.admin.accounts"));
    accounts.getElement().setAttribute("router-link", true);
    accounts.addClassName("btn");
    NativeButton rules =
        new NativeButton(
            getTranslation("cohort.rules.title"),
            click -> new RosterRulesDialog(administration).open());
    rules.addClassName("btn");
    add(
        new PageHeader(
            getTranslation("cohort.menu"), getTranslation("cohort.admin.about"), accounts, rules),
        search,
        cohorts());
    refresh();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("cohort.menu");
  }

  private Grid<Row> cohorts() {
    return grid.saying(getTranslation("cohort.admin.cohort"), this::cohort)
        .doing(getTranslation("cohort.admin.actions"), this::button)
        .of(
            query ->
                administration.page(search.text(), query.getPage(), query.getPageSize()).stream(),
            query -> administration.count(search.text()),
            getTranslation("cohort.admin.none"));
  }

  private Component cohort(Row row) {
    Span name = new Span(row.name());
    name.addClassName("name");
    Div first = new Div(name);
    if (row.archived()) {
      first.add(new Tag(getTranslation("cohort.archived"), Tag.Kind.PLAIN));
    }
    first.addClassName("who");
    Div second =
        new Div(
            row.instructors().stream()
                .map(teacher -> teacher.name() + " (" + teacher.username() + ")")
                .collect(Collectors.joining(" · ")));
    second.addClassNames("muted", "small");
    return new Div(first, second);
  }

  private Component button(Row row) {
    NativeButton button =
        new NativeButton(
            getTranslation("cohort.instructors.hand-over"), click -> new HandOver(row).open());
    button.addClassName("btn");
    button.setAriaLabel(getTranslation("cohort.admin.hand-over.label", row.name()));
    return button;
  }

  private void refresh() {
    grid.getDataProvider().refreshAll();
    search.found(getTranslation("cohort.admin.found", administration.count(search.text())));
  }

  private class HandOver extends Dialog {

    HandOver(Row row) {
      setHeaderTitle(getTranslation("cohort.admin.hand-over.title", row.name()));
      setWidth("min(480px, 100vw)");
      TextField username = new TextField(getTranslation("cohort.instructors.name"));
      username.setMaxLength(Accounts.MAX_TYPED);
      Checkbox keep =
          new Checkbox(
              getTranslation(
                  "cohort.admin.keep",
                  row.instructors().stream()
                      .filter(Teacher::owner)
                      .map(Teacher::name)
                      .findFirst()
                      .orElse("")));
      Paragraph about = new Paragraph(getTranslation("cohort.admin.hand-over.about"));
      about.addClassNames("muted", "small");
      Div fields = new Div(username, keep);
      fields.addClassName("stack");
      add(about, fields);
      Button hand =
          new Button(
              getTranslation("cohort.instructors.hand-over"),
              click -> {
                try {
                  administration.handOver(row.cohortId(), username.getValue(), keep.getValue());
                  close();
                  refresh();
                } catch (GoneException e) {
                  Alerts.at(username, getTranslation("cohort.instructors.unknown"));
                }
              });
      hand.addThemeVariants(ButtonVariant.PRIMARY);
      getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), hand);
    }
  }
}
