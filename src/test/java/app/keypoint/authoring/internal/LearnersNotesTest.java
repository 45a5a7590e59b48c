package app.keypoint.authoring.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.support.Fixtures;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@AuthoringTest
class LearnersNotesTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired LearnersNotes notes;
  @Autowired ProblemReports reports;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;

  private Account author;
  private String draft;
  private String question;

  @BeforeEach
  void aPublishedQuiz() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    question = new WrittenQuiz(drafts, author.id(), draft).complete();
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void reportsReachTheAuthorAndNobodyElse() {
    Account learner = fixtures.learner();
    long version = catalogue.question(question).orElseThrow().id();
    var unused =
        fixtures.as(learner, () -> reports.report(learner.id(), version, "Two are right."));
    assertThat(notes.of(author.id(), draft))
        .extracting(LearnersNotes.Note::itemId, LearnersNotes.Note::note)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(question, "Two are right."));
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> notes.of(other.id(), draft)).isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> notes.accept(other.id(), draft, question, "x"))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void anAnswerIsAcceptedOnceOnTopOfWhateverTheDraftSays() {
    String point = drafts.draft(author.id(), draft).live(ItemKind.KEY_POINT).getFirst().id();
    DraftItem recall =
        drafts.add(
            author.id(),
            draft,
            1,
            new ItemBody.Question(
                ItemBody.Type.RECALL,
                point,
                "What does a dance tell?",
                List.of(),
                "where food is",
                List.of("the place of food"),
                List.of(),
                true,
                "",
                "So it says.",
                ""));
    DraftItem accepted = notes.accept(author.id(), draft, recall.id(), " the way to food ");
    assertThat(((ItemBody.Question) accepted.body()).accept())
        .containsExactly("the place of food", "the way to food");
    assertThat(accepted.revision()).isEqualTo(2);
    assertThat(notes.accept(author.id(), draft, recall.id(), "The way to food").revision())
        .isEqualTo(2);
    assertThatThrownBy(() -> notes.accept(author.id(), draft, question, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notes.accept(author.id(), draft, recall.id(), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
