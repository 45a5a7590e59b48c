package app.keypoint.authoring.ui;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.WrongText;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What counts when an answer is typed. */
final class TypedFields extends Div {

  private static final int USUAL_WRONG = 2;

  final TextField answer;
  final TextArea accept;
  final Checkbox typos;
  final TextField exact;
  private final List<WrongRow> rows = new ArrayList<>();
  private final Map<String, Noted> places;
  private final Runnable onEdit;

  /** A likely wrong answer. */
  private static final class WrongRow extends Div {
    final TextField text;
    final TextField why;
    final Noted noteText;
    final Noted noteWhy;

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
      noteText = Noted.beside(text);
      noteWhy = Noted.beside(why);
      add(text, why);
    }

    void name(int nth) {
      Fields.name(text, "wrong/" + nth + "/text");
      Fields.name(why, "wrong/" + nth + "/why");
    }

    boolean blank() {
      return text.getValue().isBlank() && why.getValue().isBlank();
    }
  }

  TypedFields(ItemBody.Question question, Runnable onEdit) {
    addClassName("item-form");
    this.onEdit = onEdit;
    answer =
        Fields.line(
            "answer",
            getTranslation("authoring.answer"),
            question.answer(),
            ItemBody.MAX_LINE,
            onEdit);
    answer.setVisible(question.type() == ItemBody.Type.RECALL);
    accept = Lines.field("accept", getTranslation("authoring.accept"), question.accept(), onEdit);
    typos = Fields.check(getTranslation("authoring.typos"), question.typos(), onEdit);
    exact =
        Fields.line(
            "exact",
            getTranslation("authoring.exact"),
            question.exact(),
            ItemBody.MAX_TEXT,
            onEdit);
    exact.setVisible(question.type() == ItemBody.Type.CLOZE);
    add(answer, accept, typos, exact);
    List<WrongText> all = new ArrayList<>(question.wrong());
    do {
      all.add(new WrongText("", ""));
    } while (all.size() < USUAL_WRONG);
    all.forEach(this::addRow);
    nameRows();
    places =
        Map.of(
            "answer", Noted.beside(answer),
            "accept", Noted.beside(accept),
            "exact", Noted.beside(exact));
  }

  private void addRow(WrongText wrong) {
    WrongRow row = new WrongRow(wrong, this::rowEdited);
    rows.add(row);
    add(row);
  }

  /** There is always room for one more. */
  private void rowEdited() {
    if (!rows.getLast().blank() && rows.size() < ItemBody.MAX_PARTS) {
      addRow(new WrongText("", ""));
    }
    onEdit.run();
  }

  List<WrongText> wrong() {
    return rows.stream()
        .filter(row -> !row.blank())
        .map(row -> new WrongText(row.text.getValue(), row.why.getValue()))
        .toList();
  }

  /** Counts the rows as they will be when they are made anew: without those left empty. */
  private void nameRows() {
    List<WrongRow> writtenFirst =
        rows.stream().sorted(Comparator.comparing(WrongRow::blank)).toList();
    for (int nth = 0; nth < writtenFirst.size(); nth++) {
      writtenFirst.get(nth).name(nth);
    }
  }

  void putPlaces(Map<String, Noted> all) {
    nameRows();
    all.putAll(places);
    int nth = 0;
    for (WrongRow row : rows) {
      if (row.blank()) {
        row.noteText.note(List.of());
        row.noteWhy.note(List.of());
      } else {
        all.put("wrong/" + nth + "/text", row.noteText);
        all.put("wrong/" + nth + "/why", row.noteWhy);
        nth++;
      }
    }
  }
}
