package app.keypoint.cohort.ui.roster;

import app.keypoint.cohort.CohortAdministration;
import app.keypoint.cohort.roster.RosterRules;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What instructors who bring a roster are allowed. */
public class RosterRulesDialog extends Dialog {

  private final Checkbox making = new Checkbox(getTranslation("cohort.rules.making"));
  private final Checkbox joining = new Checkbox(getTranslation("cohort.rules.joining"));
  private final Div messages = new Div();

  public RosterRulesDialog(CohortAdministration administration) {
    setHeaderTitle(getTranslation("cohort.rules.title"));
    setWidth("min(520px, 100vw)");
    RosterRules rules = administration.rosterRules();
    making.setValue(rules.makingAccounts());
    joining.setValue(rules.joiningUnasked());
    making.addValueChangeListener(
        change -> {
          administration.allowMakingAccounts(change.getValue());
          saved();
        });
    joining.addValueChangeListener(
        change -> {
          administration.allowJoiningUnasked(change.getValue());
          saved();
        });
    Div fields =
        new Div(
            making, note("cohort.rules.making.about"), joining, note("cohort.rules.joining.about"));
    fields.addClassName("stack");
    add(messages, fields);
    getFooter().add(new Button(getTranslation("cohort.close"), click -> close()));
  }

  private void saved() {
    messages.removeAll();
    messages.add(Alerts.done(getTranslation("cohort.rules.saved")));
  }

  private Paragraph note(String key) {
    Paragraph note = new Paragraph(getTranslation(key));
    note.addClassNames("muted", "small");
    return note;
  }
}
