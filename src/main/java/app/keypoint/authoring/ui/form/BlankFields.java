package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.authoring.ItemBody.WrongText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What else is right, and what is likely wrong, where one thing is typed. */
final class BlankFields {

  private static final int USUAL_WRONG = 2;

  final TextArea accept;
  private String prefix = "";
  private final FindingSlot noteAccept;
  private final List<WrongRow> rows = new ArrayList<>();
  private final Div group = new Div();
  private final Div title = new Div();
  private final Runnable onEdit;
  private HasComponents place = group;

  /** A likely wrong answer. */
  private static final class WrongRow extends Div {
    final TextField text;
    final TextField why;
    final FindingSlot noteText;
    final FindingSlot noteWhy;

    WrongRow(WrongText wrong, Runnable onEdit) {
      addClassName("wrong-row");
      text =
          Fields.line(
              "", getTranslation("authoring.wrong"), wrong.text(), ItemBody.MAX_LINE, onEdit);
      why =
          Fields.line(
              "", getTranslation("authoring.option.why"), wrong.why(), ItemBody.MAX_TEXT, onEdit);
      text.getElement().setAttribute("data-enter-next", "wrong");
      why.getElement().setAttribute("data-enter-next", "wrong");
      noteText = FindingSlot.beside(text);
      noteWhy = FindingSlot.beside(why);
      add(text, why);
    }

    void name(String prefix) {
      Fields.name(text, prefix + "/text");
      Fields.name(why, prefix + "/why");
    }

    boolean blank() {
      return text.getValue().isBlank() && why.getValue().isBlank();
    }
  }

  /**
   * @param asker for its words
   */
  BlankFields(BlankText blank, Component asker, Runnable onEdit) {
    this.onEdit = onEdit;
    accept =
        LinesField.field(
            "accept", asker.getTranslation("authoring.accept"), blank.accept(), onEdit);
    noteAccept = FindingSlot.beside(accept);
    List<WrongText> all = new ArrayList<>(blank.wrong());
    do {
      all.add(new WrongText("", ""));
    } while (all.size() < USUAL_WRONG);
    all.forEach(this::addRow);
    group.addClassNames("item-form", "blank-fields");
    group.getElement().setAttribute("role", "group");
    title.addClassName("small");
  }

  /** Says of which blank they are by now, from 0; the browser keeps what is typed by that. */
  void place(int nth) {
    prefix = nth == 0 ? "" : "blank/" + nth + "/";
    Fields.name(accept, prefix + "accept");
    nameRows();
  }

  private void addRow(WrongText wrong) {
    rows.add(new WrongRow(wrong, this::rowEdited));
  }

  /** There is always room for one more. */
  private void rowEdited() {
    if (!rows.getLast().blank() && rows.size() < ItemBody.MAX_PARTS) {
      addRow(new WrongText("", ""));
      place.add(rows.getLast());
    }
    onEdit.run();
  }

  /** Puts the rows at the end of where they are shown from now on. */
  void putRows(HasComponents where) {
    place = where;
    rows.forEach(where::add);
  }

  /** As one of several, under the name of its blank. */
  Component group(String name) {
    name(name);
    group.add(title, accept);
    putRows(group);
    return group;
  }

  /** Calls the group by what its blank hides by now. */
  void name(String name) {
    title.setText(name);
    group.getElement().setAttribute("aria-label", name);
  }

  BlankText said() {
    return new BlankText(
        LinesField.of(accept),
        rows.stream()
            .filter(row -> !row.blank())
            .map(row -> new WrongText(row.text.getValue(), row.why.getValue()))
            .toList());
  }

  /** Counts the rows as they will be when they are made anew: without those left empty. */
  private void nameRows() {
    List<WrongRow> writtenFirst =
        rows.stream().sorted(Comparator.comparing(WrongRow::blank)).toList();
    for (int nth = 0; nth < writtenFirst.size(); nth++) {
      writtenFirst.get(nth).name(prefix + "wrong/" + nth);
    }
  }

  /**
   * Says where findings belong.
   *
   * @param at before each field's name in the file
   */
  void putPlaces(String at, Map<String, FindingSlot> all) {
    nameRows();
    all.put(at + "accept", noteAccept);
    int nth = 0;
    for (WrongRow row : rows) {
      if (row.blank()) {
        row.noteText.note(List.of());
        row.noteWhy.note(List.of());
      } else {
        all.put(at + "wrong/" + nth + "/text", row.noteText);
        all.put(at + "wrong/" + nth + "/why", row.noteWhy);
        nth++;
      }
    }
  }
}
