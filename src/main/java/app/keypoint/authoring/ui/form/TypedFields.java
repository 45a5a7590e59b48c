package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.content.Question;
import app.keypoint.content.format.ClozeSyntax;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What counts when an answer is typed, or several into the blanks of one sentence; but for the
 * answer itself, which stands before the explanation.
 */
final class TypedFields extends Div {

  final TextField answer;
  final Checkbox typos;
  final TextField exact;
  private final boolean cloze;
  private final Runnable onEdit;
  private final Map<String, FindingSlot> places;

  /**
   * In the order of the stem; after them those of blanks that it has no more, which are kept and
   * not shown.
   */
  private List<BlankFields> blanks = new ArrayList<>();

  /** What each of them has hidden since the form was made, the latest at the end. */
  private final Map<BlankFields, List<String>> answers = new HashMap<>();

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
    typos = Fields.check("typos", getTranslation("authoring.typos"), question.typos(), onEdit);
    exact =
        Fields.line(
            "exact",
            getTranslation("authoring.exact"),
            question.exact(),
            ItemBody.MAX_TEXT,
            onEdit);
    exact.setVisible(cloze);
    Stream.concat(Stream.of(question.blank(0)), question.more().stream())
        .forEach(blank -> blanks.add(made(blank)));
    places = Map.of("answer", FindingSlot.beside(answer), "exact", FindingSlot.beside(exact));
    hidden = cloze ? hiddenIn(question.stem()) : List.of();
    while (blanks.size() < hidden.size()) {
      blanks.add(made(BlankText.EMPTY));
    }
    placed();
    layOut();
  }

  private BlankFields made(BlankText blank) {
    return new BlankFields(blank, this, onEdit);
  }

  private static List<String> hiddenIn(String stem) {
    return ClozeSyntax.answers(stem).stream().limit(Question.Cloze.MAX_BLANKS).toList();
  }

  /** Has fields for each blank of a stem; those of a blank go along with it. */
  void show(String stem) {
    if (!cloze) {
      return;
    }
    List<BlankFields> before = shown();
    boolean wereSeveral = several();
    List<String> now = hiddenIn(stem);
    if (!now.equals(hidden)) {
      blanks = arranged(now);
      hidden = now;
      placed();
    }
    if (several() != wereSeveral || !shown().equals(before)) {
      layOut();
    } else if (several()) {
      for (int nth = 0; nth < hidden.size(); nth++) {
        blanks.get(nth).name(name(nth));
      }
    }
  }

  /** Of a stem without blanks those of the one to come. */
  private List<BlankFields> shown() {
    return List.copyOf(blanks.subList(0, Math.max(1, hidden.size())));
  }

  private void placed() {
    for (int nth = 0; nth < blanks.size(); nth++) {
      blanks.get(nth).place(nth);
    }
    for (int nth = 0; nth < hidden.size(); nth++) {
      List<String> hid = answers.computeIfAbsent(blanks.get(nth), fields -> new ArrayList<>());
      hid.remove(hidden.get(nth));
      hid.add(hidden.get(nth));
    }
  }

  /** All fields in the order of other blanks; those that have none any more at the end. */
  private List<BlankFields> arranged(List<String> now) {
    List<BlankFields> kept = new ArrayList<>(blanks);
    List<BlankFields> arranged = new ArrayList<>();
    List<List<String>> hid = blanks.stream().map(this::answersOf).toList();
    for (int at : BlankOrder.of(hid, shown().size(), now.isEmpty() ? List.of("") : now)) {
      BlankFields fields = at == BlankOrder.NEW ? made(BlankText.EMPTY) : blanks.get(at);
      arranged.add(fields);
      kept.remove(fields);
    }
    kept.removeIf(fields -> fields.said().equals(BlankText.EMPTY));
    // The first is counted apart, so this is as many as a draft holds.
    arranged.addAll(
        kept.subList(0, Math.min(kept.size(), Question.Cloze.MAX_BLANKS + 1 - arranged.size())));
    return arranged;
  }

  private List<String> answersOf(BlankFields fields) {
    return answers.getOrDefault(fields, List.of());
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
      add(blanks.getFirst().accept, typos, exact);
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

  void putPlaces(Map<String, FindingSlot> all) {
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
