package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner reads what an author published: the passage, and the article. */
@AuthoringTest
class ReadingScreensTest extends ScreenTest {

  private static final String PASSAGE = "The dance tells the hive where food is.";

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizTaking taking;

  private String quiz;

  @Override
  protected Account visitor() {
    Account author = fixtures.instructor();
    quiz = fixtures.as(author, () -> published(author.id()));
    return fixtures.learner();
  }

  private String published(long author) {
    String draft = drafts.create(author, "Bees").id();
    WrittenQuiz written = new WrittenQuiz(drafts, author, draft);
    written.complete();
    var point = drafts.draft(author, draft).live(ItemKind.KEY_POINT).getFirst();
    ItemBody.KeyPoint said = (ItemBody.KeyPoint) point.body();
    written.change(
        point.id(),
        new ItemBody.KeyPoint(said.title(), said.topic(), said.text(), said.paragraph(), PASSAGE));
    sharing.openToEveryone(author, draft, true);
    var unused = publishing.publish(author, draft, publishing.preview(author, draft).mark(), "");
    return draft;
  }

  @Test
  void theArticleOfAQuizIsReadBeforeIt() {
    UI.getCurrent().navigate("quiz/" + quiz);
    assertThat(article().isOpen()).isFalse();
    assertThat(article().getContent().getElement().getProperty("innerHTML"))
        .contains("Bees dance.");
  }

  @Test
  void feedbackShowsThePassageAndLeadsToTheArticleOpen() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    UI.getCurrent().navigate("quiz/" + quiz + "/start");
    test(find(NativeButton.class).withClassName("opt").atIndex(1)).click();
    HtmlContainer passage =
        find(HtmlContainer.class)
            .withCondition(each -> each.getElement().getTag().equals("blockquote"))
            .single();
    assertThat(passage.getText()).isEqualTo(PASSAGE);
    assertThat(passage.getElement().getAttribute("lang")).isEqualTo("en");
    Anchor read = find(Anchor.class).withCondition(link -> link.getHref().contains(quiz)).single();
    assertThat(read.getHref()).isEqualTo("quiz/" + quiz + "?article");
    UI.getCurrent().navigate("quiz/" + quiz, QueryParameters.fromString("article"));
    assertThat(article().isOpen()).isTrue();
  }

  private NativeDetails article() {
    return find(NativeDetails.class).withClassName("article").single();
  }
}
