package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.ItemBody;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final Steps steps = new Steps();

  @Test
  void whatIsTypedInOneGoIsOneStep() {
    steps.did(wrote("a", "", "B"), NOW);
    steps.did(wrote("a", "B", "Be"), NOW.plusSeconds(1));
    steps.did(wrote("a", "Be", "Bees"), NOW.plusSeconds(2));
    assertThat(steps.undo()).contains(wrote("a", "Bees", ""));
    assertThat(steps.canUndo()).isFalse();
  }

  @Test
  void aPauseOrAnotherPartBeginsAnother() {
    steps.did(wrote("a", "", "B"), NOW);
    steps.did(wrote("b", "", "C"), NOW);
    steps.did(wrote("b", "C", "D"), NOW.plusSeconds(10));
    assertThat(steps.undo()).contains(wrote("b", "D", "C"));
    assertThat(steps.undo()).contains(wrote("b", "C", ""));
    assertThat(steps.undo()).contains(wrote("a", "B", ""));
    assertThat(steps.undo()).isEmpty();
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
      steps.did(new Steps.Wrote("a", each.getFirst(), each.getLast()), at);
    }
    assertThat(steps.undo()).contains(new Steps.Wrote("a", right, longer));
    assertThat(steps.undo()).as("an option in one go").contains(new Steps.Wrote("a", longer, stem));
    assertThat(steps.undo()).contains(new Steps.Wrote("a", stem, empty));
  }

  @Test
  void aClickThatMarksAnotherAsRightIsOneStep() {
    ItemBody one = marked(true, false);
    ItemBody both = marked(true, true);
    ItemBody other = marked(false, true);
    steps.did(new Steps.Wrote("a", one, both), NOW);
    steps.did(new Steps.Wrote("a", both, other), NOW);
    assertThat(steps.undo()).contains(new Steps.Wrote("a", other, one));
  }

  @Test
  void whoTypesOnAndOnTakesBackTenSecondsAtMost() {
    String typed = "";
    for (int second = 0; second < 60; second++) {
      String more = typed + "x";
      steps.did(wrote("a", typed, more), NOW.plusSeconds(second));
      typed = more;
    }
    assertThat(steps.undo()).contains(wrote("a", "x".repeat(60), "x".repeat(50)));
    assertThat(steps.undo()).contains(wrote("a", "x".repeat(50), "x".repeat(40)));
  }

  @Test
  void whatWasTakenBackIsDoneAgainUntilSomethingElseIsDone() {
    steps.did(new Steps.Moved("a", "", "z"), NOW);
    steps.did(new Steps.Retired("b", true), NOW);
    assertThat(steps.undo()).contains(new Steps.Retired("b", false));
    assertThat(steps.undo()).contains(new Steps.Moved("a", "z", ""));
    assertThat(steps.redo()).contains(new Steps.Moved("a", "", "z"));
    steps.did(wrote("c", "", "x"), NOW);
    assertThat(steps.canRedo()).isFalse();
  }

  private static Steps.Wrote wrote(String item, String before, String after) {
    return new Steps.Wrote(item, title(before), title(after));
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
    return new ItemBody.Question(
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
