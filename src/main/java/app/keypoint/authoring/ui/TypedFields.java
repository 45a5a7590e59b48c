package app.keypoint.authoring.ui;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.content.Question;
import app.keypoint.content.file.ClozeSyntax;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What counts when an answer is typed, or several into the blanks of one sentence. */
final class TypedFields extends Div {

  final TextField answer;
  final Checkbox typos;
  final TextField exact;
  private final boolean cloze;
  private final Runnable onEdit;
  private final Map<String, Noted> places;

  /** Those of blanks that the stem has no more are kept, and not shown. */
  private final List<BlankFields> blanks = new ArrayList<>();

  private List<String> hidden = List.of();

  TypedFields(ItemBody.Question question, Runnable onEdit) {
    this.onEdit = onEdit;
    addClassName("item-form");
    cloze = question.type() == ItemBody.Type.CLOZE;
    answer =
        Fields.line(
            "answer",
            getTranslation("authoring.answer"),
            question.answer(),
            ItemBody.MAX_LINE,
            onEdit);
    answer.setVisible(question.type() == ItemBody.Type.RECALL);
    typos = Fields.check(getTranslation("authoring.typos"), question.typos(), onEdit);
    exact =
        Fields.line(
            "exact",
            getTranslation("authoring.exact"),
            question.exact(),
            ItemBody.MAX_TEXT,
            onEdit);
    exact.setVisible(cloze);
    Stream.concat(Stream.of(question.blank(0)), question.more().stream()).forEach(this::addBlank);
    places = Map.of("answer", Noted.beside(answer), "exact", Noted.beside(exact));
    layOut();
    show(question.stem());
  }

  private void addBlank(BlankText blank) {
    blanks.add(new BlankFields(blanks.size(), blank, this, onEdit));
  }

  /** Has fields for each blank of a stem. */
  void show(String stem) {
    if (!cloze) {
      return;
    }
    List<String> now = ClozeSyntax.answers(stem).stream().limit(Question.Cloze.MAX_BLANKS).toList();
    boolean asMany = now.size() == hidden.size() || Math.max(now.size(), hidden.size()) < 2;
    hidden = now;
    while (blanks.size() < now.size()) {
      addBlank(BlankText.EMPTY);
    }
    if (!asMany) {
      layOut();
    } else if (several()) {
      for (int nth = 0; nth < hidden.size(); nth++) {
        blanks.get(nth).name(name(nth));
      }
    }
  }

  private String name(int nth) {
    return getTranslation("authoring.blank", nth + 1, hidden.get(nth));
  }

  private boolean several() {
    return hidden.size() > 1;
  }

  private void layOut() {
    removeAll();
    if (several()) {
      for (int nth = 0; nth < hidden.size(); nth++) {
        add(blanks.get(nth).group(name(nth)));
      }
      add(typos, exact);
    } else {
      add(answer, blanks.getFirst().accept, typos, exact);
      blanks.getFirst().putRows(this);
    }
  }

  /** Of the first blank, or the only one. */
  BlankText first() {
    return blanks.getFirst().said();
  }

  /** Of the others. */
  List<BlankText> more() {
    return blanks.stream().skip(1).map(BlankFields::said).toList();
  }

  void putPlaces(Map<String, Noted> all) {
    all.putAll(places);
    if (several()) {
      for (int nth = 0; nth < hidden.size(); nth++) {
        blanks.get(nth).putPlaces("blanks/" + nth + "/", all);
      }
    } else {
      blanks.getFirst().putPlaces("", all);
    }
  }
}
