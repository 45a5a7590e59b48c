package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague with whom a quiz is shared to be used, and not to be edited. */
@AuthoringTest
class OnlyUseScreensTest extends ScreenTest {

  private static final String UNPUBLISHED = "Words that are not published yet";

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizFiles files;

  private Account author;
  private Account colleague;
  private String draft;
  private String question;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    colleague = fixtures.instructor();
    fixtures.as(
        author,
        () -> {
          draft = drafts.create(author.id(), "Bees").id();
          question = new WrittenQuiz(drafts, author.id(), draft).complete();
          sharing.share(author.id(), draft, colleague.username(), Right.USE);
        });
    return colleague;
  }

  @Test
  void noPageOfTheEditorIsThereForThem() {
    for (String page :
        List.of(
            "write/" + draft,
            "write/" + draft + "/" + question,
            "write/" + draft + "/article",
            "try/" + draft,
            "try/" + draft + "/" + question,
            "editions/" + draft,
            "notes/" + draft)) {
      UI.getCurrent().navigate(page);
      assertThat(page()).as(page).contains("There is nothing here").doesNotContain("Bees");
    }
    UI.getCurrent().navigate("write");
    assertThat(page()).as("that it is shared with them").contains("Bees");
  }

  @Test
  void theyDownloadWhatIsPublishedAndNothingElse() {
    assertThatThrownBy(() -> files.download(colleague.id(), draft))
        .isInstanceOf(GoneException.class);
    fixtures.as(
        author,
        () -> {
          publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
          Draft now = drafts.draft(author.id(), draft);
          String point = now.live(ItemKind.KEY_POINT).getFirst().id();
          new WrittenQuiz(drafts, author.id(), draft)
              .change(question, WrittenQuiz.question(point, UNPUBLISHED, "Where food is"));
        });
    assertThat(files.download(colleague.id(), draft))
        .contains(WrittenQuiz.STEM)
        .doesNotContain(UNPUBLISHED);
  }
}
