package app.keypoint.authoring.ui.editions;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.StatementCounter;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history of a quiz with three editions. */
@AuthoringTest
class HistoryScreensTest extends ScreenTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired StatementCounter counter;

  private Account author;
  private String draft;
  private String question;
  private String point;
  private WrittenQuiz written;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    written = new WrittenQuiz(drafts, author.id(), draft);
    question = written.complete();
    point = drafts.draft(author.id(), draft).live(ItemKind.KEY_POINT).getFirst().id();
    for (String stem : new String[] {"What is danced?", "Why is it danced?", "Who dances it?"}) {
      written.change(question, WrittenQuiz.question(point, stem, "Where food is"));
      publish();
    }
    return author;
  }

  @Override
  protected void begin() {
    UI.getCurrent().navigate("editions/" + draft);
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }

  @Test
  void anyTwoEditionsAreComparedTheEarlierOneFirst() {
    assertThat(page()).contains("Compare with edition 2").doesNotContain("What differs");
    test(choice("with edition")).selectItem("1");
    test(choice("Edition")).selectItem("3");
    test(find(Button.class).withText("Compare any two").single()).click();
    assertThat(page()).contains("What differs from edition 1 to 3").contains("Reworded");
  }

  @Test
  void noPageCostsMoreStatementsForALongerHistory() {
    List<String> pages =
        List.of(
            "write",
            "write/" + draft,
            "write/" + draft + "/" + question,
            "editions/" + draft,
            "notes/" + draft,
            "try/" + draft);
    List<Long> few = pages.stream().map(this::statements).toList();
    for (int i = 0; i < 5; i++) {
      written.change(question, WrittenQuiz.question(point, "Why " + i + "?", "Food " + i));
      var unused = written.typed("What is danced, " + i + "?", "food");
      publish();
    }
    assertThat(pages.stream().map(this::statements).toList())
        .isEqualTo(few)
        .allMatch(statements -> statements <= 12);
  }

  private long statements(String page) {
    return Math.min(once(page), once(page));
  }

  private long once(String page) {
    return counter.statementsOf(
        () -> {
          UI.getCurrent().navigate(page);
          return page;
        });
  }

  @Test
  void whatWasDoneBeforeAnEditionIsRestoredCannotBeTakenBack() {
    UI.getCurrent().navigate("write/" + draft + "/" + question);
    test(find(TextArea.class).withCaption("Question").single()).setValue("Who else?");
    assertThat(undo().isEnabled()).isTrue();
    UI.getCurrent().navigate("editions/" + draft);
    test(find(NativeButton.class).withText("Restore as draft").atIndex(3)).click();
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
    assertThat(undo().isEnabled()).isFalse();
  }

  private NativeButton undo() {
    return find(NativeButton.class).withText("Undo").single();
  }

  @Test
  void editionsBeforeOneAreRead() {
    assertThat(publishing.historyBefore(author.id(), draft, 3))
        .extracting(Edition::number)
        .containsExactly(2, 1);
  }

  @SuppressWarnings("unchecked")
  private Select<Integer> choice(String label) {
    return find(Select.class).withCaption(label).single();
  }
}
