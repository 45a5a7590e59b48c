package app.keypoint.authoring.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ui.SomeDraft;
import org.junit.jupiter.api.Test;

class PlacesTest {

  /** In the outline: A, one, three, B, two, C, and then the one whose key point is gone. */
  private final Draft draft =
      new SomeDraft()
          .point("A", "")
          .point("B", "")
          .point("C", "")
          .question("one", "A", "")
          .retired("old", "A")
          .question("two", "B", "")
          .question("three", "A", "")
          .question("lost", "gone", "")
          .draft();

  @Test
  void aQuestionMovesPastTheNextOfItsKeyPoint() {
    assertThat(Places.moved(draft, "one", 1)).contains(new UndoHistory.Moved("one", "", "three"));
    assertThat(Places.moved(draft, "three", -1))
        .contains(new UndoHistory.Moved("three", "two", ""));
  }

  @Test
  void nothingMovesWhereTheOutlineShowsNothingToPass() {
    assertThat(Places.moved(draft, "one", -1)).isEmpty();
    assertThat(Places.moved(draft, "three", 1)).isEmpty();
    assertThat(Places.moved(draft, "two", 1)).isEmpty();
    assertThat(Places.moved(draft, "lost", -1)).isEmpty();
    assertThat(Places.moved(draft, "old", 1)).as("retired").isEmpty();
    assertThat(Places.moved(draft, "C", 1)).isEmpty();
  }

  @Test
  void keyPointsMoveAmongThemselves() {
    assertThat(Places.moved(draft, "A", 1)).contains(new UndoHistory.Moved("A", "", "B"));
    assertThat(Places.moved(draft, "C", -1)).contains(new UndoHistory.Moved("C", "B", "A"));
  }

  @Test
  void aPlaceIsThatAfterAnother() {
    DraftItem three = draft.item("three").orElseThrow();
    assertThat(Places.after(draft, three, "")).hasValue(0);
    assertThat(Places.after(draft, three, "two")).hasValue(3);
    assertThat(Places.after(draft, draft.item("one").orElseThrow(), "three")).hasValue(3);
    assertThat(Places.after(draft, three, "A")).as("of another kind").isEmpty();
  }

  @Test
  void fromARetiredPartOneGoesOnFromWhereItStood() {
    assertThat(Outline.neighbour(draft, "one", 1)).isEqualTo("three");
    assertThat(Outline.neighbour(draft, "old", 1)).isEqualTo("three");
    assertThat(Outline.neighbour(draft, "old", -1)).isEqualTo("one");
    assertThat(Outline.neighbour(draft, "lost", 1)).isEqualTo("lost");
  }

  @Test
  void aNewQuestionComesAfterTheOpenOneOrElseWhereItsKeyPointIs() {
    assertThat(Places.ofNew(draft, "two", SomeDraft.asked("B", ""))).isEqualTo(3);
    assertThat(Places.ofNew(draft, "A", SomeDraft.asked("A", ""))).isEqualTo(4);
    assertThat(Places.ofNew(draft, "B", SomeDraft.asked("B", ""))).isEqualTo(3);
    assertThat(Places.ofNew(draft, "C", SomeDraft.asked("C", ""))).as("after B's").isEqualTo(3);
    assertThat(Places.ofNew(draft, "quiz", SomeDraft.asked("", ""))).isEqualTo(5);
  }

  @Test
  void theFirstQuestionOfTheFirstKeyPointIsAskedFirst() {
    Draft asked = new SomeDraft().point("A", "").point("B", "").question("q", "B", "").draft();
    assertThat(Places.ofNew(asked, "A", SomeDraft.asked("A", ""))).isZero();
  }

  @Test
  void aNewKeyPointComesAfterTheOpenOneOrElseLast() {
    ItemBody point = new ItemBody.KeyPoint("", "", "", 0, "");
    assertThat(Places.ofNew(draft, "A", point)).isEqualTo(1);
    assertThat(Places.ofNew(draft, "one", point)).isEqualTo(3);
  }
}
