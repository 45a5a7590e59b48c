package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** An instructor writes a quiz. */
@ServiceTest
class EditorScreensTest extends SpringBrowserlessTest {

  @Autowired Drafts drafts;
  @Autowired Fixtures fixtures;

  Account author;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void fromAnEmptyListToATitleThatIsKept() {
    UI.getCurrent().navigate("write");
    assertThat(page()).contains("No quiz yet");
    press("New quiz");
    assertThat(page()).contains("Untitled quiz").contains("To mend:");
    type("Title of the quiz", "Bees in winter");
    assertThat(page()).contains("All saved");
    assertThat(drafts.of(author.id()).getFirst().title()).isEqualTo("Bees in winter");

    UI.getCurrent().navigate("write");
    assertThat(page()).contains("Bees in winter").contains("not published");
  }

  @Test
  void aQuestionIsKeptAsItIsTypedWithItsFindingsBesideTheFields() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add key point");
    type("What it says, in a few words", "Bees keep warm");
    press("Add question");
    write("Question", "What keeps honey warm?");
    write("Option 1", "The cluster");
    write("Option 2", "The sun");
    write("Option 4", "The straw");
    ItemBody.Question kept = question(draft);

    assertThat(kept.stem()).isEqualTo("What keeps honey warm?");
    assertThat(kept.options())
        .extracting(OptionText::text)
        .containsExactly("The cluster", "The sun", "The straw");
    assertThat(helper("Option 1")).isEmpty();
    assertThat(page()).contains("There is no `why` for a wrong answer.");
    assertThat(drafts.draft(author.id(), draft.id()).live(ItemKind.KEY_POINT))
        .singleElement()
        .extracting(DraftItem::id)
        .isEqualTo(kept.keyPointId());
  }

  @Test
  void whatIsDoneIsTakenBackAndDoneAgain() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add question");
    write("Question", "What keeps honey warm?");
    tap("Undo");
    assertThat(question(draft).stem()).isEmpty();
    tap("Redo");
    assertThat(question(draft).stem()).isEqualTo("What keeps honey warm?");
    tap("Retire");
    assertThat(live(draft)).isEmpty();
    tap("Undo");
    assertThat(live(draft)).hasSize(1);
    tap("Undo");
    tap("Undo");
    assertThat(live(draft)).as("the question was added by a step too").isEmpty();
  }

  @Test
  void changingTheTypeLosesNothing() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add question");
    write("Option 1", "The cluster");
    tap("Typed");
    type("Answer", "a cluster");
    tap("One right");
    assertThat(question(draft).options()).extracting(OptionText::text).contains("The cluster");
    assertThat(question(draft).answer()).isEqualTo("a cluster");
  }

  @Test
  void whoSavesSecondSeesBothAndChooses() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    changedElsewhere(draft, "Theirs");
    type("Title of the quiz", "Mine");
    assertThat(find(ConflictDialog.class).single().getElement().getTextRecursively())
        .contains("Theirs")
        .contains("Mine");
    assertThat(title(draft)).isEqualTo("Theirs");
    press("Keep mine");
    assertThat(title(draft)).isEqualTo("Mine");

    changedElsewhere(draft, "Theirs again");
    type("Title of the quiz", "Mine again");
    press("Take theirs");
    assertThat(title(draft)).isEqualTo("Theirs again");
    assertThat(find(TextField.class).withCaption("Title of the quiz").single().getValue())
        .isEqualTo("Theirs again");
  }

  @Test
  void undoLeavesWhatSomebodyElseWroteSince() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    type("Title of the quiz", "Mine");
    changedElsewhere(draft, "Theirs");
    tap("Undo");
    assertThat(title(draft)).isEqualTo("Theirs");
  }

  @Test
  void aQuestionIsTriedAsLearnersGetIt() {
    Draft draft = complete();
    UI.getCurrent().navigate("try/" + draft.id());
    assertThat(find(NativeButton.class).withClassName("opt").all()).hasSize(3);
    test(find(NativeButton.class).withClassName("opt").atIndex(1)).click();
    assertThat(page()).contains("On trial: nothing is kept.");
    tap("Next");
    assertThat(page()).contains("That was the last question.");
  }

  @Test
  void somebodyElsesQuizIsNotThere() {
    Draft draft = drafts.create(author.id(), "Bees");
    fixtures.signIn(fixtures.instructor());
    UI.getCurrent().navigate("write/" + draft.id());
    assertThat(page()).doesNotContain("Bees").contains("There is nothing here");
    UI.getCurrent().navigate("try/" + draft.id());
    assertThat(page()).contains("There is nothing here");
  }

  private Draft complete() {
    Draft draft = drafts.create(author.id(), "Bees");
    DraftItem point =
        drafts.add(
            author.id(),
            draft.id(),
            0,
            new ItemBody.KeyPoint("Warmth", "", "Bees keep warm.", 0, ""));
    drafts.add(
        author.id(),
        draft.id(),
        0,
        new ItemBody.Question(
            ItemBody.Type.SINGLE,
            point.id(),
            "What keeps honey warm?",
            List.of(
                new OptionText("a", "The cluster", true, ""),
                new OptionText("b", "The sun", false, "Too weak."),
                new OptionText("c", "The straw", false, "Not warm.")),
            "",
            List.of(),
            List.of(),
            true,
            "",
            "Bees shiver.",
            ""));
    return draft;
  }

  private void changedElsewhere(Draft draft, String title) {
    DraftItem now = drafts.draft(author.id(), draft.id()).item(draft.id()).orElseThrow();
    SaveOutcome outcome =
        drafts.save(
            author.id(),
            draft.id(),
            draft.id(),
            now.revision(),
            new ItemBody.Heading(title, 1, List.of()));
    assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
  }

  private String title(Draft draft) {
    return drafts.draft(author.id(), draft.id()).summary().title();
  }

  private List<DraftItem> live(Draft draft) {
    return drafts.draft(author.id(), draft.id()).live(ItemKind.QUESTION);
  }

  private ItemBody.Question question(Draft draft) {
    return (ItemBody.Question) live(draft).getFirst().body();
  }

  private void type(String label, String text) {
    test(find(TextField.class).withCaption(label).single()).setValue(text);
  }

  private void write(String label, String text) {
    test(find(TextArea.class).withCaption(label).single()).setValue(text);
  }

  private String helper(String label) {
    var helper = find(TextArea.class).withCaption(label).single().getHelperComponent();
    return helper == null ? "" : helper.getElement().getTextRecursively();
  }

  private void press(String button) {
    test(find(Button.class).withText(button).single()).click();
  }

  private void tap(String button) {
    test(find(NativeButton.class)
            .withCondition(b -> b.getElement().getTextRecursively().startsWith(button))
            .single())
        .click();
  }

  private String page() {
    return ((Component) getCurrentView()).getElement().getTextRecursively();
  }
}
