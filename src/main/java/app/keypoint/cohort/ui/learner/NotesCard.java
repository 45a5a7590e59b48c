package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.LearnerNotes.Note;
import app.keypoint.cohort.ui.Ago;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;

/** What the instructors wrote about a member, and a field to write more. */
class NotesCard extends Section {

  private final LearnerNotes notes;
  private final long instructorId;
  private final long cohortId;
  private final long learnerId;
  private final Ago ago;
  private final TextArea text = new TextArea();
  private final UnorderedList list = new UnorderedList();

  NotesCard(LearnerNotes notes, long instructorId, long cohortId, long learnerId, Ago ago) {
    this.notes = notes;
    this.instructorId = instructorId;
    this.cohortId = cohortId;
    this.learnerId = learnerId;
    this.ago = ago;
    addClassNames("card", "notes");
    Paragraph about = new Paragraph(getTranslation("cohort.notes.about"));
    about.addClassNames("muted", "small");
    text.setLabel(getTranslation("cohort.notes.new"));
    text.setMaxLength(LearnerNotes.MAX_NOTE);
    text.setWidthFull();
    Button add = new Button(getTranslation("cohort.notes.add"), click -> write());
    list.addClassName("rows");
    add(new H2(getTranslation("cohort.notes.title")), about, list, text, add);
    show();
  }

  private void write() {
    boolean blank = text.getValue().isBlank();
    text.setInvalid(blank);
    text.setErrorMessage(getTranslation("cohort.notes.required"));
    if (blank) {
      text.focus();
      return;
    }
    try {
      notes.write(instructorId, cohortId, learnerId, text.getValue());
    } catch (IllegalStateException full) {
      text.setInvalid(true);
      text.setErrorMessage(getTranslation("cohort.notes.full", LearnerNotes.MAX_NOTES));
      return;
    }
    text.clear();
    text.focus();
    show();
  }

  private void show() {
    list.removeAll();
    List<Note> all = notes.of(instructorId, cohortId, learnerId);
    list.setVisible(!all.isEmpty());
    all.forEach(note -> list.add(row(note)));
  }

  private ListItem row(Note note) {
    Paragraph words = new Paragraph(note.text());
    words.addClassName("words");
    Span by =
        new Span(getTranslation("cohort.notes.by", note.author(), ago.words(this, note.at())));
    by.addClassNames("muted", "small");
    NativeButton remove =
        new NativeButton(
            getTranslation("cohort.notes.remove"),
            click -> {
              notes.remove(instructorId, cohortId, learnerId, note.id());
              show();
              text.focus();
            });
    remove.addClassName("link");
    remove.setAriaLabel(getTranslation("cohort.notes.remove.label", note.author()));
    Div foot = new Div(by, remove);
    foot.addClassName("toolbar");
    return new ListItem(words, foot);
  }
}
