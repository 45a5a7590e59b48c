package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More is typed or pasted than a part can hold. */
@ServiceTest
class TooMuchTextTest extends SpringBrowserlessTest {

  private static final String ARTICLE = "Text, paragraphs divided by empty lines";

  @Autowired Drafts drafts;
  @Autowired Fixtures fixtures;

  private Account author;
  private Draft draft;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
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
                new ItemBody.Question(
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
            new ItemBody.Question(
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

  private String page() {
    return ((Component) getCurrentView()).getElement().getTextRecursively();
  }
}
