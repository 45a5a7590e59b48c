package app.keypoint.cohort.ui;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Cohorts.Removed;
import app.keypoint.identity.Account;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.LongConsumer;

/** Renames a cohort, says who runs it, renews its join code, archives or deletes it. */
public class CohortSettings extends Dialog {

  /**
   * @param changed called after a change that the screen behind should show
   */
  public CohortSettings(
      Cohorts cohorts,
      CohortInstructors instructors,
      Account instructor,
      Cohort cohort,
      Runnable changed) {
    long instructorId = instructor.id();
    setHeaderTitle(getTranslation("cohort.settings"));
    addClassName("cohort-settings");

    TextField name = new TextField(getTranslation("cohort.name"));
    name.setValue(cohort.name());
    name.setMaxLength(Cohort.MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    Button save =
        new Button(
            getTranslation("cohort.save"),
            click -> {
              if (name.getValue().isBlank()) {
                Alerts.at(name, getTranslation("cohort.name.required"));
                return;
              }
              cohorts.rename(instructorId, cohort.id(), name.getValue());
              close();
              changed.run();
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);

    Button renew =
        new Button(
            getTranslation("cohort.renew"),
            click -> {
              close();
              confirmRenewal(cohorts, instructorId, cohort, changed);
            });
    Button delete =
        new Button(
            getTranslation("cohort.delete"),
            click -> {
              close();
              confirmDelete(cohorts, instructorId, cohort);
            });
    delete.addThemeVariants(ButtonVariant.ERROR);

    add(
        new Div(name),
        new InstructorsPart(
            instructors,
            instructorId,
            instructor.username(),
            cohort,
            () -> {
              close();
              changed.run();
            },
            () -> {
              close();
              UI.getCurrent().navigate(CohortsView.class);
            }));
    if (!cohort.archived()) {
      add(part("cohort.renew.about", renew));
    }
    List<Removed> removed = cohorts.removed(instructorId, cohort.id());
    if (!removed.isEmpty()) {
      add(removed(removed, person -> cohorts.allowBack(instructorId, cohort.id(), person)));
    }
    if (!cohort.archived()) {
      add(
          part(
              "cohort.archive.about",
              new Button(
                  getTranslation("cohort.archive"),
                  click -> {
                    cohorts.archive(instructorId, cohort.id());
                    close();
                    changed.run();
                  })));
    }
    if (cohort.owned()) {
      add(part("cohort.delete.about", delete));
    }
    getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), save);
  }

  private Div removed(List<Removed> people, LongConsumer allowBack) {
    Paragraph words = new Paragraph(getTranslation("cohort.removed.about"));
    words.addClassNames("muted", "small");
    Div part = new Div(words);
    part.addClassNames("part", "removed");
    for (Removed person : people) {
      Div row = new Div(new Span(person.name()));
      Button allow =
          new Button(
              getTranslation("cohort.removed.allow"),
              click -> {
                allowBack.accept(person.learnerId());
                row.removeAll();
                row.add(new Span(getTranslation("cohort.removed.allowed", person.name())));
              });
      allow.setAriaLabel(getTranslation("cohort.removed.allow.label", person.name()));
      row.add(allow);
      part.add(row);
    }
    return part;
  }

  private Div part(String about, Button button) {
    Paragraph words = new Paragraph(getTranslation(about));
    words.addClassNames("muted", "small");
    Div part = new Div(words, button);
    part.addClassName("part");
    return part;
  }

  private void confirmRenewal(Cohorts cohorts, long instructorId, Cohort cohort, Runnable changed) {
    Confirm.ask(
        getTranslation("cohort.renew.title"),
        getTranslation("cohort.renew.confirm", cohort.joinCode()),
        getTranslation("cohort.renew"),
        getTranslation("cohort.cancel"),
        () -> {
          var unused = cohorts.renewCode(instructorId, cohort.id());
          changed.run();
        });
  }

  private void confirmDelete(Cohorts cohorts, long instructorId, Cohort cohort) {
    Confirm.askToLose(
        getTranslation("cohort.delete.title", cohort.name()),
        getTranslation("cohort.delete.confirm", cohort.members()),
        getTranslation("cohort.delete"),
        getTranslation("cohort.cancel"),
        () -> {
          cohorts.delete(instructorId, cohort.id());
          UI.getCurrent().navigate(CohortsView.class);
        });
  }
}
