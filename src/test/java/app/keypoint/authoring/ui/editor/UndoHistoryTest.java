package app.keypoint.authoring.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.WrittenQuestion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final UndoHistory history = new UndoHistory();

  @Test
  void whatIsTypedInOneGoIsOneStep() {
    history.did(wrote("a", "", "B"), NOW);
    history.did(wrote("a", "B", "Be"), NOW.plusSeconds(1));
    history.did(wrote("a", "Be", "Bees"), NOW.plusSeconds(2));
    assertThat(history.undo()).contains(wrote("a", "Bees", ""));
    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void aPauseOrAnotherPartBeginsAnother() {
    history.did(wrote("a", "", "B"), NOW);
    history.did(wrote("b", "", "C"), NOW);
    history.did(wrote("b", "C", "D"), NOW.plusSeconds(10));
    assertThat(history.undo()).contains(wrote("b", "D", "C"));
    assertThat(history.undo()).contains(wrote("b", "C", ""));
    assertThat(history.undo()).contains(wrote("a", "B", ""));
    assertThat(history.undo()).isEmpty();
  }

  @Test
  void anotherFieldBeginsAnother() {
    ItemBody empty = question("", "", false, "");
    ItemBody stem = question("Why", "", false, "");
    ItemBody option = question("Why", "T", false, "");
    ItemBody longer = question("Why", "The", false, "");
    ItemBody right = question("Why", "The", true, "");
    Instant at = NOW;
    for (List<ItemBody> each :
        List.of(
            List.of(empty, stem),
            List.of(stem, option),
            List.of(option, longer),
            List.of(longer, right))) {
      at = at.plusMillis(700);
      history.did(new UndoHistory.Wrote("a", each.getFirst(), each.getLast()), at);
    }
    assertThat(history.undo()).contains(new UndoHistory.Wrote("a", right, longer));
    assertThat(history.undo())
        .as("an option in one go")
        .contains(new UndoHistory.Wrote("a", longer, stem));
    assertThat(history.undo()).contains(new UndoHistory.Wrote("a", stem, empty));
  }

  @Test
  void aClickThatMarksAnotherAsRightIsOneStep() {
    ItemBody one = marked(true, false);
    ItemBody both = marked(true, true);
    ItemBody other = marked(false, true);
    history.did(new UndoHistory.Wrote("a", one, both), NOW);
    history.did(new UndoHistory.Wrote("a", both, other), NOW);
    assertThat(history.undo()).contains(new UndoHistory.Wrote("a", other, one));
  }

  @Test
  void whoTypesOnAndOnTakesBackTenSecondsAtMost() {
    String typed = "";
    for (int second = 0; second < 60; second++) {
      String more = typed + "x";
      history.did(wrote("a", typed, more), NOW.plusSeconds(second));
      typed = more;
    }
    assertThat(history.undo()).contains(wrote("a", "x".repeat(60), "x".repeat(50)));
    assertThat(history.undo()).contains(wrote("a", "x".repeat(50), "x".repeat(40)));
  }

  @Test
  void whatWasTakenBackIsDoneAgainUntilSomethingElseIsDone() {
    history.did(new UndoHistory.Moved("a", "", "z"), NOW);
    history.did(new UndoHistory.Retired("b", true), NOW);
    assertThat(history.undo()).contains(new UndoHistory.Retired("b", false));
    assertThat(history.undo()).contains(new UndoHistory.Moved("a", "z", ""));
    assertThat(history.redo()).contains(new UndoHistory.Moved("a", "", "z"));
    history.did(wrote("c", "", "x"), NOW);
    assertThat(history.canRedo()).isFalse();
  }

  private static UndoHistory.Wrote wrote(String item, String before, String after) {
    return new UndoHistory.Wrote(item, title(before), title(after));
  }

  private static ItemBody question(String stem, String option, boolean right, String why) {
    List<ItemBody.OptionText> options =
        option.isEmpty() ? List.of() : List.of(new ItemBody.OptionText("a", option, right, why));
    return of(stem, options);
  }

  private static ItemBody marked(boolean a, boolean b) {
    return of(
        "Why?",
        List.of(
            new ItemBody.OptionText("a", "A", a, ""), new ItemBody.OptionText("b", "B", b, "")));
  }

  private static ItemBody of(String stem, List<ItemBody.OptionText> options) {
    ItemBody.Question empty = ItemBody.Question.empty(ItemBody.Type.SINGLE, "k");
    return WrittenQuestion.of(
        empty.type(),
        empty.keyPointId(),
        stem,
        options,
        "",
        List.of(),
        List.of(),
        true,
        "",
        "",
        "");
  }

  private static ItemBody title(String text) {
    return new ItemBody.Heading(text, 1, List.of());
  }
}
