package app.keypoint.authoring.internal.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemChange;
import app.keypoint.authoring.ItemChange.Change;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Publishing.Preview;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.loading.TakeUp;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.StatementCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

@AuthoringTest
class PublishingTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired ReviewStatistics reviews;
  @Autowired ContentStatus status;
  @Autowired TakeUp content;
  @Autowired JdbcTemplate jdbc;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired QuizAccess access;
  @Autowired TransactionOperations transactions;

  private Account author;
  private String draft;
  private String question;
  private WrittenQuiz written;

  @BeforeEach
  void aQuiz() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    sharing.openToEveryone(author.id(), draft, true);
    written = new WrittenQuiz(drafts, author.id(), draft);
    question = written.complete();
  }

  @Test
  void whatIsPublishedIsServedWhenTheCallReturns() {
    Preview preview = publishing.preview(author.id(), draft);
    assertThat(preview.check().publishable()).isTrue();
    assertThat(preview.changes()).extracting(ItemChange::change).containsOnly(Change.NEW);
    Edition edition = publishing.publish(author.id(), draft, preview.mark(), "First");
    assertThat(edition.number()).isEqualTo(1);
    assertThat(catalogue.quiz(draft).orElseThrow().title()).isEqualTo("Bees");
    assertThat(catalogue.quiz(draft).orElseThrow().article().text()).isEqualTo(WrittenQuiz.TEXT);
    assertThat(catalogue.question(question)).isPresent();
    assertThat(publishing.history(author.id(), draft))
        .extracting(Edition::note, Edition::by)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("First", author.displayName()));
  }

  @Test
  void aSaveThatBeganBeforeAPublicationLeavesItPublished() throws Exception {
    Preview preview = publishing.preview(author.id(), draft);
    transactions.executeWithoutResult(
        _ -> {
          var read = access.require(author.id(), draft, Right.EDIT);
          assertThat(read.quiz().published()).isNull();
          async(() -> publishing.publish(author.id(), draft, preview.mark(), ""));
          written.change(question, WrittenQuiz.question(point(), "Why dance?", "To tell"));
        });
    assertThat(drafts.draft(author.id(), draft).summary().edition()).isEqualTo(1);
  }

  private void async(Runnable elsewhere) {
    var context = SecurityContextHolder.getContext();
    CompletableFuture.runAsync(
            () -> {
              SecurityContextHolder.setContext(context);
              try {
                elsewhere.run();
              } finally {
                SecurityContextHolder.clearContext();
              }
            })
        .join();
  }

  @Test
  void whatIsPublishedAndCannotBeBroughtInIsSaidToItsAuthorAndToAdministrators() {
    whileNothingIsBroughtIn(
        () -> {
          publish();
          assertThat(catalogue.quiz(draft)).isEmpty();
          assertThat(drafts.draft(author.id(), draft).summary())
              .extracting(DraftSummary::edition, DraftSummary::reached)
              .containsExactly(1, false);
          assertThat(drafts.of(author.id()))
              .extracting(DraftSummary::reached)
              .containsExactly(false);
          administratorsAreTold("brought in");
        });
    content.now();
    assertThat(catalogue.quiz(draft)).isPresent();
    assertThat(drafts.draft(author.id(), draft).summary().reached()).isTrue();
    assertThat(ofTheQuiz()).extracting(ContentStatus.FileStatus::ok).containsExactly(true);
  }

  @Test
  void aWithdrawalThatCannotBeBroughtInIsSaidToo() {
    assertThat(drafts.draft(author.id(), draft).summary().reached()).as("not published").isTrue();
    publish();
    whileNothingIsBroughtIn(
        () -> {
          publishing.withdraw(author.id(), draft);
          assertThat(catalogue.quiz(draft)).isPresent();
          assertThat(drafts.draft(author.id(), draft).summary())
              .extracting(DraftSummary::edition, DraftSummary::reached)
              .containsExactly(null, false);
          administratorsAreTold("taken from learners");
        });
    content.now();
    assertThat(catalogue.quiz(draft)).isEmpty();
    assertThat(drafts.draft(author.id(), draft).summary().reached()).isTrue();
    assertThat(ofTheQuiz()).isEmpty();
  }

  private void whileNothingIsBroughtIn(Runnable action) {
    jdbc.execute("alter table content_load rename to content_load_away");
    try {
      action.run();
    } finally {
      jdbc.execute("alter table content_load_away rename to content_load");
    }
  }

  private void administratorsAreTold(String words) {
    assertThat(ofTheQuiz())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.ok()).isFalse();
              assertThat(found.findings().getFirst().message()).contains(words);
            });
  }

  /** What is said of the quiz's file in Content. */
  private List<ContentStatus.FileStatus> ofTheQuiz() {
    return fixtures.as(fixtures.administrator(), () -> status.files()).stream()
        .filter(found -> found.name().equals("published/" + draft + ".yaml"))
        .toList();
  }

  @Test
  void charactersBeyondTheBasicPlaneAreServedToo() {
    DraftItem heading = drafts.draft(author.id(), draft).live(ItemKind.HEADING).getFirst();
    ItemBody.Heading before = (ItemBody.Heading) heading.body();
    String title = "\uD83D\uDC1D".repeat(200);
    written.change(heading.id(), new ItemBody.Heading(title, before.position(), before.terms()));
    publish();
    assertThat(catalogue.quiz(draft).orElseThrow().title()).isEqualTo(title);
  }

  @Test
  void anotherKeyStartsASeriesAndKeepsTheSchedule() {
    publish();
    Account learner = learned();
    CardState before = card(learner);
    QuestionVersion asked = catalogue.question(question).orElseThrow();

    written.change(question, WrittenQuiz.question(point(), WrittenQuiz.STEM, "Where the food is"));
    Preview preview = publishing.preview(author.id(), draft);
    assertThat(preview.changes())
        .extracting(ItemChange::itemId, ItemChange::change, ItemChange::learners)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(question, Change.NEW_SERIES, 1));
    publish();

    assertThat(catalogue.question(question).orElseThrow().series()).isEqualTo(asked.series() + 1);
    assertThat(card(learner)).isEqualTo(before);
  }

  @Test
  void otherWordsKeepSeriesAndSchedule() {
    publish();
    Account learner = learned();
    CardState before = card(learner);
    int series = catalogue.question(question).orElseThrow().series();
    written.change(
        question, WrittenQuiz.question(point(), "What does a dancing bee tell?", "Where food is"));
    assertThat(changeOf(question)).isEqualTo(Change.WORDING);
    publish();
    assertThat(catalogue.question(question).orElseThrow().series()).isEqualTo(series);
    assertThat(catalogue.question(question).orElseThrow().question().stem())
        .isEqualTo("What does a dancing bee tell?");
    assertThat(card(learner)).isEqualTo(before);
  }

  @Test
  void aRetiredQuestionLeavesReviewAndComesBackWithItsCards() {
    String other =
        drafts
            .add(
                author.id(),
                draft,
                1,
                WrittenQuiz.question(point(), "Whom does a dance call to flowers?", "Other bees"))
            .id();
    publish();
    Account learner = learned();
    assertThat(reviewed(learner)).contains(other, question);
    drafts.retire(author.id(), draft, other, true);
    assertThat(changeOf(other)).isEqualTo(Change.RETIRED);
    publish();
    assertThat(catalogue.question(other)).isEmpty();
    assertThat(reviewed(learner)).containsOnly(question);
    drafts.retire(author.id(), draft, other, false);
    Preview back = publishing.preview(author.id(), draft);
    assertThat(back.changes())
        .filteredOn(change -> change.itemId().equals(other))
        .extracting(ItemChange::change, ItemChange::learners)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.RESTORED, 1));
    publish();
    assertThat(reviewed(learner)).contains(other, question);
  }

  @Test
  void errorsKeepADraftFromBeingPublishedAndLearnersKeepWhatTheyHave() {
    publish();
    written.change(question, WrittenQuiz.question(point(), "", "Where food is"));
    Preview preview = publishing.preview(author.id(), draft);
    assertThat(preview.check().publishable()).isFalse();
    assertThatThrownBy(() -> publishing.publish(author.id(), draft, preview.mark(), ""))
        .isInstanceOf(Publishing.NotPublishable.class);
    assertThat(catalogue.question(question).orElseThrow().question().stem())
        .isEqualTo(WrittenQuiz.STEM);
    assertThat(publishing.history(author.id(), draft)).hasSize(1);
  }

  @Test
  void whatWasNotLookedAtIsNotPublished() {
    Preview preview = publishing.preview(author.id(), draft);
    written.change(question, WrittenQuiz.question(point(), "Another?", "Where food is"));
    assertThatThrownBy(() -> publishing.publish(author.id(), draft, preview.mark(), ""))
        .isInstanceOf(Publishing.Changed.class);
    assertThat(catalogue.quiz(draft)).isEmpty();
  }

  @Test
  void differencesSayWhatBecameOfEachPart() {
    publish();
    String other =
        drafts
            .add(author.id(), draft, 1, WrittenQuiz.question(point(), "Who dances?", "Foragers"))
            .id();
    written.change(
        question, WrittenQuiz.question(point(), "What does a dance tell?", "Where food is"));
    publish();
    List<ItemChange> changes = publishing.differences(author.id(), draft, 1, 2).changes();
    assertThat(changes)
        .extracting(ItemChange::itemId, ItemChange::change)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(question, Change.WORDING),
            org.assertj.core.groups.Tuple.tuple(other, Change.NEW));
    assertThat(publishing.differences(author.id(), draft, 2, 1).changes())
        .extracting(ItemChange::itemId, ItemChange::change)
        .contains(org.assertj.core.groups.Tuple.tuple(other, Change.RETIRED));
  }

  @Test
  void restoringKeepsWhatTheDraftSaid() {
    publish();
    Draft first = drafts.draft(author.id(), draft);
    drafts.retire(author.id(), draft, question, true);
    DraftItem added =
        drafts.add(author.id(), draft, 0, WrittenQuiz.question(point(), "Unpublished?", "Yes"));
    Draft restored = publishing.restore(author.id(), draft, 1);
    assertThat(restored.live(ItemKind.QUESTION))
        .extracting(DraftItem::id, DraftItem::body)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                question, first.item(question).orElseThrow().body()));
    assertThat(restored.item(added.id()).orElseThrow().retired()).isTrue();
    Edition kept = publishing.history(author.id(), draft).getFirst();
    assertThat(kept.published()).isFalse();
    assertThat(kept.number()).isEqualTo(2);
    Draft again = publishing.restore(author.id(), draft, 2);
    assertThat(again.live(ItemKind.QUESTION)).extracting(DraftItem::id).containsExactly(added.id());
    assertThat(catalogue.quiz(draft)).isPresent();
  }

  @Test
  void restoringToAndFroAddsNoEditions() {
    publish();
    var second = publishAnother();
    drafts.retire(author.id(), draft, question, true);
    var unused = written.typed("Who dances?", "bees");
    List<Integer> editions = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (int edition : List.of(1, second.number(), 3)) {
        var draftNow = publishing.restore(author.id(), draft, edition);
      }
      editions.add(history().size());
    }
    assertThat(editions).as("two, and the draft that was put aside").startsWith(3);
    assertThat(editions).containsOnly(3);
  }

  @Test
  void restoringLosesNoWordsOfARetiredQuestion() {
    publish();
    ItemBody reworded = WrittenQuiz.question(point(), "What is a dance good for?", "To tell");
    written.change(question, reworded);
    drafts.retire(author.id(), draft, question, true);
    var unused = publishing.restore(author.id(), draft, 1);
    Edition kept = publishing.history(author.id(), draft).getFirst();
    Draft again = publishing.restore(author.id(), draft, kept.number());
    assertThat(again.item(question).orElseThrow())
        .returns(reworded, DraftItem::body)
        .returns(true, DraftItem::retired);
  }

  @Test
  void restoringKeepsWordsThatNoFileOfTheDraftStates() {
    publish();
    drafts.retire(author.id(), draft, question, true);
    String other =
        drafts.add(author.id(), draft, 1, WrittenQuiz.question(point(), "Who?", "Bees")).id();
    publish();
    ItemBody reworded = WrittenQuiz.question(point(), "Reworded while it was retired?", "Yes");
    written.change(question, reworded);
    var first = publishing.restore(author.id(), draft, 1);
    Edition kept = publishing.history(author.id(), draft).getFirst();
    assertThat(kept.published()).isFalse();
    Draft again = publishing.restore(author.id(), draft, kept.number());
    assertThat(again.item(question).orElseThrow().body()).isEqualTo(reworded);
    assertThat(again.live(ItemKind.QUESTION)).extracting(DraftItem::id).containsExactly(other);
    int editions = publishing.history(author.id(), draft).size();
    var once = publishing.restore(author.id(), draft, kept.number());
    assertThat(publishing.history(author.id(), draft)).as("kept already").hasSize(editions);
  }

  @Test
  void restoringLeavesWhatAQuestionHoldsForOtherTypes() {
    publish();
    ItemBody.Question asked =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(question).orElseThrow().body();
    ItemBody.Question more =
        asked.withBlank(
            0,
            new ItemBody.BlankText(
                List.of("food"), List.of(new ItemBody.WrongText("age", "Not danced."))));
    written.change(question, more);
    Draft restored = publishing.restore(author.id(), draft, 1);
    assertThat(restored.item(question).orElseThrow().body()).isEqualTo(more);
    assertThat(publishing.history(author.id(), draft)).as("nothing was lost").hasSize(1);
  }

  @Test
  void aKeyThatComesBackGoesOnWithItsSeriesAndTheAuthorIsToldSo() {
    publish();
    int series = catalogue.question(question).orElseThrow().series();
    written.change(question, WrittenQuiz.question(point(), WrittenQuiz.STEM, "Where the food is"));
    publish();
    written.change(question, WrittenQuiz.question(point(), WrittenQuiz.STEM, "Where food is"));
    assertThat(changeOf(question)).isEqualTo(Change.EARLIER_SERIES);
    publish();
    assertThat(catalogue.question(question).orElseThrow().series()).isEqualTo(series);
  }

  @Test
  void aQuestionThatComesBackWithAnotherKeyIsSaidToStartItsStatisticsAnew() {
    String other =
        drafts.add(author.id(), draft, 1, WrittenQuiz.question(point(), "Who?", "Bees")).id();
    publish();
    int series = catalogue.question(other).orElseThrow().series();
    drafts.retire(author.id(), draft, other, true);
    publish();
    drafts.retire(author.id(), draft, other, false);
    assertThat(changeOf(other)).isEqualTo(Change.RESTORED);
    written.change(other, WrittenQuiz.question(point(), "Who?", "All bees"));
    assertThat(changeOf(other)).isEqualTo(Change.RESTORED_NEW_SERIES);
    publish();
    assertThat(catalogue.question(other).orElseThrow().series()).isEqualTo(series + 1);
  }

  @Test
  void aWithdrawnQuizIsServedNoLongerAndComesBack() {
    publish();
    Account learner = learned();
    publishing.withdraw(author.id(), draft);
    assertThat(catalogue.quiz(draft)).isEmpty();
    assertThat(reviewed(learner)).isEmpty();
    publish();
    assertThat(reviewed(learner)).containsOnly(question);
    assertThat(publishing.history(author.id(), draft)).hasSize(2);
  }

  @Test
  void statementsDoNotGrowWithTheHistory() {
    publish();
    long history = counter.statementsOf(() -> publishing.history(author.id(), draft));
    long preview = counter.statementsOf(() -> publishing.preview(author.id(), draft));
    long read = counter.statementsOf(() -> drafts.draft(author.id(), draft));
    for (int i = 0; i < 5; i++) {
      written.change(
          question, WrittenQuiz.question(point(), "What is danced, " + i + "?", "Where food is"));
      publish();
    }
    assertThat(publishing.history(author.id(), draft)).hasSize(6);
    assertThat(counter.statementsOf(() -> publishing.history(author.id(), draft)))
        .isEqualTo(history);
    assertThat(counter.statementsOf(() -> publishing.preview(author.id(), draft)))
        .isEqualTo(preview);
    assertThat(counter.statementsOf(() -> drafts.draft(author.id(), draft))).isEqualTo(read);
  }

  @Test
  void everyEditionIsComparedAndRestored_howeverManyThereAre() {
    publish();
    long first = counter.statementsOf(this::publishAnother);
    long history = counter.statementsOf(this::history);
    assertThat(publishing.preview(author.id(), draft).check().publishable()).isTrue();
    pastEditions(3, 149);
    // Blocks of ids are fetched now and then.
    assertThat(counter.statementsOf(this::publishAnother)).isLessThan(first + 5);
    assertThat(counter.statementsOf(this::history)).isEqualTo(history);
    for (int i = 0; i < 7; i++) {
      var unused = publishAnother();
    }

    assertThat(history())
        .hasSize(157)
        .allMatch(Edition::kept)
        .extracting(Edition::number)
        .startsWith(157)
        .endsWith(1);
    assertThat(inFull())
        .as("the newest, and what other servers may still have to read")
        .hasSize(PublishingService.UNPACKED);
    assertThat(publishing.differences(author.id(), draft, 1, 157).changes()).isNotEmpty();
    assertThat(publishing.differences(author.id(), draft, 1, 149).changes()).isEmpty();
    assertThat(publishing.restore(author.id(), draft, 1).item(question).orElseThrow().body())
        .isEqualTo(WrittenQuiz.question(point(), WrittenQuiz.STEM, "Where food is"));
    assertThat(catalogue.quiz(draft)).isPresent();
  }

  @Test
  void aDraftPutAsideLongAgoIsRestoredWhole() {
    publish();
    String retired = written.typed("Who dances?", "bees");
    drafts.retire(author.id(), draft, retired, true);
    written.change(question, WrittenQuiz.question(point(), "Put aside?", "Where food is"));
    var unused = publishing.restore(author.id(), draft, 1);
    int aside = history().getFirst().number();
    assertThat(history().getFirst().published()).isFalse();
    pastEditions(aside + 1, aside + PublishingService.UNPACKED);
    var another = publishAnother();
    assertThat(inFull()).doesNotContain(aside);
    assertThat(another.published()).isTrue();
    Draft restored = publishing.restore(author.id(), draft, aside);
    assertThat(((ItemBody.Question) restored.item(retired).orElseThrow().body()).stem())
        .isEqualTo("Who dances?");
    assertThat(((ItemBody.Question) restored.item(question).orElseThrow().body()).stem())
        .isEqualTo("Put aside?");
  }

  /** Numbers of the editions whose text is not packed. */
  private List<Integer> inFull() {
    return jdbc.queryForList(
        "select edition from authored_edition where quiz_id = ? and packed is null",
        Integer.class,
        draft);
  }

  private List<Edition> history() {
    return publishing.history(author.id(), draft);
  }

  private Edition publishAnother() {
    written.change(
        question,
        WrittenQuiz.question(
            point(), "What is danced, " + history().size() + "?", "Where food is"));
    return publishing.publish(
        author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }

  /** Editions that nobody is served, as if published long ago. */
  private void pastEditions(int first, int last) {
    for (int edition = first; edition <= last; edition++) {
      jdbc.update(
          """
          insert into authored_edition
            (quiz_id, edition, yaml, published_by, published_at, note, published)
          select quiz_id, ?, yaml, published_by, published_at, note, published
          from authored_edition where quiz_id = ? and edition = 1
          """,
          edition,
          draft);
    }
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }

  private Change changeOf(String item) {
    return publishing.preview(author.id(), draft).changes().stream()
        .filter(change -> change.itemId().equals(item))
        .map(ItemChange::change)
        .findFirst()
        .orElse(Change.NONE);
  }

  private String point() {
    return drafts.draft(author.id(), draft).live(ItemKind.KEY_POINT).getFirst().id();
  }

  /** Somebody who has taken the quiz, so that its questions are in review. */
  private Account learned() {
    Account learner = fixtures.learner();
    fixtures.as(
        learner,
        () -> {
          Attempt attempt = taking.start(learner.id(), draft);
          for (Attempt.Item item : attempt.items()) {
            var unused =
                taking.answer(
                    learner.id(),
                    attempt.id(),
                    item.position(),
                    Responses.right(item.asked().question()),
                    Duration.ofSeconds(5));
          }
        });
    return learner;
  }

  private List<String> reviewed(Account learner) {
    return fixtures.as(learner, () -> reviews.cards(learner.id())).stream()
        .map(CardState::questionId)
        .toList();
  }

  private CardState card(Account learner) {
    return fixtures.as(learner, () -> reviews.cards(learner.id())).stream()
        .filter(card -> card.questionId().equals(question))
        .findFirst()
        .orElseThrow();
  }
}
