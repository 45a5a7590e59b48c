package app.keypoint.authoring.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.WrittenQuestion;
import app.keypoint.authoring.ui.WriteView;
import app.keypoint.authoring.ui.editions.PublishDialog;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More is typed or pasted than a part can hold. */
@ServiceTest
class TooMuchTextTest extends ScreenTest {

  private static final String POINT = "The key point in one or two sentences of your own";
  private static final String ARTICLE = "Text, paragraphs divided by empty lines";

  @Autowired Drafts drafts;

  private Account author;
  private Draft draft;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    return author;
  }

  @Override
  protected void begin() {
    draft = drafts.create(author.id(), "Bees");
  }

  @Test
  void anArticleThatIsTooLongIsNeitherCutNorKeptAndTheFieldSaysWhatItMayBe() {
    open(Drafts.ARTICLE);
    write(ARTICLE, "y".repeat(150_000));
    assertThat(helper(ARTICLE)).contains("too long. Shorten it to 100,000 characters");
    assertThat(saved().getElement().getAttribute("data-saving")).isEqualTo("Not saved");
    assertThat(find(ConfirmDialog.class).all()).isEmpty();
    TextArea field = find(TextArea.class).withCaption(ARTICLE).single();
    assertThat(field.getValue()).hasSize(150_000);
    assertThat(field.getMaxLength()).as("where the browser cuts").isGreaterThan(400_000);
    assertThat(article().text()).isEmpty();

    write(ARTICLE, "");
    assertThat(helper(ARTICLE)).as("as it is kept").doesNotContain("too long");
    write(ARTICLE, "y".repeat(150_000));
    write(ARTICLE, "y".repeat(100_000));
    assertThat(helper(ARTICLE)).doesNotContain("too long");
    assertThat(page()).contains("All saved");
    assertThat(article().text()).hasSize(100_000);
  }

  @Test
  void whatCouldNotBeSavedStaysWhateverElseIsDone() {
    String point = point("Bees keep warm.");
    point("Another");
    open(point);
    String tooLong = "x".repeat(10_001);
    write(POINT, tooLong);
    for (String button : List.of("Move up", "Retire", "Take in again", "Undo", "Redo")) {
      toldToBeSaved();
      tap(button);
      assertThat(value(POINT)).as(button).isEqualTo(tooLong);
      assertThat(saving()).as(button).isEqualTo("Not saved");
      assertThat(toldToBeSaved()).as(button).allMatch(told -> told.equals("{\"fields\":{}} true"));
      assertThat(helper(POINT)).as(button).contains("too long");
    }
    for (int step = 0; step < 4; step++) {
      tap("Undo");
    }
    assertThat(value(POINT)).isEqualTo("Bees keep warm.");
    assertThat(saving()).isEqualTo("Saving…");
    assertThat(helper(POINT)).doesNotContain("too long");
    tap("Redo");
    assertThat(value(POINT)).as("brought back").isEqualTo(tooLong);
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(text(point)).isEqualTo("Bees keep warm.");
    write(POINT, "Bees shiver.");
    assertThat(text(point)).isEqualTo("Bees shiver.");
    assertThat(saving()).isEqualTo("Saving…");
    tap("Undo");
    assertThat(value(POINT)).as("what stood in the field before").isEqualTo(tooLong);
    tap("Undo");
    assertThat(text(point)).isEqualTo("Bees keep warm.");
  }

  @Test
  void aPartThatIsNotSavedIsMarkedKeptAndAskedAbout() {
    String point = point("Bees keep warm.");
    open(point);
    String tooLong = "x".repeat(10_001);
    write(POINT, tooLong);
    tap("Title");
    test(find(TextField.class).withCaption("Title of the quiz").single()).setValue("Wasps");
    assertThat(drafts.draft(author.id(), draft.id()).summary().title()).isEqualTo("Wasps");
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(entry("Bees keep warm.")).contains("not saved");
    assertThat(entry("Title")).doesNotContain("not saved");

    press("Publish…");
    assertThat(find(PublishDialog.class).all()).isEmpty();
    assertThat(notification())
        .isEqualTo("Publishing waits for what is not saved yet: “Bees keep warm.”");
    UI.getCurrent().navigate("write");
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
    ConfirmDialog asked = find(ConfirmDialog.class).single();
    test(asked).cancel();

    tap("Bees keep warm.");
    assertThat(value(POINT)).isEqualTo(tooLong);
    assertThat(helper(POINT)).contains("too long");
    write(POINT, "Bees shiver.");
    assertThat(saving()).isEqualTo("Saving…");
    assertThat(entry("Bees shiver.")).doesNotContain("not saved");
    UI.getCurrent().navigate("write");
    assertThat(getCurrentView()).isInstanceOf(WriteView.class);
  }

  @Test
  void whoLeavesAllTheSameHasBeenAskedAndGoesOnWhenBack() {
    String point = point("Bees keep warm.");
    open(point);
    String tooLong = "x".repeat(10_001);
    write(POINT, tooLong);
    UI.getCurrent().navigate("write");
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(getCurrentView()).isInstanceOf(WriteView.class);

    open(draft.id());
    assertThat(entry("Bees keep warm.")).contains("not saved");
    tap("Bees keep warm.");
    assertThat(value(POINT)).isEqualTo(tooLong);
    assertThat(helper(POINT)).contains("too long");
    tap("Undo");
    assertThat(value(POINT)).isEqualTo("Bees keep warm.");
    assertThat(find(Notification.class).all()).as("nobody else is blamed").isEmpty();
    assertThat(saving()).isEqualTo("Saving…");
    Draft other = drafts.create(author.id(), "Wasps");
    tap("Redo");
    assertThat(saving()).isEqualTo("Not saved");
    UI.getCurrent().navigate("write");
    test(find(ConfirmDialog.class).single()).confirm();
    UI.getCurrent().navigate("write/" + other.id());
    assertThat(saving()).as("of another quiz").isEqualTo("Saving…");
  }

  @Test
  void whoKeepsTooMuchOfTheirOwnIsAskedOnce() {
    String point = point("Bees keep warm.");
    open(point);
    DraftItem now = drafts.draft(author.id(), draft.id()).item(point).orElseThrow();
    var unused =
        drafts.save(
            author.id(),
            draft.id(),
            point,
            now.revision(),
            new ItemBody.KeyPoint("", "", "Bees sleep.", 0, ""));
    write(POINT, "Bees shiver.");
    assertThat(find(ConflictPanel.class).all()).hasSize(1);
    write(POINT, "x".repeat(10_001));
    press("Keep mine");
    assertThat(find(ConflictPanel.class).all()).isEmpty();
    assertThat(helper(POINT)).contains("too long");
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(text(point)).isEqualTo("Bees sleep.");

    write(POINT, "Bees keep warm.");
    assertThat(find(ConflictPanel.class).all()).isEmpty();
    assertThat(text(point)).as("as it was before both").isEqualTo("Bees keep warm.");
    while (find(NativeButton.class).withText("Undo").single().isEnabled()) {
      tap("Undo");
    }
    assertThat(text(point)).isEqualTo("Bees sleep.");
    assertThat(find(Notification.class).all()).isEmpty();
  }

  @Test
  void aPartThatIsNotSavedIsNotDuplicated() {
    open(point("Bees keep warm."));
    write(POINT, "x".repeat(10_001));
    tap("Duplicate");
    assertThat(notification()).startsWith("Nothing was duplicated");
    assertThat(points()).hasSize(1);
    write(POINT, "Bees shiver.");
    tap("Duplicate");
    assertThat(points())
        .extracting(item -> ((ItemBody.KeyPoint) item.body()).text())
        .containsExactly("Bees shiver.", "Bees shiver.");
  }

  @Test
  void aRetiredPartThatIsNotSavedIsSeen() {
    String point = point("Bees keep warm.");
    open(point);
    tap("Retire");
    assertThat(find(NativeDetails.class).single().isOpen()).isFalse();
    write(POINT, "x".repeat(10_001));
    assertThat(find(NativeDetails.class).single().isOpen()).isTrue();
    assertThat(entry("Bees keep warm.")).contains("not saved");
  }

  @Test
  void ofManyPartsThatAreNotSavedSomeAreNamed() {
    List<String> texts = List.of("One", "Two", "Three", "Four", "Five");
    texts.forEach(this::point);
    open(draft.id());
    for (String text : texts) {
      tap(text);
      write(POINT, "x".repeat(10_001));
    }
    press("Publish…");
    assertThat(notification())
        .isEqualTo("Publishing waits for what is not saved yet: “One”, “Two”, “Three” and 2 more");
  }

  private String notification() {
    return test(find(Notification.class).all().getLast()).getText();
  }

  private List<DraftItem> points() {
    return drafts.draft(author.id(), draft.id()).live(ItemKind.KEY_POINT);
  }

  @Test
  void aFileThatMakesTheQuizTooLargeIsSaidNotToBeSavedAndStays() {
    String text = "x".repeat(ItemBody.MAX_TEXT);
    for (int i = 0; i < 14; i++) {
      drafts.add(author.id(), draft.id(), i, new ItemBody.KeyPoint("P" + i, "", text, 0, text));
    }
    open(Drafts.ARTICLE);
    test(find(Upload.class).single())
        .upload("bees.txt", "text/plain", "y".repeat(30_000).getBytes(StandardCharsets.UTF_8));
    assertThat(page())
        .contains("This is not saved", "bees.txt are in the field, and not saved")
        .doesNotContain("are taken in");
    assertThat(saving()).isEqualTo("Not saved");
    tap("P3");
    tap("Article");
    assertThat(value(ARTICLE)).hasSize(30_000);
    assertThat(article().text()).isEmpty();
    for (String point : List.of("P3", "P4")) {
      tap(point);
      write(POINT, "Short.");
    }
    tap("Article");
    assertThat(article().text()).as("tried again").hasSize(30_000);
    assertThat(saving()).isEqualTo("Saving…");
  }

  private String point(String text) {
    return drafts.add(author.id(), draft.id(), 0, new ItemBody.KeyPoint("", "", text, 0, "")).id();
  }

  private String text(String point) {
    return ((ItemBody.KeyPoint)
            drafts.draft(author.id(), draft.id()).item(point).orElseThrow().body())
        .text();
  }

  private String entry(String name) {
    return find(NativeButton.class).withClassName("entry").all().stream()
        .map(entry -> entry.getElement().getTextRecursively())
        .filter(text -> text.startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  /** What the browser has been told to be saved since this was last called. */
  private static List<String> toldToBeSaved() {
    UIInternals ui = UI.getCurrent().getInternals();
    ui.getStateTree().runExecutionsBeforeClientResponse();
    return ui.dumpPendingJavaScriptInvocations().stream()
        .map(PendingJavaScriptInvocation::getInvocation)
        .filter(invocation -> invocation.getExpression().contains("keypointEditor?.saved("))
        .map(
            invocation ->
                invocation.getParameters().get(1) + " " + invocation.getParameters().get(2))
        .toList();
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

  private String value(String label) {
    return find(TextArea.class).withCaption(label).single().getValue();
  }

  private String saving() {
    return saved().getElement().getAttribute("data-saving");
  }

  @Test
  void answersThatAreTooManyOrTooLongAreSaidToBeSo() {
    open(typed());
    String accept = "Also right, one a line";
    write(accept, "an answer\n".repeat(101));
    assertThat(helper(accept)).contains("There are more than 100. Leave some out.");
    write(accept, "short\n" + "x".repeat(1_001));
    assertThat(helper(accept)).contains("Line 2 is too long. Shorten it to 1,000 characters.");
    assertThat(find(ConfirmDialog.class).all()).isEmpty();
    write(accept, "short");
    assertThat(helper(accept)).doesNotContain("too long");
    assertThat(page()).contains("All saved");
  }

  @Test
  void ofSeveralBlanksTheFieldSaysSoThatHoldsTooMuch() {
    open(
        drafts
            .add(
                author.id(),
                draft.id(),
                0,
                WrittenQuestion.of(
                    ItemBody.Type.CLOZE,
                    "",
                    "{{Bees}} shiver in {{winter}}.",
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    true,
                    "",
                    "",
                    ""))
            .id());
    for (int blank = 0; blank < 2; blank++) {
      var fields = find(TextArea.class).withCaption("Also right, one a line").all();
      test(fields.get(blank)).setValue("short\n" + "x".repeat(1_001));
      assertThat(fields.get(blank).getHelperComponent().getElement().getTextRecursively())
          .contains("Line 2 is too long. Shorten it to 1,000 characters.");
      test(fields.get(blank)).setValue("short");
    }
  }

  @Test
  void aHintSaysHowLongALineMayBe() {
    open(draft.id());
    test(find(TextField.class).withCaption("Title of the quiz").single()).setValue("x".repeat(400));
    assertThat(page()).contains("This is too long. Shorten it to 300 characters.");
  }

  private String typed() {
    DraftItem question =
        drafts.add(
            author.id(),
            draft.id(),
            0,
            WrittenQuestion.of(
                ItemBody.Type.RECALL,
                "",
                "What do bees keep?",
                List.of(),
                "honey",
                List.of(),
                List.of(),
                true,
                "",
                "",
                ""));
    assertThat(question.kind()).isEqualTo(ItemKind.QUESTION);
    return question.id();
  }

  private void open(String item) {
    UI.getCurrent().navigate("write/" + draft.id() + "/" + item);
  }

  private ItemBody.Article article() {
    return (ItemBody.Article)
        drafts.draft(author.id(), draft.id()).item(Drafts.ARTICLE).orElseThrow().body();
  }

  private void write(String label, String text) {
    test(find(TextArea.class).withCaption(label).single()).setValue(text);
  }

  private String helper(String label) {
    var helper = find(TextArea.class).withCaption(label).single().getHelperComponent();
    return helper == null ? "" : helper.getElement().getTextRecursively();
  }

  private Span saved() {
    return find(Span.class).withClassName("saved").single();
  }
}
