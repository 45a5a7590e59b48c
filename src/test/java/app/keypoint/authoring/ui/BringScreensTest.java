package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.TestPictures;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quizzes of files on the screens of an author, and quiz files brought there. */
@ServiceTest
class BringScreensTest extends ScreenTest {

  @Autowired Drafts drafts;
  @Autowired QuizFiles files;

  private Account author;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    return author;
  }

  @Override
  protected void begin() {
    UI.getCurrent().navigate("write");
  }

  @Test
  void quizzesOfFilesAreShownAsSuchWithCopyAndDownload() {
    assertThat(page()).contains("Kept in files");
    String title = files.inFiles(author.id()).getFirst().title();
    assertThat(
            find(Anchor.class)
                .withCondition(
                    link ->
                        link.getAriaLabel()
                            .filter(("Download the quiz " + title)::equals)
                            .isPresent())
                .all())
        .hasSize(1);
    test(find(NativeButton.class)
            .withCondition(
                button -> button.getAriaLabel().filter(("Copy " + title)::equals).isPresent())
            .single())
        .click();
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
    assertThat(drafts.of(author.id())).singleElement().returns(title, draft -> draft.title());
  }

  @Test
  void aQuizFileIsChosenAndOpensInTheEditor() {
    Draft unfinished = drafts.create(author.id(), "Bees");
    String yaml = files.download(author.id(), unfinished.id());
    press("Copy or bring…");
    choose("bees.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
    assertThat(drafts.of(author.id()))
        .extracting(draft -> draft.title())
        .containsExactly("Bees", "Bees");
  }

  @Test
  void whatIsNoQuizFileIsSaidToBeNoneInPlainWords() {
    press("Copy or bring…");
    choose("bees.yaml", new byte[] {0, 1, 2});
    assertThat(dialog()).contains("does not hold text");
    choose("bees.yaml", "title: [".getBytes(StandardCharsets.UTF_8));
    assertThat(dialog()).contains("This is no quiz file yet").doesNotContain("does not hold text");
    test(find(TextArea.class).withCaption("Its text (YAML)").single())
        .setValue("x".repeat(QuizFiles.MAX_FILE + 1));
    press("Take it in");
    assertThat(dialog()).contains("400,000 characters at most");
    assertThat(drafts.of(author.id())).isEmpty();
  }

  @Test
  void anArchiveWithoutAQuizIsSaidToHaveNoneAndAtNoLine() throws IOException {
    press("Copy or bring…");
    choose("bees.zip", zip("bees.txt", new byte[3]));
    assertThat(dialog()).contains("There is no quiz file in the ZIP").doesNotContain("Line 1");
    choose("bees.zip", zip("bees.yaml", new byte[3_000_000]));
    assertThat(dialog()).contains("There is more in the ZIP").doesNotContain("{0}");
  }

  @Test
  void whichImageWasNotTakenAndWhyIsSaidBeforeTheQuizIsOpened() throws IOException {
    Draft draft = drafts.create(author.id(), "Bees");
    var unused =
        drafts.add(
            author.id(),
            draft.id(),
            0,
            ItemBody.Question.empty(ItemBody.Type.SINGLE, "")
                .showing(new ItemBody.ImageText("dance.png", "A dance")));
    byte[] yaml = files.download(author.id(), draft.id()).getBytes(StandardCharsets.UTF_8);
    press("Copy or bring…");
    choose("bees.zip", zip("bees.yaml", yaml, "images/dance.png", TestPictures.svg()));
    assertThat(dialog()).contains("not all of its images", "dance.png: This is an SVG");
    press("Open the quiz");
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
  }

  @Test
  void whichTranslationsWereNotTakenIsSaidBeforeTheQuizIsOpened() {
    byte[] packed = files.fileOf(author.id(), "introduction").bytes();
    press("Copy or bring…");
    choose("introduction.zip", packed);
    assertThat(dialog())
        .contains("The quiz is taken in, but not its translations (Chinese (China))")
        .doesNotContain("not all of its images");
    press("Open the quiz");
    assertThat(getCurrentView()).isInstanceOf(EditorView.class);
  }

  @Test
  void aQuizThatNobodyElseHasSeenIsDeletedOnceConfirmed() {
    String title = "Bees of " + UUID.randomUUID();
    Draft kept = drafts.create(author.id(), "Wasps");
    Draft draft = drafts.create(author.id(), title);
    UI.getCurrent().navigate("");
    UI.getCurrent().navigate("write");
    delete(title);
    assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message"))
        .contains("nothing brings them back");
    test(find(ConfirmDialog.class).single()).cancel();
    assertThat(drafts.draft(author.id(), draft.id()).items()).isNotEmpty();
    delete(title);
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(drafts.of(author.id())).singleElement().returns(kept.id(), each -> each.id());
    assertThat(page()).contains("“" + title + "” is deleted.", "Wasps");
  }

  private void delete(String title) {
    test(find(NativeButton.class)
            .withCondition(
                button -> button.getAriaLabel().filter(("Delete " + title)::equals).isPresent())
            .single())
        .click();
  }

  private static byte[] zip(Object... namesAndFiles) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndFiles.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndFiles[i]));
        out.write((byte[]) namesAndFiles[i + 1]);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private void choose(String name, byte[] file) {
    test(find(Upload.class).single()).upload(name, "application/yaml", file);
  }

  private String dialog() {
    return find(BringDialog.class).single().getElement().getTextRecursively();
  }

  private void press(String button) {
    test(find(Button.class).withText(button).single()).click();
  }
}
