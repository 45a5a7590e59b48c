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
  void whatWasTakenBackIsDoneAgainUntilSomethingElseIsDone() {
    steps.did(new Steps.Moved("a", 0, 2), NOW);
    steps.did(new Steps.Retired("b", true), NOW);
    assertThat(steps.undo()).contains(new Steps.Retired("b", false));
    assertThat(steps.undo()).contains(new Steps.Moved("a", 2, 0));
    assertThat(steps.redo()).contains(new Steps.Moved("a", 0, 2));
    steps.did(wrote("c", "", "x"), NOW);
    assertThat(steps.canRedo()).isFalse();
  }

  private static Steps.Wrote wrote(String item, String before, String after) {
    return new Steps.Wrote(item, title(before), title(after));
  }

  private static ItemBody title(String text) {
    return new ItemBody.Heading(text, 1, List.of());
  }
}
