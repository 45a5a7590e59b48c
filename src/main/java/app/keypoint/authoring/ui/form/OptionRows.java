package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody.OptionText;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The options of a question. There is always room for five, so that the next one can be written at
 * once; those with nothing in them are none.
 */
final class OptionRows extends Div {

  private static final int USUAL = 5;

  private final List<OptionRow> rows = new ArrayList<>();
  private final Div notes = new Div();
  private final FindingSlot onTop = FindingSlot.in(notes);

  /**
   * @param onlyOne whether another right one makes the one before wrong
   */
  OptionRows(List<OptionText> options, boolean onlyOne, Runnable onEdit) {
    addClassName("option-rows");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", getTranslation("authoring.options"));
    List<OptionText> all = new ArrayList<>(options);
    Set<String> ids = new HashSet<>(options.stream().map(OptionText::id).toList());
    for (char letter = 'a'; all.size() < USUAL; letter++) {
      if (ids.add(String.valueOf(letter))) {
        all.add(new OptionText(String.valueOf(letter), "", false, ""));
      }
    }
    for (OptionText option : all) {
      OptionRow row = new OptionRow(rows.size() + 1, option, onEdit);
      rows.add(row);
      add(row);
      if (onlyOne) {
        row.correct.addValueChangeListener(
            change -> {
              if (change.isFromClient() && change.getValue()) {
                others(row).forEach(other -> other.correct.setValue(false));
              }
            });
      }
    }
    add(notes);
  }

  List<OptionText> options() {
    return written().map(OptionRow::option).toList();
  }

  /** Where findings belong: options are counted as the quiz has them, without those left empty. */
  void putPlaces(Map<String, FindingSlot> places) {
    places.put("options", onTop);
    List<OptionRow> written = written().toList();
    for (int i = 0; i < written.size(); i++) {
      places.put("options/" + i + "/text", written.get(i).noteText);
      places.put("options/" + i + "/why", written.get(i).noteWhy);
    }
    rows.stream()
        .filter(OptionRow::blank)
        .forEach(
            row -> {
              row.noteText.note(List.of());
              row.noteWhy.note(List.of());
            });
  }

  private Stream<OptionRow> written() {
    return rows.stream().filter(row -> !row.blank());
  }

  private Stream<OptionRow> others(OptionRow row) {
    return rows.stream().filter(other -> other != row);
  }
}
