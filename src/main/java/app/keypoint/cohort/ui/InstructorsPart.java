package app.keypoint.cohort.ui;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.CohortInstructors.TooManyInstructorsException;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;

/** Who runs a cohort; its owner changes that here, and others leave. */
class InstructorsPart extends Div {

  private final CohortInstructors instructors;
  private final String username;
  private final long instructorId;
  private final Cohort cohort;
  private final Runnable changed;
  private final Runnable left;
  private final H3 heading = new H3();

  /**
   * @param username sign-in name of the one who looks
   * @param changed called when the one who looks is the owner no more
   * @param left called when they run it no more
   */
  InstructorsPart(
      CohortInstructors instructors,
      long instructorId,
      String username,
      Cohort cohort,
      Runnable changed,
      Runnable left) {
    this.instructors = instructors;
    this.instructorId = instructorId;
    this.username = username;
    this.cohort = cohort;
    this.changed = changed;
    this.left = left;
    addClassNames("part", "instructors");
    show();
  }

  /** What had the focus is gone. */
  private void showAnew() {
    show();
    heading.getElement().callJsFunction("focus");
  }

  private void show() {
    removeAll();
    Paragraph about = new Paragraph(getTranslation("cohort.instructors.about"));
    about.addClassNames("muted", "small");
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    instructors
        .of(instructorId, cohort.id())
        .forEach(teacher -> list.add(new ListItem(row(teacher))));
    heading.setText(getTranslation("cohort.instructors"));
    heading.getElement().setAttribute("tabindex", "-1");
    add(heading, about, list);
    if (cohort.owned()) {
      add(form());
    }
  }

  private Component row(Teacher teacher) {
    Div row = new Div(new Span(teacher.name()));
    row.addClassName("instructor");
    if (teacher.owner()) {
      row.add(new Tag(getTranslation("cohort.instructors.owner"), Tag.Kind.OK));
    } else if (cohort.owned()) {
      row.add(
          link(
              "hand-over",
              teacher,
              () -> {
                instructors.handOver(instructorId, cohort.id(), teacher.username());
                changed.run();
              }),
          link(
              "remove",
              teacher,
              () -> {
                instructors.remove(instructorId, cohort.id(), teacher.username());
                showAnew();
              }));
    } else if (teacher.username().equals(username)) {
      row.add(
          link(
              "leave",
              teacher,
              () -> {
                instructors.remove(instructorId, cohort.id(), username);
                left.run();
              }));
    }
    return row;
  }

  private NativeButton link(String deed, Teacher teacher, Runnable yes) {
    NativeButton link =
        new NativeButton(
            getTranslation("cohort.instructors." + deed), click -> ask(deed, teacher, yes));
    link.addClassName("link");
    link.setAriaLabel(getTranslation("cohort.instructors." + deed + ".label", teacher.name()));
    return link;
  }

  private void ask(String deed, Teacher teacher, Runnable yes) {
    Confirm.ask(
        getTranslation("cohort.instructors." + deed + ".title", teacher.name(), cohort.name()),
        getTranslation("cohort.instructors." + deed + ".confirm", teacher.name()),
        getTranslation("cohort.instructors." + deed),
        getTranslation("cohort.cancel"),
        yes);
  }

  private Component form() {
    TextField name = new TextField(getTranslation("cohort.instructors.name"));
    name.setMaxLength(Accounts.MAX_TYPED);
    Button add = new Button(getTranslation("cohort.instructors.add"), click -> add(name));
    Div form = new Div(name, add);
    form.addClassName("toolbar");
    return form;
  }

  private void add(TextField name) {
    try {
      instructors.add(instructorId, cohort.id(), name.getValue());
      showAnew();
    } catch (GoneException e) {
      Alerts.at(name, getTranslation("cohort.instructors.unknown"));
    } catch (TooManyInstructorsException e) {
      Alerts.at(name, getTranslation("cohort.instructors.too-many", CohortInstructors.MAX));
    } catch (TooManyAttempts e) {
      Alerts.at(name, getTranslation("cohort.instructors.slowly"));
    }
  }
}
