package app.keypoint.authoring.internal.learners;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.LearnersNotes.AboutQuestion;
import app.keypoint.authoring.LearnersNotes.Claim;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.WrittenQuestion;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.Claiming;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.StatementCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthoringTest
class LearnersNotesTest {

  private static final String STEM = "What does a dance tell?";

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired LearnersNotes notes;
  @Autowired ProblemReports reports;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  private Account author;
  private String draft;
  private WrittenQuiz written;
  private String picked;
  private String typed;

  @BeforeEach
  void aPublishedQuiz() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    written = new WrittenQuiz(drafts, author.id(), draft);
    picked = written.complete();
    typed = written.typed(STEM, "where food is");
    publish();
    sharing.openToEveryone(author.id(), draft, true);
  }

  @Test
  void reportsReachTheAuthorAndNobodyElse() {
    report(picked, "Two are right.");
    assertThat(heard()).extracting(AboutQuestion::itemId).containsExactly(picked);
    assertThat(heard().getFirst().reports())
        .extracting(LearnersNotes.Note::note)
        .containsExactly("Two are right.");
    assertThat(notes.waiting(author.id())).containsEntry(draft, 1);
  }

  @Test
  void answersCalledRightAreCountedByLearnerAndSeenInTheOrderOfTheirNumber() {
    claim(fixtures.learner(), "the hive's age");
    claim(fixtures.learner(), "the way to food");
    claim(fixtures.learner(), "The  way to FOOD");
    assertThat(heard()).extracting(AboutQuestion::itemId).containsExactly(typed);
    assertThat(heard().getFirst().claims())
        .extracting(Claim::answer, Claim::learners)
        .containsExactly(tuple("The  way to FOOD", 2), tuple("the hive's age", 1));
    assertThat(notes.waiting(author.id())).containsEntry(draft, 2);
  }

  @Test
  void anAnswerInReviewsCountsUntilItIsTakenBack() {
    Account learner = fixtures.learner();
    claim(learner, "the way to food");
    Instant later = Instant.now().plus(Duration.ofDays(400));
    fixtures.as(learner, () -> reviewAll(learner, later, "the place"));
    assertThat(heard().getFirst().claims())
        .extracting(Claim::answer, Claim::learners)
        .containsExactlyInAnyOrder(tuple("the place", 1), tuple("the way to food", 1));
    fixtures.as(learner, () -> at(later.plusSeconds(90), () -> reviewing.undo(learner)));
    fixtures.as(learner, () -> at(later.plusSeconds(91), () -> reviewing.undo(learner)));
    assertThat(heard().getFirst().claims())
        .extracting(Claim::answer)
        .containsExactly("the way to food");
  }

  @Test
  void whatIsAcceptedSetAsideOrRetiredWaitsNoLonger() {
    claim(fixtures.learner(), "the way to food");
    claim(fixtures.learner(), "the hive's age");
    report(typed, "Unclear.");
    var accepted = notes.accept(author.id(), draft, typed, 1, "the way to food");
    assertThat(heard().getFirst().claims())
        .extracting(Claim::answer)
        .containsExactly("the hive's age");
    notes.setAside(author.id(), draft, typed, 1, "The hive's AGE");
    assertThat(heard().getFirst().claims()).isEmpty();
    claim(fixtures.learner(), "the hive's age");
    assertThat(heard().getFirst().claims()).as("typed once more").isEmpty();
    notes.setReportAside(author.id(), draft, typed, heard().getFirst().reports().getFirst().id());
    assertThat(heard()).isEmpty();
    assertThat(notes.waiting(author.id())).isEmpty();

    report(picked, "Two are right.");
    drafts.retire(author.id(), draft, picked, true);
    assertThat(heard()).isEmpty();
    assertThat(notes.waiting(author.id())).isEmpty();
  }

  @Test
  void whatIsAcceptedCountsOnceItIsPublished() {
    Account learner = fixtures.learner();
    claim(learner, "the way to food");
    var accepted = notes.accept(author.id(), draft, typed, 1, "the way to food");
    publish();
    assertThat(
            ((Question.Typed) catalogue.question(typed).orElseThrow().question())
                .keys()
                .getFirst()
                .accept())
        .containsExactly("the way to food");
  }

  @Test
  void ofSeveralBlanksTheOneIsNamedThatWasNotAccepted() {
    String cloze = written.cloze("A {{dance::move}} tells the hive where {{food}} is.");
    publish();
    claimBlanks(cloze, "jig", "food");
    claimBlanks(cloze, "JIG", "nectar");
    claimBlanks(cloze, "dansce", "nectar");
    assertThat(heard())
        .singleElement()
        .satisfies(
            about -> {
              assertThat(about.blanks()).isEqualTo(2);
              assertThat(about.claims())
                  .as("a slip that was forgiven was not called right")
                  .extracting(Claim::blank, Claim::answer, Claim::learners)
                  .containsExactlyInAnyOrder(tuple(1, "JIG", 2), tuple(2, "nectar", 2));
            });

    var accepted = notes.accept(author.id(), draft, cloze, 2, "nectar");
    ItemBody.Question now =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(cloze).orElseThrow().body();
    assertThat(now.accept()).isEmpty();
    assertThat(now.blank(1).accept()).containsExactly("nectar");
    assertThat(heard().getFirst().claims()).extracting(Claim::blank).containsExactly(1);
    notes.setAside(author.id(), draft, cloze, 2, "jig");
    assertThat(heard()).as("of another blank").hasSize(1);
    notes.setAside(author.id(), draft, cloze, 1, "jig");
    assertThat(heard()).isEmpty();
    for (int blank : List.of(0, 3, -1)) {
      assertThatThrownBy(() -> notes.accept(author.id(), draft, cloze, blank, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    publish();
    assertThat(
            ((Question.Typed) catalogue.question(cloze).orElseThrow().question())
                .keys()
                .get(1)
                .accept())
        .containsExactly("nectar");
  }

  @Test
  void answersToAnotherNumberOfBlanksSayNothingAboutTheDraft() {
    String cloze = written.cloze("A {{dance}} tells the hive where {{food}} is.");
    publish();
    claimBlanks(cloze, "jig", "nectar");
    ItemBody.Question body =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(cloze).orElseThrow().body();
    written.change(
        cloze,
        WrittenQuestion.of(
            body.type(),
            body.keyPointId(),
            "A {{dance}} tells the hive where food is.",
            body.options(),
            body.answer(),
            body.accept(),
            body.wrong(),
            body.typos(),
            body.exact(),
            body.explanation(),
            body.passage()));
    assertThat(heard()).isEmpty();
  }

  @Test
  void answersToABlankThatHidSomethingElseSayNothingAboutTheDraft() {
    String cloze = written.cloze("A {{dance}} tells the hive where {{food}} is.");
    publish();
    claimBlanks(cloze, "jig", "nectar");
    ItemBody.Question body =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(cloze).orElseThrow().body();
    written.change(
        cloze,
        WrittenQuestion.of(
            body.type(),
            body.keyPointId(),
            "A {{dance}} tells the {{hive}} where food is.",
            body.options(),
            body.answer(),
            body.accept(),
            body.wrong(),
            body.typos(),
            body.exact(),
            body.explanation(),
            body.passage()));
    assertThat(heard())
        .singleElement()
        .satisfies(
            about ->
                assertThat(about.claims())
                    .extracting(Claim::blank, Claim::answer)
                    .containsExactly(tuple(1, "jig")));
    assertThat(notes.waiting(author.id())).containsEntry(draft, 1);
  }

  private void claimBlanks(String cloze, String... blanks) {
    Account learner = fixtures.learner();
    fixtures.as(
        learner,
        () -> {
          Attempt attempt = taking.start(learner.id(), draft);
          Attempt.Item item =
              attempt.items().stream()
                  .filter(each -> each.asked().question().id().equals(cloze))
                  .findFirst()
                  .orElseThrow();
          var answered =
              taking.answer(
                  learner.id(),
                  attempt.id(),
                  item.position(),
                  Responses.typed(blanks),
                  Duration.ofSeconds(5));
          var overruled = taking.overrule(learner.id(), attempt.id(), item.position());
        });
  }

  @Test
  void onlyWhoMayEditHearsAndDecides() {
    report(typed, "Unclear.");
    Account user = fixtures.instructor();
    sharing.share(author.id(), draft, user.username(), Right.USE);
    Account editor = fixtures.instructor();
    sharing.share(author.id(), draft, editor.username(), Right.EDIT);
    for (Account other : List.of(user, fixtures.instructor())) {
      fixtures.signIn(other);
      assertThat(notes.waiting(other.id())).isEmpty();
      assertThatThrownBy(() -> notes.of(other.id(), draft)).isInstanceOf(GoneException.class);
      assertThatThrownBy(() -> notes.accept(other.id(), draft, typed, 1, "x"))
          .isInstanceOf(GoneException.class);
      assertThatThrownBy(() -> notes.setAside(other.id(), draft, typed, 1, "x"))
          .isInstanceOf(GoneException.class);
      assertThatThrownBy(() -> notes.setReportAside(other.id(), draft, typed, 1))
          .isInstanceOf(GoneException.class);
    }
    fixtures.signIn(editor);
    assertThat(notes.waiting(editor.id())).containsEntry(draft, 1);
    assertThat(notes.of(editor.id(), draft).questions()).hasSize(1);
  }

  @Test
  void anAnswerIsAcceptedOnceOnTopOfWhateverTheDraftSays() {
    DraftItem before = drafts.draft(author.id(), draft).item(typed).orElseThrow();
    ItemBody.Question body = (ItemBody.Question) before.body();
    var saved =
        drafts.save(
            author.id(),
            draft,
            typed,
            before.revision(),
            WrittenQuestion.of(
                body.type(),
                body.keyPointId(),
                body.stem(),
                body.options(),
                body.answer(),
                List.of("the place of food"),
                List.of(new ItemBody.WrongText("The way to food", "Not the way.")),
                true,
                "",
                body.explanation(),
                ""));
    DraftItem accepted = notes.accept(author.id(), draft, typed, 1, " the way to food ");
    ItemBody.Question now = (ItemBody.Question) accepted.body();
    assertThat(now.accept()).containsExactly("the place of food", "the way to food");
    assertThat(now.wrong()).as("no longer wrong").isEmpty();
    assertThat(accepted.revision()).isEqualTo(before.revision() + 2);
    assertThat(notes.accept(author.id(), draft, typed, 1, "The way to food").revision())
        .isEqualTo(accepted.revision());
    assertThatThrownBy(() -> notes.accept(author.id(), draft, picked, 1, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notes.accept(author.id(), draft, typed, 1, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClozeAcceptsWhatItsBlankHidesAndNotTheAnswerThatAnotherTypeHad() {
    claim(fixtures.learner(), "the way to food");
    claim(fixtures.learner(), "the place of food");
    ItemBody.Question body =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(typed).orElseThrow().body();
    written.change(
        typed,
        WrittenQuestion.of(
            ItemBody.Type.CLOZE,
            body.keyPointId(),
            "A dance tells {{the place of food::four words}}.",
            List.of(),
            "the way to food",
            List.of(),
            List.of(),
            true,
            "",
            body.explanation(),
            ""));
    assertThat(heard().getFirst().claims())
        .extracting(Claim::answer)
        .containsExactly("the way to food");
    var same = notes.accept(author.id(), draft, typed, 1, "The place of food");
    assertThat(((ItemBody.Question) same.body()).accept()).isEmpty();
    var more = notes.accept(author.id(), draft, typed, 1, "the way to food");
    assertThat(((ItemBody.Question) more.body()).accept()).containsExactly("the way to food");
    assertThat(heard()).isEmpty();
  }

  @Test
  void whatThereIsNoRoomForIsNotAccepted() {
    written.fill();
    DraftItem before = drafts.draft(author.id(), draft).item(typed).orElseThrow();
    assertThatThrownBy(() -> notes.accept(author.id(), draft, typed, 1, "a".repeat(200)))
        .isInstanceOf(Drafts.TooMuch.class);
    assertThat(drafts.draft(author.id(), draft).item(typed).orElseThrow()).isEqualTo(before);
  }

  @Test
  void muchCostsAsManyStatementsAsLittle() {
    claim(fixtures.learner(), "the way to food");
    report(typed, "Unclear.");
    long few = statements();
    for (int i = 0; i < 4; i++) {
      claim(fixtures.learner(), "answer " + i);
      report(picked, "Note " + i);
    }
    assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(17);
  }

  private long statements() {
    return counter.statementsOf(
        () -> {
          var listed = notes.waiting(author.id());
          return notes.of(author.id(), draft);
        });
  }

  private List<AboutQuestion> heard() {
    LearnersNotes.Heard heard = notes.of(author.id(), draft);
    int all = heard.questions().stream().mapToInt(AboutQuestion::size).sum();
    assertThat(notes.waiting(author.id()).getOrDefault(draft, 0)).isEqualTo(all);
    return heard.questions();
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }

  private void report(String question, String note) {
    Account learner = fixtures.learner();
    long version = catalogue.question(question).orElseThrow().id();
    var unused = fixtures.as(learner, () -> reports.report(learner.id(), version, note));
  }

  private void claim(Account learner, String answer) {
    Claiming.take(fixtures, taking, learner, draft, answer);
  }

  private void reviewAll(Account learner, Instant then, String claimed) {
    for (int i = 0; i < 2; i++) {
      Instant moment = then.plusSeconds(i);
      var card = at(moment, () -> reviewing.next(learner)).orElseThrow();
      Question question = card.question().question();
      Response response =
          question instanceof Question.Typed
              ? new Response.Typed(claimed, true)
              : Responses.right(question);
      var unused =
          at(
              moment,
              () ->
                  reviewing.answer(
                      learner, card.answer(response, Grade.GOOD, Duration.ofSeconds(5))));
    }
  }
}
