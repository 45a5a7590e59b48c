package app.keypoint.authoring.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.authoring.WrittenQuestion;
import app.keypoint.authoring.ui.Times;
import app.keypoint.authoring.ui.WriteView;
import app.keypoint.authoring.ui.editions.PublishDialog;
import app.keypoint.authoring.ui.form.ArticleUpload;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An instructor writes a quiz. */
@ServiceTest
class EditorScreensTest extends ScreenTest {

  private static final String ACCEPT = "Also right, one a line";

  @Autowired Drafts drafts;
  @Autowired JdbcTemplate sql;

  Account author;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    return author;
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
    assertThat(page()).contains("Say which misreading this wrong answer");
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
  void everyBlankOfTheSentenceHasFieldsOfItsOwn() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add question");
    tap("Blank");
    write("Sentence with each blank as {{…}}", "Bees {{shiver::move}} in winter.");
    write("Also right, one a line", "tremble");
    assertThat(find(TextArea.class).withCaption("Also right, one a line").all()).hasSize(1);

    write("Sentence with each blank as {{…}}", "Bees {{shiver::move}} in {{winter}}.");
    assertThat(page()).contains("Blank 1: shiver").contains("Blank 2: winter");
    List<TextArea> accepts = find(TextArea.class).withCaption("Also right, one a line").all();
    assertThat(accepts).hasSize(2);
    assertThat(accepts.getFirst().getValue()).isEqualTo("tremble");
    test(accepts.get(1)).setValue("frost\ncold season");
    List<TextField> wrongs = find(TextField.class).withCaption("Likely wrong answer").all();
    test(wrongs.get(3)).setValue("frost");
    assertThat(find(TextField.class).withCaption("Likely wrong answer").all())
        .as("room for one more")
        .hasSize(5);

    ItemBody.Question kept = latest(draft);
    assertThat(kept.accept()).containsExactly("tremble");
    assertThat(kept.blank(1).accept()).containsExactly("frost", "cold season");
    assertThat(
            find(TextField.class)
                .withCaption("Why not?")
                .all()
                .get(3)
                .getHelperComponent()
                .getElement()
                .getTextRecursively())
        .as("at the field of the second blank")
        .contains("Say which misreading this wrong answer stands for");
    for (int field = 0; field < 5; field++) {
      assertThat(latest(draft).stem()).isNotEmpty();
      tap("Undo");
    }
    assertThat(latest(draft).stem()).isEmpty();
    for (int field = 0; field < 5; field++) {
      tap("Redo");
    }
    assertThat(latest(draft)).isEqualTo(kept);
    assertThat(find(TextArea.class).withCaption("Also right, one a line").all())
        .extracting(TextArea::getValue)
        .containsExactly("tremble", "frost\ncold season");
    tap("Duplicate");
    assertThat(live(draft)).hasSize(3).last().extracting(DraftItem::body).isEqualTo(kept);

    write("Sentence with each blank as {{…}}", "Bees {{shiver::move}} in winter.");
    assertThat(find(TextArea.class).withCaption("Also right, one a line").all()).hasSize(1);
    assertThat(latest(draft).blank(1).accept()).as("kept, should it come back").hasSize(2);
  }

  @Test
  void whatCountsGoesAlongWithItsBlank() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add question");
    tap("Blank");
    String stem = "Sentence with each blank as {{…}}";
    write(stem, "Bees {{shiver}} in {{winter}}.");
    List<TextArea> both = find(TextArea.class).withCaption(ACCEPT).all();
    test(both.getFirst()).setValue("tremble");
    test(both.getLast()).setValue("the cold season");

    write(stem, "Bees shiver in {{winter}}.");
    assertThat(accepts()).containsExactly("the cold season");
    assertThat(latest(draft).accept()).containsExactly("the cold season");
    write(stem, "Bees {{shiver}} in {{winter}}.");
    assertThat(accepts()).containsExactly("tremble", "the cold season");

    write(stem, "{{All}} bees {{shiver}} in {{winter}}.");
    assertThat(accepts()).containsExactly("", "tremble", "the cold season");
    assertThat(latest(draft).accept()).isEmpty();
    assertThat(latest(draft).blank(1).accept()).containsExactly("tremble");
    assertThat(fieldNames()).doesNotHaveDuplicates();
    write(stem, "In {{winter}} {{all}} bees {{shiver}}.");
    assertThat(accepts()).containsExactly("the cold season", "", "tremble");
    write(stem, "In {{winter}} {{all bees {{shiver}}.");
    write(stem, "In {{winter}} all bees {{shiver}}.");
    assertThat(accepts())
        .as("two blanks looked like one")
        .containsExactly("the cold season", "tremble");
    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getLast().id());
    assertThat(accepts()).containsExactly("the cold season", "tremble");
  }

  private List<String> accepts() {
    return find(TextArea.class).withCaption(ACCEPT).all().stream().map(TextArea::getValue).toList();
  }

  @Test
  void whoHasToChooseDoesNotLeaveBefore() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getFirst().id());
    DraftItem now = live(draft).getFirst();
    change(draft, now, ((ItemBody.Question) now.body()).ofType(ItemBody.Type.MULTI));
    tap("Typed");
    assertThat(find(ConflictPanel.class).all()).hasSize(1);
    UI.getCurrent().navigate("write");
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
    assertThat(notification()).contains("Choose first");
    press("Keep mine");
    assertThat(question(draft).type()).isEqualTo(ItemBody.Type.RECALL);
    UI.getCurrent().navigate("write");
    assertThat(getCurrentView()).isInstanceOf(WriteView.class);
  }

  @Test
  void whoSavesSecondSeesBothAndChooses() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    changedElsewhere(draft, "Theirs");
    type("Title of the quiz", "Mine");
    assertThat(find(ConflictPanel.class).single().getElement().getTextRecursively())
        .contains("Theirs")
        .contains("Mine")
        .contains(
            "changed it on "
                + Times.of(
                    draft(draft).item(draft.id()).orElseThrow().changedAt(),
                    author,
                    Locale.ENGLISH));
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
  void untilOneHasChosenThePartStaysOpenAndTakesAlongWhatIsTyped() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    changedElsewhere(draft, "Theirs");
    type("Title of the quiz", "Mine");
    tap("Article");
    press("Add key point");
    press("History");
    assertThat(notification()).contains("Choose first");
    assertThat(draft(draft).live(ItemKind.KEY_POINT)).isEmpty();
    type("Title of the quiz", "Mine, and more");
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(title(draft)).isEqualTo("Theirs");
    press("Keep mine");
    assertThat(title(draft)).isEqualTo("Mine, and more");
    assertThat(find(ConflictPanel.class).all()).isEmpty();
    tap("Article");
    assertThat(find(TextArea.class).withCaption("Text, paragraphs divided by empty lines").all())
        .hasSize(1);
  }

  private String notification() {
    return test(find(Notification.class).all().getLast()).getText();
  }

  @Test
  void aFileThatIsRefusedIsSoInTheLanguageOfThePage() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    UI.getCurrent().navigate("write");
    press("复制或导入…");
    test(find(TextArea.class).single()).setValue("schema: 1\nid: bees\ntitle: 3\nquestoins: []\n");
    press("导入");
    assertThat(rows())
        .contains("第 3 行第 1 列： “title”的类型不对：应为文字、数字、true 或 false，或者列表。看起来像别的类型的文字请加引号。")
        .contains("第 4 行第 1 列： 这里不认识“questoins”。请检查拼写、缩进和题目类型，或者删掉它。");
    test(find(TextArea.class).single()).setValue("title: “Bees\nid: [");
    press("导入");
    assertThat(rows())
        .anySatisfy(row -> assertThat(row).contains("这里不是可读的 YAML").contains("This is not YAML"));
  }

  private List<String> rows() {
    return find(ListItem.class).all().stream()
        .map(item -> item.getElement().getTextRecursively())
        .toList();
  }

  @Test
  void editionsWithoutTextAreNeitherComparedNorRestored() {
    Draft draft = complete();
    for (int edition = 1; edition <= 70; edition++) {
      sql.update(
          """
          insert into authored_edition
            (quiz_id, edition, yaml, published_by, published_at, note, published)
          values (?, ?, ?, ?, current_timestamp, '', true)
          """,
          draft.id(),
          edition,
          edition < 5 ? "" : "title: Bees " + edition,
          author.id());
    }
    UI.getCurrent().navigate("editions/" + draft.id());
    List<String> rows = rows();
    assertThat(rows).hasSize(70);
    assertThat(rows.get(64)).contains("Edition 6").contains("Compare with edition 5");
    assertThat(rows.get(65)).contains("Edition 5").contains("Restore").doesNotContain("Compare");
    assertThat(rows.get(66)).contains("Text kept no longer").doesNotContain("Restore");
    Select<?> from = find(Select.class).all().getFirst();
    assertThat(from.getListDataView().getItems().map(String::valueOf)).endsWith("5");
  }

  @Test
  void whatWasMarkedAndNotSavedIsKeptInTheBrowserAndSaidToBeUnsaved() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getFirst().id());
    DraftItem now = live(draft).getFirst();
    change(draft, now, ((ItemBody.Question) now.body()).ofType(ItemBody.Type.MULTI));
    toldToTheBrowser();
    test(find(Checkbox.class).atIndex(2)).click();
    assertThat(find(ConflictPanel.class).all()).hasSize(1);
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(toldToTheBrowser())
        .containsExactly("keep[\"option/b/right\"]", "keep[\"option/a/right\",\"option/b/right\"]");
    press("Keep mine");
    assertThat(question(draft).options())
        .extracting(OptionText::correct)
        .containsExactly(false, true, false);
    assertThat(saving()).isEqualTo("Saving…");
  }

  @Test
  void partsGoWhereTheyAreMeantWhateverSomebodyElseAddedSince() {
    Draft draft = drafts.create(author.id(), "Bees");
    String a = point(draft, 0, "A").id();
    ask(draft, 0, a, "One?");
    ask(draft, 1, a, "Two?");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getFirst().id());
    ask(draft, 0, a, "Zero?");
    tap("Move down");
    assertThat(stems(draft)).containsExactly("Zero?", "Two?", "One?");
    ask(draft, 0, a, "Before?");
    tap("Undo");
    assertThat(stems(draft)).containsExactly("Before?", "Zero?", "One?", "Two?");
    ask(draft, 0, a, "First?");
    press("Add question");
    write("Question", "New?");
    assertThat(stems(draft)).containsExactly("First?", "Before?", "Zero?", "One?", "New?", "Two?");
  }

  @Test
  void whoseQuestionIsRetiredMeanwhileIsToldSo() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getFirst().id());
    DraftItem open = live(draft).getFirst();
    drafts.retire(author.id(), draft.id(), open.id(), true);
    write("Question", "What keeps a hive warm?");
    assertThat(itemHead()).startsWith("Retired").contains("Take in again");
    assertThat(notification()).contains("left this out of the quiz");
    assertThat(draft(draft).item(open.id()).orElseThrow().body())
        .extracting(body -> ((ItemBody.Question) body).stem())
        .isEqualTo("What keeps a hive warm?");
    drafts.retire(author.id(), draft.id(), open.id(), false);
    write("Question", "What keeps it warm?");
    assertThat(itemHead()).startsWith("Question 1");
  }

  @Test
  void whatTheBrowserStillHasOfOtherPartsIsShownAndNotPublishedOver() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id());
    String point = draft(draft).live(ItemKind.KEY_POINT).getFirst().id();
    fromTheBrowser("left", point + " gone");
    assertThat(entries()).anySatisfy(e -> assertThat(e).startsWith("Warmth").contains("not saved"));
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(toldToTheBrowser()).contains("gone\"gone\"");
    press("Publish…");
    assertThat(find(PublishDialog.class).all()).isEmpty();
    assertThat(notification()).isEqualTo("Publishing waits for what is not saved yet: “Warmth”");
    fromTheBrowser("left", "");
    assertThat(entries()).noneSatisfy(e -> assertThat(e).contains("not saved"));
    press("Publish…");
    assertThat(find(PublishDialog.class).all()).hasSize(1);
  }

  @Test
  void whoTakesTheirsGivesUpWhatTheBrowserStillHasOfMine() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    changedElsewhere(draft, "Theirs");
    type("Title of the quiz", "Mine");
    toldToTheBrowser();
    press("Take theirs");
    assertThat(toldToTheBrowser()).containsSubsequence("forget", "restore");
  }

  @Test
  void wordsThatTheBrowserKeptDoNotReplaceWhatCameSinceUnseen() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    assertThat(revision()).isEqualTo("1");
    type("Title of the quiz", "Mine");
    assertThat(revision()).as("after a save").isEqualTo("2");
    changedElsewhere(draft, "Theirs");

    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("write/" + draft.id());
    assertThat(revision()).as("opened again").isEqualTo("3");
    toldToTheBrowser();
    keptByTheBrowserFrom(2);
    assertThat(revision()).isEqualTo("2");
    assertThat(toldToTheBrowser()).containsExactly("restore");
    type("Title of the quiz", "Mine too");
    assertThat(find(ConflictPanel.class).all()).hasSize(1);
    assertThat(title(draft)).isEqualTo("Theirs");
    press("Keep mine");
    assertThat(title(draft)).isEqualTo("Mine too");
    assertThat(revision()).isEqualTo("4");
  }

  @Test
  void aFieldHasTheSameNameInTheBrowserWhenItIsShownAgain() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add question");
    assertThat(fieldNames()).doesNotHaveDuplicates().contains("stem", "explanation", "passage");
    write("Option 3", "The straw");
    String third = name(find(TextArea.class).withCaption("Option 3").single());
    tap("Typed");
    assertThat(fieldNames()).doesNotHaveDuplicates().contains("answer", "accept");
    TextField second = find(TextField.class).withCaption("Likely wrong answer").atIndex(2);
    test(second).setValue("a swarm");
    String wrong = name(second);

    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getFirst().id());
    assertThat(name(find(TextField.class).withValue("a swarm").single())).isEqualTo(wrong);
    tap("One right");
    assertThat(name(find(TextArea.class).withValue("The straw").single())).isEqualTo(third);
  }

  @Test
  void thereIsAlwaysRoomForOneMoreWrongAnswer() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id());
    press("Add question");
    tap("Typed");
    for (int i = 0; i < 4; i++) {
      var fields = find(TextField.class).withCaption("Likely wrong answer").all();
      test(fields.getLast()).setValue("wrong " + i);
    }
    assertThat(question(draft).wrong()).hasSize(4);
    assertThat(find(TextField.class).withCaption("Likely wrong answer").all()).hasSize(6);
    assertThat(fieldNames()).doesNotHaveDuplicates();
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
  void whatTheQuizAsAWholeLacksIsSaidAtItsTitle() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + Drafts.ARTICLE);
    assertThat(entries().getFirst()).isEqualTo("Title2 to mend");
    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("write/" + draft.id());
    assertThat(page()).contains("There is no key point yet.", "There is no question yet.");
    press("Add key point");
    press("Add question");
    assertThat(entries().getFirst()).isEqualTo("Title");
  }

  @Test
  void movingChangesWhatTheOutlineShows() {
    Draft draft = drafts.create(author.id(), "Bees");
    String a = point(draft, 0, "A").id();
    String b = point(draft, 1, "B").id();
    ask(draft, 0, a, "One?");
    ask(draft, 1, b, "Two?");
    ask(draft, 2, a, "Three?");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getFirst().id());
    assertThat(itemHead()).startsWith("Question 1");
    tap("Move down");
    assertThat(stems(draft)).containsExactly("Two?", "Three?", "One?");
    assertThat(outlined()).containsExactly("A", "Three?", "One?", "B", "Two?");
    assertThat(itemHead()).startsWith("Question 3");
    tap("Undo");
    assertThat(stems(draft)).containsExactly("One?", "Two?", "Three?");
    tap("Move up");
    assertThat(stems(draft)).containsExactly("One?", "Two?", "Three?");

    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + b);
    press("Add question");
    write("Question", "Four?");
    assertThat(stems(draft)).containsExactly("One?", "Two?", "Four?", "Three?");
    assertThat(outlined()).containsExactly("A", "One?", "Three?", "B", "Two?", "Four?");
  }

  @Test
  void whatWasDoneIsTakenBackAfterATrialToo() {
    Draft draft = complete();
    UI.getCurrent().navigate("write/" + draft.id());
    type("Title of the quiz", "Wasps");
    for (String screen : List.of("try/", "editions/", "notes/")) {
      UI.getCurrent().navigate(screen + draft.id());
      UI.getCurrent().navigate("write/" + draft.id());
    }
    Draft other = drafts.create(author.id(), "Ants");
    UI.getCurrent().navigate("write/" + other.id());
    assertThat(find(NativeButton.class).withText("Undo").single().isEnabled()).isFalse();
    UI.getCurrent().navigate("write/" + draft.id());
    tap("Undo");
    assertThat(title(draft)).isEqualTo("Bees");
  }

  @Test
  void feedbackOnTrialShowsThePassageAndTheArticleAsTheDraftHasThem() {
    Draft draft = complete();
    DraftItem point = draft(draft).live(ItemKind.KEY_POINT).getFirst();
    change(draft, point, new ItemBody.KeyPoint("Warmth", "", "Bees keep warm.", 0, "They shiver."));
    change(
        draft,
        draft(draft).item(Drafts.ARTICLE).orElseThrow(),
        new ItemBody.Article("On bees", "A. Keeper", "One", "Bees dance.\n\nThey shiver.", true));
    UI.getCurrent().navigate("try/" + draft.id());
    test(find(NativeButton.class).withClassName("opt").atIndex(1)).click();
    assertThat(page()).contains("In the words of the article", "They shiver.");
    String article = find(Anchor.class).withText("Read the article").single().getHref();
    assertThat(article).isEqualTo("try/" + draft.id() + "/article");
    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate(article);
    assertThat(page()).contains("On bees", "On trial: nothing is kept.");
    assertThat(find(Div.class).withClassName("article").single().getElement().getChild(0))
        .extracting(words -> words.getProperty("innerHTML"))
        .isEqualTo("<p>Bees dance.</p>\n<p>They shiver.</p>");
  }

  @Test
  void aTrialAsksInTheOrderInWhichLearnersAreAsked() {
    Draft draft = complete();
    DraftItem first = draft(draft).live(ItemKind.KEY_POINT).getFirst();
    DraftItem second = point(draft, 1, "Cold");
    ItemBody.Question kept = question(draft);
    var unused =
        List.of(
            drafts.add(author.id(), draft.id(), 0, kept.ofKeyPoint(second.id())),
            drafts.add(author.id(), draft.id(), 2, kept.ofKeyPoint(first.id())));
    List<String> asked = new ArrayList<>();
    UI.getCurrent().navigate("try/" + draft.id());
    for (int i = 0; i < 3; i++) {
      asked.add(
          find(Div.class).withClassName("muted").atIndex(1).getElement().getTextRecursively());
      test(find(NativeButton.class).withClassName("opt").atIndex(1)).click();
      tap("Next");
    }
    assertThat(asked)
        .extracting(context -> context.replaceFirst(".*point ", ""))
        .containsExactly("2", "1", "1");
  }

  private DraftItem point(Draft draft, int place, String title) {
    return drafts.add(
        author.id(), draft.id(), place, new ItemBody.KeyPoint(title, "", title, 0, ""));
  }

  private void ask(Draft draft, int place, String point, String stem) {
    var unused =
        drafts.add(
            author.id(),
            draft.id(),
            place,
            WrittenQuestion.of(
                ItemBody.Type.RECALL,
                point,
                stem,
                List.of(),
                "",
                List.of(),
                List.of(),
                true,
                "",
                "",
                ""));
  }

  private void change(Draft draft, DraftItem item, ItemBody body) {
    assertThat(drafts.save(author.id(), draft.id(), item.id(), item.revision(), body))
        .isInstanceOf(SaveOutcome.Saved.class);
  }

  private List<String> stems(Draft draft) {
    return live(draft).stream().map(item -> ((ItemBody.Question) item.body()).stem()).toList();
  }

  private String itemHead() {
    return find(ItemHead.class).single().getElement().getTextRecursively();
  }

  /** What the outline says, part by part, with its findings. */
  private List<String> entries() {
    return find(NativeButton.class).withClassName("entry").all().stream()
        .map(entry -> entry.getElement().getTextRecursively())
        .toList();
  }

  /** Names of key points and questions, in the order of the outline. */
  private List<String> outlined() {
    return find(NativeButton.class).withClassName("entry").all().stream()
        .map(entry -> entry.getElement().getChild(0).getText())
        .filter(name -> !name.equals("Title") && !name.equals("Article"))
        .toList();
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
  void anArticleIsDroppedAsAFileAndCanBeTakenBack() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + Drafts.ARTICLE);
    String label = "Text, paragraphs divided by empty lines";
    write(label, "What was here.");
    bring("bees.html", "<h1>Bees</h1><p>They <b>dance</b>.<script>x()</script>");
    assertThat(find(TextArea.class).withCaption(label).single().getValue())
        .isEqualTo("## Bees\n\nThey dance.");
    assertThat(article(draft).text()).isEqualTo("## Bees\n\nThey dance.");
    assertThat(page()).contains("bees.html are taken in").contains("All saved");
    bring("bees.txt", "\u0000\u0001");
    assertThat(page()).contains("does not hold text").doesNotContain("are taken in");
    assertThat(article(draft).text()).isEqualTo("## Bees\n\nThey dance.");
    tap("Undo");
    assertThat(article(draft).text()).isEqualTo("What was here.");
  }

  @Test
  void whatWasPastedIsTakenAsPlainTextAndCanBeTakenBack() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + Drafts.ARTICLE);
    String label = "Text, paragraphs divided by empty lines";
    String pasted = "    They dance.\n1. Always.\n* is a star.";
    write(label, pasted);
    tap("Take it as plain text");
    String plain = "They dance.\n\n1\\. Always.\n\n\\* is a star.";
    assertThat(article(draft).text()).isEqualTo(plain);
    tap("Take it as plain text");
    assertThat(article(draft).text()).as("only once").isEqualTo(plain);
    tap("Undo");
    assertThat(article(draft).text()).isEqualTo(pasted);
  }

  @Test
  void whatIsPastedLaterIsTakenAsPlainTextBesideWhatWasTakenBefore() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + Drafts.ARTICLE);
    String label = "Text, paragraphs divided by empty lines";
    write(label, "1\\. Always.\n\n\\* is a star.\n\n# is no heading.");
    tap("Take it as plain text");
    assertThat(article(draft).text())
        .isEqualTo("1\\. Always.\n\n\\* is a star.\n\n\\# is no heading.");
  }

  @Test
  void whatComesLateFromAPartThatWasLeftIsNotSavedIntoAnother() {
    Draft draft = drafts.create(author.id(), "Bees");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + Drafts.ARTICLE);
    ItemBody.Article before = article(draft);
    Checkbox left = find(Checkbox.class).single();
    press("Add key point");
    left.setValue(!left.getValue());
    assertThat(article(draft)).isEqualTo(before);
    assertThat(draft(draft).live(ItemKind.KEY_POINT))
        .extracting(DraftItem::body)
        .containsExactly(new ItemBody.KeyPoint("", "", "", 0, ""));
  }

  @Test
  void aFileThatComesAfterItsArticleWasLeftIsSaidNotToBeTakenIn() {
    List<String> taken = new ArrayList<>();
    Div page = new Div();
    UI.getCurrent().add(page);
    page.add(
        new ArticleUpload(
            (name, file) -> {
              page.removeAll();
              return new Articles.Brought.Paragraphs("They dance.");
            },
            taken::add));
    bring("bees.txt", "They dance.");
    assertThat(taken).isEmpty();
    assertThat(test(find(Notification.class).single()).getText())
        .contains("bees.txt was not taken in");
  }

  private void bring(String name, String content) {
    test(find(Upload.class).single())
        .upload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  private ItemBody.Article article(Draft draft) {
    return (ItemBody.Article)
        drafts.draft(author.id(), draft.id()).item(Drafts.ARTICLE).orElseThrow().body();
  }

  @Test
  void whatIsTooMuchForTheQuizStaysInTheFieldAndIsSaidToBeUnsaved() {
    Draft draft = drafts.create(author.id(), "Bees");
    String text = "x".repeat(ItemBody.MAX_TEXT);
    for (int i = 0; i < 14; i++) {
      drafts.add(author.id(), draft.id(), i, new ItemBody.KeyPoint("", "", text, 0, text));
    }
    UI.getCurrent().navigate("write/" + draft.id() + "/" + Drafts.ARTICLE);
    String label = "Text, paragraphs divided by empty lines";
    write(label, "y".repeat(30_000));
    assertThat(page()).contains("This is not saved: all parts of a quiz together");
    assertThat(find(TextArea.class).withCaption(label).single().getValue()).hasSize(30_000);
    assertThat(saving()).isEqualTo("Not saved");
    assertThat(article(draft).text()).isEmpty();
    write(label, "");
    assertThat(page())
        .as("as it is kept")
        .doesNotContain("This is not saved")
        .contains("All saved");
    assertThat(saving()).isEqualTo("Saving…");
    write(label, "y".repeat(30_000));
    assertThat(saving()).isEqualTo("Not saved");
    write(label, "y");
    assertThat(page()).doesNotContain("This is not saved").contains("All saved");
    assertThat(saving()).isEqualTo("Saving…");
    assertThat(article(draft).text()).isEqualTo("y");
  }

  private String saving() {
    return find(Span.class)
        .withClassName("saved")
        .single()
        .getElement()
        .getAttribute("data-saving");
  }

  @Test
  void findingsAreInTheLanguageOfThePageAndCallQuestionsByWhatTheyAsk() {
    Draft draft = complete();
    DraftItem point = draft(draft).live(ItemKind.KEY_POINT).getFirst();
    drafts.add(
        author.id(),
        draft.id(),
        1,
        WrittenQuestion.of(
            ItemBody.Type.RECALL,
            point.id(),
            "Which honey of a cold hive does the cluster not keep?",
            List.of(),
            "old",
            List.of(),
            List.of(),
            true,
            "",
            "It is eaten.",
            ""));
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getLast().id());
    assertThat(page()).contains("“not”容易被忽略").doesNotContain("easily overlooked");
    UI.getCurrent().setLocale(Locale.ENGLISH);
    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("write/" + draft.id() + "/" + live(draft).getLast().id());
    assertThat(page()).contains("“not” is easily overlooked. Ask positively");
  }

  private Draft draft(Draft of) {
    return drafts.draft(author.id(), of.id());
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
        WrittenQuestion.of(
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

  private ItemBody.Question latest(Draft draft) {
    return (ItemBody.Question) live(draft).getLast().body();
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

  private String revision() {
    return card().getAttribute("data-revision");
  }

  private Element card() {
    return find(Section.class).withClassName("item-card").single().getElement();
  }

  private static String name(Component field) {
    return field.getElement().getAttribute("data-field");
  }

  private List<String> fieldNames() {
    return Stream.concat(find(TextField.class).all().stream(), find(TextArea.class).all().stream())
        .map(EditorScreensTest::name)
        .toList();
  }

  private void keptByTheBrowserFrom(int revision) {
    fromTheBrowser("kept", JsonNodeFactory.instance.objectNode().put("event.detail", revision));
  }

  private void fromTheBrowser(String event, String detail) {
    fromTheBrowser(event, JsonNodeFactory.instance.objectNode().put("event.detail", detail));
  }

  private void fromTheBrowser(String event, ObjectNode data) {
    card()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(card(), event, data));
  }

  /** What the editor in the browser has been told of this card since this was last called. */
  private List<String> toldToTheBrowser() {
    UIInternals ui = UI.getCurrent().getInternals();
    ui.getStateTree().runExecutionsBeforeClientResponse();
    return ui.dumpPendingJavaScriptInvocations().stream()
        .map(PendingJavaScriptInvocation::getInvocation)
        .flatMap(
            invocation ->
                Stream.of("forget", "restore", "keep", "gone")
                    .filter(
                        what ->
                            invocation.getExpression().contains("keypointEditor?." + what + "("))
                    .map(
                        what ->
                            what.equals("keep") || what.equals("gone")
                                ? what
                                    + JacksonUtils.writeValue(invocation.getParameters().getFirst())
                                : what))
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
}
