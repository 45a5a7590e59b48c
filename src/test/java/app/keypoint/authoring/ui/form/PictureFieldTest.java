package app.keypoint.authoring.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.ImageText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.content.ui.PictureFigure;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.TestPictures;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An image, brought beside the stem. */
@ServiceTest
class PictureFieldTest extends ScreenTest {

  private static final String ALT = "What the image says, for those who cannot see it";

  @Autowired Drafts drafts;

  private Account author;
  private String draft = "";
  private String question = "";

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    return author;
  }

  @Override
  protected void begin() {
    draft = drafts.create(author.id(), "Bees").id();
    question = new WrittenQuiz(drafts, author.id(), draft).complete();
    UI.getCurrent().navigate("write/" + draft + "/" + question);
  }

  @Test
  void anImageIsTakenInWantsWordsAndIsShownAsLearnersSeeIt() {
    assertThat(find(TextArea.class).withCaption(ALT).all()).isEmpty();
    bring("hive.png", TestPictures.png(64, 48));
    assertThat(page()).contains("hive.png is taken in");
    assertThat(image().file()).endsWith(".png");
    assertThat(page()).contains("Say in words what the image shows");
    assertThat(find(PictureFigure.class).all()).isEmpty();
    write("Two bees that dance");
    assertThat(image().alt()).isEqualTo("Two bees that dance");
    assertThat(page()).doesNotContain("Say in words what the image shows");
    Image shown = find(Image.class, find(PictureFigure.class).single()).single();
    assertThat(shown.getAlt()).contains("Two bees that dance");
    assertThat(shown.getSrc()).isEqualTo("picture/" + image().file().replace(".png", ""));
    assertThat(shown.getElement().getAttribute("width")).isEqualTo("64");
    assertThat(shown.getElement().getAttribute("height")).isEqualTo("48");
  }

  @Test
  void anImageThatWasRemovedComesBackByUndo() {
    bring("hive.png", TestPictures.png(64, 48));
    write("Two bees");
    ImageText before = image();
    test(find(Button.class).withText("Remove the image").single()).click();
    assertThat(image()).isEqualTo(ImageText.NONE);
    assertThat(find(TextArea.class).withCaption(ALT).all()).isEmpty();
    tap("Undo");
    assertThat(image()).isEqualTo(before);
    assertThat(find(TextArea.class).withCaption(ALT).single().getValue()).isEqualTo("Two bees");
    tap("Redo");
    assertThat(image()).isEqualTo(ImageText.NONE);
  }

  @Test
  void whatIsNoImageIsRefusedInPlainWords() {
    bring("hive.png", TestPictures.svg());
    assertThat(page()).contains("This is an SVG, which can hold programs");
    bring("hive.jpg", TestPictures.gif());
    assertThat(page()).contains("This is no PNG, JPEG or WebP, whatever its name says");
    bring("hive.png", TestPictures.pngHeader(20_000, 20_000));
    assertThat(page()).contains("The image has too many pixels");
    assertThat(image()).isEqualTo(ImageText.NONE);
  }

  private ImageText image() {
    DraftItem item = drafts.draft(author.id(), draft).live(ItemKind.QUESTION).getFirst();
    return ((ItemBody.Question) item.body()).image();
  }

  private void bring(String name, byte[] file) {
    test(find(Upload.class).single()).upload(name, "application/octet-stream", file);
  }

  private void write(String words) {
    test(find(TextArea.class).withCaption(ALT).single()).setValue(words);
  }

  private void tap(String button) {
    test(find(NativeButton.class)
            .withCondition(b -> b.getElement().getTextRecursively().startsWith(button))
            .single())
        .click();
  }
}
