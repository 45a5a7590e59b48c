package app.keypoint.authoring.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.WrittenQuestion;
import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.file.QuizFile;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class DraftServiceTest {

  @Autowired Drafts drafts;
  @Autowired QuizFiles files;
  @Autowired Sharing sharing;
  @Autowired ItemRepository items;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  private Account author;
  private Draft draft;

  @BeforeEach
  void aDraft() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees");
  }

  @Test
  void aQuizHoldsOnlySoMuchAndWhatIsBeyondIsNotKept() {
    String id = drafts.create(author.id(), "Bees").id();
    String text = "x".repeat(ItemBody.MAX_TEXT);
    DraftItem last = null;
    for (int i = 0; i < 14; i++) {
      last = drafts.add(author.id(), id, i, new ItemBody.KeyPoint("", "", text, 0, text));
    }
    String item = requireNonNull(last).id();
    assertThatThrownBy(
            () -> drafts.add(author.id(), id, 0, new ItemBody.KeyPoint("", "", text, 0, text)))
        .isInstanceOf(Drafts.TooMuch.class);
    ItemBody more = new ItemBody.Article("", "", "", text + text, false);
    assertThat(drafts.save(author.id(), id, Drafts.ARTICLE, 1, more))
        .isEqualTo(new SaveOutcome.TooLarge(more));
    assertThat(drafts.draft(author.id(), id).item(Drafts.ARTICLE).orElseThrow().revision())
        .isEqualTo(1);
    ItemBody shorter = new ItemBody.KeyPoint("", "", text, 0, "");
    assertThat(drafts.save(author.id(), id, item, 1, shorter))
        .isInstanceOf(SaveOutcome.Saved.class);
    assertThat(drafts.save(author.id(), id, Drafts.ARTICLE, 1, more))
        .as("there is room again")
        .isInstanceOf(SaveOutcome.Saved.class);
  }

  @Test
  void aNewQuizHasAHeadingAndAnArticleAndIsListed() {
    assertThat(draft.items())
        .extracting(DraftItem::kind)
        .containsExactly(ItemKind.HEADING, ItemKind.ARTICLE);
    assertThat(drafts.of(author.id()))
        .extracting(DraftSummary::title, DraftSummary::author, DraftSummary::questions)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Bees", author.displayName(), 0));
  }

  @Test
  void whatIsTypedIsKeptCompleteOrNot() {
    DraftItem point = add(0, point("Bees dance"));
    DraftItem question = add(0, ItemBody.Question.empty(ItemBody.Type.SINGLE, point.id()));
    ItemBody.Question half = choice(point.id(), "Why do bees da", option("", "To"));
    SaveOutcome.Saved saved = saved(save(question, 1, half));
    assertThat(saved.before()).isEqualTo(question.body());
    assertThat(saved.now().revision()).isEqualTo(2);
    assertThat(read(question).body()).isEqualTo(saved.now().body());
    assertThat(drafts.of(author.id()).getFirst().questions()).isEqualTo(1);
  }

  @Test
  void anOptionWithoutAnIdGetsOneAndKeepsIt() {
    DraftItem question = add(0, ItemBody.Question.empty(ItemBody.Type.SINGLE, ""));
    SaveOutcome.Saved saved =
        saved(
            save(question, 1, choice("", "?", option("", "x"), option("a", "y"), option("", "z"))));
    assertThat(((ItemBody.Question) saved.now().body()).options())
        .extracting(OptionText::id)
        .containsExactly("b", "a", "c");
  }

  @Test
  void theSecondOfTwoSeesBothWordingsAndChooses() {
    DraftItem point = add(0, point("Bees dance"));
    var first = save(point, 1, point("Bees dance in the dark"));
    assertThat(first).isInstanceOf(SaveOutcome.Saved.class);
    SaveOutcome second = save(point, 1, point("Bees hum"));
    SaveOutcome.Conflict conflict = (SaveOutcome.Conflict) second;
    assertThat(conflict.newest().body()).isEqualTo(point("Bees dance in the dark"));
    assertThat(conflict.newest().changedBy()).isEqualTo(author.displayName());
    assertThat(conflict.mine()).isEqualTo(point("Bees hum"));
    assertThat(read(point).body()).isEqualTo(point("Bees dance in the dark"));
    var mine = save(point, conflict.newest().revision(), point("Bees hum"));
    assertThat(mine).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(read(point).body()).isEqualTo(point("Bees hum"));
  }

  @Test
  void sendingTheSameTwiceIsNoConflict() {
    DraftItem point = add(0, point("Bees dance"));
    var once = save(point, 1, point("Bees hum"));
    assertThat(save(point, 1, point("Bees hum"))).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(read(point).revision()).isEqualTo(2);
    assertThat(once).isInstanceOf(SaveOutcome.Saved.class);
  }

  @Test
  void aTitleIsListedAsItIsTyped() {
    DraftItem heading = draft.item(draft.id()).orElseThrow();
    var unused = save(heading, 1, new ItemBody.Heading("Bees and wasps", 1_000, List.of("hive")));
    assertThat(drafts.of(author.id()).getFirst().title()).isEqualTo("Bees and wasps");
  }

  @Test
  void partsAreInsertedMovedAndRetired() {
    DraftItem b = add(0, point("b"));
    DraftItem a = add(0, point("a"));
    DraftItem c = add(9, point("c"));
    assertThat(titles()).containsExactly("a", "b", "c");
    drafts.move(author.id(), draft.id(), c.id(), 0);
    assertThat(titles()).containsExactly("c", "a", "b");
    drafts.retire(author.id(), draft.id(), a.id(), true);
    assertThat(titles()).containsExactly("c", "b");
    drafts.retire(author.id(), draft.id(), a.id(), false);
    assertThat(titles()).containsExactly("c", "a", "b");
    assertThat(read(b).revision()).isEqualTo(1);
  }

  @Test
  void theHeadingAndTheArticleCannotBeAddedOrRetired() {
    assertThatThrownBy(() -> add(0, new ItemBody.Article("", "", "", "", false)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> drafts.retire(author.id(), draft.id(), Drafts.ARTICLE, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void controlCharactersAndHalvesOfLettersAreLeftOut() {
    DraftItem point = add(0, point("a\u0000b\r\nc\ud800d\u0007"));
    assertThat(read(point).body()).isEqualTo(point("ab cd"));
  }

  @Test
  void theCheckSaysWhatIsMissingAndWhere() {
    DraftItem point = add(0, point("Bees dance"));
    DraftItem question = add(0, ItemBody.Question.empty(ItemBody.Type.SINGLE, point.id()));
    var unused =
        save(
            question,
            1,
            choice(
                point.id(), "Why do bees dance?", option("a", "To tell"), option("b", "To rest")));
    DraftCheck check = drafts.checked(author.id(), draft.id()).check();
    assertThat(check.publishable()).isFalse();
    assertThat(check.of(question.id()))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(DraftCheck.ItemFinding::field, DraftCheck.ItemFinding::rule)
        .contains(
            org.assertj.core.groups.Tuple.tuple("options", "option-count"),
            org.assertj.core.groups.Tuple.tuple("options/0/why", "distractor-why"),
            org.assertj.core.groups.Tuple.tuple("explanation", "explanation"));
    assertThat(check.of(Drafts.ARTICLE))
        .extracting(DraftCheck.ItemFinding::field)
        .contains("title", "author", "section");
    assertThat(check.of(point.id())).extracting(DraftCheck.ItemFinding::field).contains("text");
    assertThat(check.questions()).isEmpty();
  }

  @Test
  void theOrderOfOptionsWhichLearnersDoNotGetIsNoMatter() {
    List<OptionText> falling =
        List.of(option("a", "30 bees"), option("b", "10 bees"), option("c", "20 bees"));
    String point = add(0, point("Bees dance")).id();
    for (int i = 0; i < 10; i++) {
      var unused = add(i, answered(point, "How many are in hive " + i + "?", falling));
    }
    assertThat(rules()).doesNotContain("numeric-order", "key-position-habit").contains("missing");
    QuizFile file = QuizFile.parse("x.yaml", files.download(author.id(), draft.id()));
    assertThat(file.findings())
        .as("of its file they are")
        .extracting(Finding::rule)
        .contains("numeric-order", "key-position-habit");
  }

  /** The first is right. */
  private static ItemBody answered(String point, String stem, List<OptionText> options) {
    List<OptionText> marked =
        options.stream()
            .map(o -> new OptionText(o.id(), o.text(), o.id().equals("a"), "Miscounted"))
            .toList();
    return WrittenQuestion.of(
        ItemBody.Type.SINGLE,
        point,
        stem,
        marked,
        "",
        List.of(),
        List.of(),
        true,
        "",
        "Somebody counted them.",
        "");
  }

  private List<String> rules() {
    return drafts.checked(author.id(), draft.id()).check().findings().stream()
        .map(DraftCheck.ItemFinding::rule)
        .toList();
  }

  @Test
  void aQuestionCanBeTriedOnceItIsComplete() {
    String id = new WrittenQuiz(drafts, author.id(), draft.id()).complete();
    DraftCheck check = drafts.checked(author.id(), draft.id()).check();
    assertThat(check.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(check.questions()).containsKey(id);
    assertThat(check.questions().get(id).stem()).isEqualTo(WrittenQuiz.STEM);
  }

  @Test
  void anEmptyDraftIsCheckedWithoutComplaintOfTheProgram() {
    DraftCheck check = drafts.checked(author.id(), drafts.create(author.id(), "").id()).check();
    assertThat(check.findings()).isNotEmpty();
    assertThat(check.publishable()).isFalse();
  }

  @Test
  @Tag("slow")
  void whatIsTooLongIsRefused() {
    assertThatThrownBy(() -> add(0, point("x".repeat(ItemBody.MAX_LINE + 1))))
        .isInstanceOf(ConstraintViolationException.class);
    List<OptionText> many =
        IntStream.range(0, 1_000_000).mapToObj(i -> option("o" + i, "x")).toList();
    assertThatThrownBy(() -> add(0, choice("", "?", many.toArray(OptionText[]::new))))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void whatNobodyElseHasSeenCanBeDeletedAndLeavesNothing() {
    String point = add(0, point("Bees dance")).id();
    assertThat(drafts.unseen(author.id())).containsExactly(draft.id());
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThat(drafts.unseen(other.id())).isEmpty();
    assertThatThrownBy(() -> drafts.delete(other.id(), draft.id()))
        .isInstanceOf(GoneException.class);
    fixtures.signIn(author);
    drafts.delete(author.id(), draft.id());
    assertThat(drafts.of(author.id())).isEmpty();
    assertThat(items.findByQuizIdAndItemId(draft.id(), point)).isEmpty();
    assertThatThrownBy(() -> drafts.delete(author.id(), draft.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void whatSomebodyElseHasSeenStays() {
    Account other = fixtures.instructor();
    sharing.share(author.id(), draft.id(), other.username(), Right.EDIT);
    assertSeen(draft.id());
    var unused = fixtures.as(other, () -> drafts.add(other.id(), draft.id(), 0, point("Theirs")));
    sharing.unshare(author.id(), draft.id(), other.username());
    assertSeen(draft.id());
    String shared = drafts.create(author.id(), "Wasps").id();
    sharing.share(author.id(), shared, other.username(), Right.EDIT);
    fixtures.signIn(other);
    assertThatThrownBy(() -> drafts.delete(other.id(), shared)).isInstanceOf(GoneException.class);
  }

  private void assertSeen(String id) {
    assertThat(drafts.unseen(author.id())).doesNotContain(id);
    assertThatThrownBy(() -> drafts.delete(author.id(), id)).isInstanceOf(Drafts.Seen.class);
    assertThat(drafts.draft(author.id(), id).items()).isNotEmpty();
  }

  @Test
  void nobodyElseFindsIt() {
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThat(drafts.of(other.id())).isEmpty();
    assertThatThrownBy(() -> drafts.draft(other.id(), draft.id()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> drafts.checked(other.id(), draft.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void statementsDoNotGrowWithTheQuiz() {
    long before = counter.statementsOf(() -> drafts.draft(author.id(), draft.id()));
    long listed = counter.statementsOf(() -> drafts.of(author.id()));
    DraftItem item = add(0, point("one"));
    for (int i = 0; i < 20; i++) {
      item = saved(save(item, item.revision(), point("version " + i))).now();
      var unused = add(i, ItemBody.Question.empty(ItemBody.Type.RECALL, item.id()));
    }
    assertThat(counter.statementsOf(() -> drafts.draft(author.id(), draft.id()))).isEqualTo(before);
    assertThat(counter.statementsOf(() -> drafts.of(author.id()))).isEqualTo(listed);
    DraftItem last = item;
    assertThat(counter.statementsOf(() -> save(last, last.revision(), point("end"))))
        .isLessThanOrEqualTo(7);
  }

  private DraftItem add(int place, ItemBody body) {
    return drafts.add(author.id(), draft.id(), place, body);
  }

  private SaveOutcome save(DraftItem item, int revision, ItemBody body) {
    return drafts.save(author.id(), draft.id(), item.id(), revision, body);
  }

  private static SaveOutcome.Saved saved(SaveOutcome outcome) {
    return (SaveOutcome.Saved) outcome;
  }

  private DraftItem read(DraftItem item) {
    return drafts.draft(author.id(), draft.id()).item(item.id()).orElseThrow();
  }

  private List<String> titles() {
    return drafts.draft(author.id(), draft.id()).live(ItemKind.KEY_POINT).stream()
        .map(item -> ((ItemBody.KeyPoint) item.body()).title())
        .toList();
  }

  private static ItemBody.KeyPoint point(String title) {
    return new ItemBody.KeyPoint(title, "", "", 0, "");
  }

  private static OptionText option(String id, String text) {
    return new OptionText(id, text, false, "");
  }

  private static ItemBody.Question choice(String point, String stem, OptionText... options) {
    return WrittenQuestion.of(
        ItemBody.Type.SINGLE,
        point,
        stem,
        List.of(options),
        "",
        List.of(),
        List.of(),
        true,
        "",
        "",
        "");
  }
}
