package app.keypoint.authoring.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.HeavyWork;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.DraftPictures.Brought;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.ImageText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.QuizFiles.Upload;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.authoring.internal.publishing.PackedEditions;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.Picture;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureStore;
import app.keypoint.content.picture.Pictures;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.TestPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@AuthoringTest
class PicturesTest {

  private static final String ALT = "A bee that dances";

  @Autowired Drafts drafts;
  @Autowired DraftPictures bringing;
  @Autowired Pictures pictures;
  @Autowired QuizFiles files;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizTaking taking;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;
  @Autowired HeavyWork heavy;
  @Autowired ContentStatus status;

  private final byte[] png = TestPictures.png(new Random().nextLong());
  private Account author;
  private String draft = "";
  private String question = "";

  @BeforeEach
  void aQuiz() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    question = new WrittenQuiz(drafts, author.id(), draft).complete();
  }

  private String bring(byte[] file) {
    return ((Brought.Taken) bringing.bring(author.id(), draft, file)).file();
  }

  private void show(String file, String alt) {
    ItemBody.Question body =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(question).orElseThrow().body();
    new WrittenQuiz(drafts, author.id(), draft)
        .change(question, body.showing(new ImageText(file, alt)));
  }

  private void publish() {
    Publishing.Preview preview = publishing.preview(author.id(), draft);
    assertThat(preview.check().publishable()).as(preview.check().findings().toString()).isTrue();
    publishing.publish(author.id(), draft, preview.mark(), "");
  }

  private static String hash(String file) {
    return file.substring(0, Picture.HASH_LENGTH);
  }

  private boolean sees(Account account, String file) {
    return fixtures.as(account, () -> pictures.shown(account.id(), hash(file)).isPresent());
  }

  private int kept(String file) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(*) from picture where hash = ?", Integer.class, hash(file)));
  }

  @Test
  void anImageIsShownWithItsWordsOnceItIsPublished() {
    String file = bring(png);
    show(file, ALT);
    assertThat(drafts.checked(author.id(), draft).check().questions().get(question).picture())
        .isEqualTo(new Picture(hash(file), Picture.Format.PNG, 40, 30, ALT));
    publish();
    assertThat(catalogue.question(question).orElseThrow().question().picture())
        .isEqualTo(new Picture(hash(file), Picture.Format.PNG, 40, 30, ALT));
    assertThat(pictures.shown(author.id(), hash(file)).orElseThrow().bytes()).isEqualTo(png);
  }

  @Test
  void withoutWordsOrWithoutItsImageNothingIsPublished() {
    show(bring(png), "");
    assertThat(rules()).containsExactly("image-alt");
    show("0".repeat(64) + ".png", ALT);
    assertThat(rules()).containsExactly("image-missing");
    assertThat(publishing.preview(author.id(), draft).check().publishable()).isFalse();
  }

  private List<String> rules() {
    return drafts.checked(author.id(), draft).check().of(question).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .peek(finding -> assertThat(finding.field()).startsWith("image"))
        .map(finding -> finding.rule())
        .toList();
  }

  @Test
  void whatIsNoImageIsRefusedAndNothingIsKept() {
    int before =
        Objects.requireNonNull(jdbc.queryForObject("select count(*) from picture", Integer.class));
    Map<PictureFault, byte[]> refused =
        Map.of(
            PictureFault.SVG, TestPictures.svg(),
            PictureFault.OTHER_KIND, TestPictures.gif(),
            PictureFault.TOO_MANY_PIXELS, TestPictures.pngHeader(20_000, 20_000),
            PictureFault.TOO_BIG, new byte[DraftPictures.MAX_FILE + 1],
            PictureFault.DAMAGED, TestPictures.pngHeader(10, 10));
    refused.forEach(
        (fault, file) ->
            assertThat(bringing.bring(author.id(), draft, file))
                .isEqualTo(new Brought.Faulty(fault)));
    assertThat(jdbc.queryForObject("select count(*) from picture", Integer.class))
        .isEqualTo(before);
  }

  @Test
  void onlyWhoMaySeeAQuizThatUsesItSeesAnImage() {
    String file = bring(png);
    show(file, ALT);
    Account stranger = fixtures.instructor();
    Account colleague = fixtures.instructor();
    Account learner = fixtures.learner();
    assertThat(sees(author, file)).isTrue();
    assertThat(List.of(stranger, colleague, learner)).noneMatch(each -> sees(each, file));
    sharing.share(author.id(), draft, colleague.username(), Right.EDIT);
    assertThat(sees(colleague, file)).isTrue();
    publish();
    assertThat(List.of(stranger, learner)).as("open to nobody").noneMatch(each -> sees(each, file));
    sharing.openToEveryone(author.id(), draft, true);
    assertThat(List.of(stranger, learner)).allMatch(each -> sees(each, file));
    fixtures.as(learner, () -> taking.start(learner.id(), draft));
    sharing.openToEveryone(author.id(), draft, false);
    assertThat(sees(stranger, file)).isFalse();
    assertThat(sees(learner, file)).as("who was asked goes on seeing it").isTrue();
    show("", "");
    publish();
    assertThat(sees(learner, file)).as("in what was answered").isTrue();
    assertThat(sees(stranger, file)).isFalse();
  }

  @Test
  void nobodyBringsAnImageIntoAQuizOfOthersOrUsesTheirs() {
    String file = bring(png);
    Account colleague = fixtures.instructor();
    sharing.share(author.id(), draft, colleague.username(), Right.USE);
    fixtures.signIn(colleague);
    assertThatThrownBy(() -> bringing.bring(colleague.id(), draft, png))
        .as("who may only use it")
        .isInstanceOf(GoneException.class);
    Account stranger = fixtures.instructor();
    fixtures.signIn(stranger);
    assertThatThrownBy(() -> bringing.bring(stranger.id(), draft, png))
        .isInstanceOf(GoneException.class);
    String own = drafts.create(stranger.id(), "Wasps").id();
    WrittenQuiz written = new WrittenQuiz(drafts, stranger.id(), own);
    String id = written.complete();
    ItemBody.Question body =
        (ItemBody.Question) drafts.draft(stranger.id(), own).item(id).orElseThrow().body();
    written.change(id, body.showing(new ImageText(file, ALT)));
    assertThat(drafts.checked(stranger.id(), own).check().of(id))
        .extracting(finding -> finding.rule())
        .contains("image-missing");
    assertThat(sees(stranger, file)).isFalse();
    String yaml = files.download(stranger.id(), own);
    Draft again = ((Upload.Taken) files.upload(stranger.id(), yaml)).draft();
    assertThat(sees(stranger, file)).isFalse();
    assertThat(drafts.checked(stranger.id(), again.id()).check().publishable()).isFalse();
  }

  @Test
  void aDownloadedQuizWithImagesLoadsBackToTheSame() {
    show(bring(png), ALT);
    QuizFiles.Download download = files.file(author.id(), draft);
    assertThat(download.name()).isEqualTo(draft + ".zip");
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    Draft again = ((Upload.Taken) files.upload(other.id(), download.bytes())).draft();
    ItemBody.Question body = (ItemBody.Question) again.live(ItemKind.QUESTION).getFirst().body();
    assertThat(body.image().alt()).isEqualTo(ALT);
    assertThat(pictures.shown(other.id(), hash(body.image().file())).orElseThrow().bytes())
        .isEqualTo(png);
    assertThat(drafts.checked(other.id(), again.id()).check().publishable()).isTrue();
    String text = files.download(other.id(), again.id());
    Draft third = ((Upload.Taken) files.upload(other.id(), text)).draft();
    assertThat(drafts.checked(other.id(), third.id()).check().publishable())
        .as("its text alone, where its images are")
        .isTrue();
  }

  @Test
  void aQuizWithoutImagesIsAFileOfTextAndBroughtBackAsOne() {
    QuizFiles.Download download = files.file(author.id(), draft);
    assertThat(download.name()).isEqualTo(draft + ".yaml");
    assertThat(files.upload(author.id(), download.bytes())).isInstanceOf(Upload.Taken.class);
  }

  @Test
  void aCopyOfAServedQuizHasItsImages() {
    String file = bring(png);
    show(file, ALT);
    publish();
    Account other = fixtures.instructor();
    sharing.share(author.id(), draft, other.username(), Right.USE);
    fixtures.signIn(other);
    Draft copy = files.copy(other.id(), draft);
    assertThat(drafts.checked(other.id(), copy.id()).check().publishable()).isTrue();
    fixtures.as(author, () -> sharing.unshare(author.id(), draft, other.username()));
    assertThat(sees(other, file)).as("of their own").isTrue();
  }

  @Test
  void archivesThatHoldTooMuchOrNoQuizAreRefused() throws IOException {
    assertThat(refused(zip(Map.of("a.txt", new byte[3])))).isEqualTo("no-quiz");
    assertThat(refused(zip(Map.of("a.yaml", new byte[3], "b.yaml", new byte[3]))))
        .isEqualTo("several-quizzes");
    assertThat(refused(zip(Map.of("bees.yaml", new byte[3], "wasps.zh-CN.yaml", new byte[3]))))
        .as("a translation of another quiz")
        .isEqualTo("several-quizzes");
    assertThat(refused(zip(Map.of("bees.de.yaml", new byte[3], "bees.zh-CN.yaml", new byte[3]))))
        .as("translations alone")
        .isEqualTo("no-quiz");
    assertThat(refused(zip(Map.of("a.yaml", new byte[10_000_000])))).isEqualTo("too-much-packed");
    assertThat(refused(zip(Map.of("images/a.png", new byte[100_000_000]))))
        .isEqualTo("too-much-packed");
    assertThat(refused(zip(Map.of("images/a.png", png, "more/images/a.png", png))))
        .isEqualTo("same-name");
    assertThat(refused(zip(Map.of("../../images/a.png", new byte[10])))).isEqualTo("no-quiz");
    assertThat(refused("PK\u0003\u0004 nothing".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("no-quiz");
    byte[] whole = zip(Map.of("images/a.png", png));
    assertThat(refused(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("zip-damaged");
  }

  @Test
  void anArchiveMayHoldAnImageForEachQuestion() throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    entries.put("a.yaml", new byte[3]);
    for (int i = 0; i < 201; i++) {
      entries.put("images/" + i + ".png", TestPictures.png(2, 2));
    }
    assertThat(QuizArchive.read(zip(entries), heavy))
        .isInstanceOfSatisfying(
            QuizArchive.Unpacked.class, read -> assertThat(read.images()).hasSize(201));
  }

  @Test
  void aQuizMayBeNamedAsATranslationWouldBe() throws IOException {
    byte[] quiz = {1};
    for (Map<String, byte[]> entries :
        List.of(
            Map.of("bees.new.yaml", quiz),
            Map.of("my/bees.new.yaml", quiz, "my/bees.new.zh-CN.yaml", new byte[] {2}),
            Map.of("bees.yaml", quiz, "bees.new.yaml", new byte[] {2}))) {
      assertThat(QuizArchive.read(zip(entries), heavy))
          .isInstanceOfSatisfying(
              QuizArchive.Unpacked.class,
              read -> {
                assertThat(read.quiz()).isEqualTo(quiz);
                assertThat(read.translations()).hasSize(entries.size() - 1);
              });
    }
  }

  @Test
  void whyAnImageOfAFileWasNotTakenIsSaid() throws IOException {
    String file = bring(png);
    show(file, ALT);
    byte[] yaml = files.download(author.id(), draft).getBytes(StandardCharsets.UTF_8);
    assertThat(notTaken(zip(Map.of("a.yaml", yaml, "images/" + file, TestPictures.svg()))))
        .containsExactly(new QuizFiles.NotTaken(file, PictureFault.SVG));
    assertThat(notTaken(zip(Map.of("a.yaml", yaml))))
        .as("found where images are, as that of a pasted text")
        .isEmpty();
    assertThat(notTaken(zip(Map.of("a.yaml", yaml, "images/" + file, png)))).isEmpty();
    jdbc.update(
        "update authored_picture set size = ? where quiz_id = ?",
        DraftPictures.MAX_OF_AUTHOR,
        draft);
    assertThat(notTaken(zip(Map.of("a.yaml", yaml, "images/" + file, png))))
        .containsExactly(new QuizFiles.NotTaken(file, null));
  }

  private List<QuizFiles.NotTaken> notTaken(byte[] file) {
    return ((Upload.Taken) files.upload(author.id(), file)).notTaken();
  }

  @Test
  void onlyAQuizWithImagesWaitsForAPlaceToBeDownloaded() {
    show(bring(png), ALT);
    int before = exports();
    String without = drafts.create(author.id(), "Wasps").id();
    withoutAPlace(
        () -> {
          assertThat(files.file(author.id(), without).name()).endsWith(".yaml");
          assertThatThrownBy(() -> files.file(author.id(), draft))
              .isInstanceOf(HeavyWork.Full.class);
        });
    assertThat(exports()).as("what was refused is not on record").isEqualTo(before + 1);
    assertThat(files.file(author.id(), draft).name()).endsWith(".zip");
    assertThat(exports()).isEqualTo(before + 2);
  }

  private int exports() {
    return jdbc.queryForObject(
        "select count(*) from audit_entry where kind = 'EXPORTED'", Integer.class);
  }

  @Test
  void aQuizOfManyImagesTakesTheLockOfImagesOnce() throws IOException {
    ItemBody.Question shape =
        (ItemBody.Question)
            drafts.draft(author.id(), draft).live(ItemKind.QUESTION).getFirst().body();
    List<Long> statements = new ArrayList<>();
    for (int many : List.of(1, 21)) {
      String from = drafts.create(author.id(), "Bees").id();
      Map<String, byte[]> entries = new HashMap<>();
      for (int i = 0; i < many; i++) {
        String name = many + "-" + i + ".png";
        entries.put("images/" + name, TestPictures.png(many, 10 + i));
        var unused = drafts.add(author.id(), from, i, shape.showing(new ImageText(name, ALT)));
      }
      entries.put("a.yaml", files.download(author.id(), from).getBytes(StandardCharsets.UTF_8));
      byte[] packed = zip(entries);
      List<QuizFiles.NotTaken> left = new ArrayList<>();
      statements.add(counter.statementsOf(() -> left.addAll(notTaken(packed))));
      assertThat(left).isEmpty();
    }
    // Of each image: is it there, it, that the quiz has it; and its question, of which later ones
    // come in batches.
    assertThat(statements.getLast() - statements.getFirst()).isLessThanOrEqualTo(20 * 4);
  }

  /** However many places the machine has. */
  private void withoutAPlace(Runnable work) {
    try {
      Object unused =
          heavy.inPlace(
              () -> {
                withoutAPlace(work);
                return draft;
              });
    } catch (HeavyWork.Full e) {
      work.run();
    }
  }

  @Test
  void wordsThatNameThousandsOfImagesAreTakenUp() {
    publish();
    String named = draft;
    publishedNaming(5_000);
    aQuiz();
    publish();
    assertThat(faultyFiles()).noneMatch(file -> file.contains(named));
  }

  @Test
  void aQuizThatCannotBeLookedIntoHoldsNoOtherUp() {
    publish();
    String held = draft;
    publishedNaming(PictureStore.MAX + 1);
    try {
      aQuiz();
      publish();
      assertThat(catalogue.quiz(draft)).isPresent();
      assertThat(catalogue.quiz(held)).as("what was served before").isPresent();
      assertThat(faultyFiles()).singleElement().asString().contains(held);
    } finally {
      jdbc.update("update authored_quiz set published = 1 where id = ?", held);
    }
  }

  /** A second edition, not yet taken up, that names so many images nowhere but in its words. */
  private void publishedNaming(int images) {
    StringBuilder names = new StringBuilder("\n");
    for (int i = 0; i < images; i++) {
      names.append("# %064x.png%n".formatted(i));
    }
    jdbc.update(
        "insert into authored_edition"
            + " (quiz_id, edition, yaml, published_by, published_at, note, published)"
            + " select quiz_id, 2, yaml || ?, published_by, published_at, note, published"
            + " from authored_edition where quiz_id = ?",
        names.toString(),
        draft);
    jdbc.update("update authored_quiz set published = 2 where id = ?", draft);
  }

  private List<String> faultyFiles() {
    return fixtures.as(
        fixtures.administrator(),
        () ->
            status.files().stream()
                .filter(file -> !file.ok())
                .map(ContentStatus.FileStatus::name)
                .toList());
  }

  private String refused(byte[] file) {
    return ((Upload.Refused) files.upload(author.id(), file)).findings().getFirst().rule();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void whatNothingNamesAnyMoreIsLetGoOfADayLater() {
    String unused = bring(png);
    String used = bring(TestPictures.png(new Random().nextLong()));
    show(used, ALT);
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(unused)).as("undo may want it").isOne();
    later();
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(unused)).isZero();
    assertThat(kept(used)).isOne();
    publish();
    show("", "");
    publish();
    later();
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(used)).as("an edition of the past has it").isOne();
    publishing.restore(author.id(), draft, 1);
    assertThat(drafts.checked(author.id(), draft).check().publishable()).isTrue();
  }

  @Test
  void anEditionLongPastKeepsItsImages() {
    String used = bring(png);
    show(used, ALT);
    publish();
    show("", "");
    for (int edition = 2; edition <= 2 + PackedEditions.AFTER; edition++) {
      publish();
    }
    assertThat(
            jdbc.queryForObject(
                "select yaml from authored_edition where quiz_id = ? and edition = 1",
                String.class,
                draft))
        .as("packed by now")
        .isEmpty();
    later();
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(used)).isOne();
    publishing.restore(author.id(), draft, 1);
    assertThat(drafts.checked(author.id(), draft).check().publishable()).isTrue();
  }

  @Test
  void imagesOfThePastMakeRoom_andComeBackWithTheirEditionAsFarAsThereIsSome() {
    String first = bring(png);
    show(first, ALT);
    publish();
    String second = bring(another());
    show(second, ALT);
    publish();
    fill(first);
    assertThat(bringing.bring(author.id(), draft, another()))
        .as("undo may want it")
        .isEqualTo(new Brought.Full());
    later();
    fill(first);
    assertThat(bringing.bring(author.id(), draft, another())).isInstanceOf(Brought.Taken.class);
    assertThat(ofQuiz()).contains(hash(second)).doesNotContain(hash(first));
    publishing.restore(author.id(), draft, 1);
    assertThat(ofQuiz()).contains(hash(first));
    assertThat(rules()).isEmpty();
    publishing.restore(author.id(), draft, 2);
    later();
    fill(first);
    bring(another());
    assertThat(ofQuiz()).as("once more").doesNotContain(hash(first));
    fill(second);
    publishing.restore(author.id(), draft, 1);
    assertThat(rules()).as("said of its question").contains("image-missing");
    assertThat(catalogue.quiz(draft)).isPresent();
  }

  /** Restoring makes room itself, and must not let go of what it is about to take. */
  @Test
  void allImagesComeBack_alsoWhereOnlyAnotherQuizOfTheAuthorStillHasOne() {
    byte[] wanted = another();
    String first = bring(png);
    String second = bring(wanted);
    show(first, ALT);
    String other = new WrittenQuiz(drafts, author.id(), draft).typed("Who dances?", "bees");
    ItemBody.Question typed =
        (ItemBody.Question) drafts.draft(author.id(), draft).item(other).orElseThrow().body();
    new WrittenQuiz(drafts, author.id(), draft)
        .change(other, typed.showing(new ImageText(second, ALT)));
    publish();
    // As if room had been made: the second has no version of a question any more, and only
    // another quiz, which names it nowhere, has it still.
    jdbc.update("delete from authored_picture where quiz_id = ?", draft);
    jdbc.update(
        "update question_version set body = replace(body, ?, ?) where question_id = ?",
        hash(second),
        "0".repeat(64),
        other);
    String wasps = drafts.create(author.id(), "Wasps").id();
    assertThat(bringing.bring(author.id(), wasps, wanted)).isInstanceOf(Brought.Taken.class);
    jdbc.update(
        "update authored_picture set brought_at = ?, size = ? where quiz_id = ?",
        java.sql.Timestamp.from(java.time.Instant.EPOCH),
        DraftPictures.MAX_OF_AUTHOR,
        wasps);
    publishing.restore(author.id(), draft, 1);
    assertThat(ofQuiz()).contains(hash(first), hash(second));
    assertThat(kept(second)).isOne();
  }

  @Test
  void aDraftThatWasPutAsideAndWhatIsServedKeepTheirImagesWhenThereIsNoRoom() {
    String served = bring(png);
    show(served, ALT);
    publish();
    String aside = bring(another());
    show(aside, ALT);
    publishing.restore(author.id(), draft, 1);
    show("", "");
    later();
    fill(served);
    assertThat(bringing.bring(author.id(), draft, another())).isEqualTo(new Brought.Full());
    assertThat(ofQuiz()).contains(hash(served), hash(aside));
  }

  @Test
  void imagesOfThePastMakeRoomForOtherQuizzesOfTheAuthor() {
    String first = bring(png);
    show(first, ALT);
    publish();
    show("", "");
    publish();
    later();
    jdbc.update(
        "update authored_picture set size = ? where quiz_id = ?",
        DraftPictures.MAX_OF_AUTHOR,
        draft);
    String other = drafts.create(author.id(), "Wasps").id();
    assertThat(bringing.bring(author.id(), other, another())).isInstanceOf(Brought.Taken.class);
    assertThat(ofQuiz()).isEmpty();
  }

  @Test
  void aDraftThatWasPutAsideBringsBackNoImageThatItNeverHad() {
    String foreign = fixtures.as(author, () -> bring(png));
    Account stranger = fixtures.instructor();
    fixtures.signIn(stranger);
    author = stranger;
    draft = drafts.create(stranger.id(), "Wasps").id();
    question = new WrittenQuiz(drafts, stranger.id(), draft).complete();
    publish();
    show(foreign, ALT);
    publishing.restore(stranger.id(), draft, 1);
    publishing.restore(stranger.id(), draft, 2);
    assertThat(ofQuiz()).isEmpty();
    assertThat(sees(stranger, foreign)).isFalse();
  }

  private static byte[] another() {
    return TestPictures.png(new Random().nextLong());
  }

  /** As if one image took all the room of a quiz. */
  private void fill(String file) {
    jdbc.update(
        "update authored_picture set size = case when hash = ? then ? else 1 end where quiz_id = ?",
        hash(file),
        DraftPictures.MAX_OF_QUIZ,
        draft);
  }

  private List<String> ofQuiz() {
    return jdbc.queryForList(
        "select hash from authored_picture where quiz_id = ?", String.class, draft);
  }

  @Test
  void whatWasReplacedJustNowStaysForUndo() {
    String used = bring(png);
    show(used, ALT);
    later();
    show("", "");
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(used)).as("undo may want it").isOne();
    show(used, ALT);
    assertThat(rules()).isEmpty();
    show("", "");
    later();
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(used)).isZero();
  }

  @Test
  void whatIsBroughtAnewStaysAsIfItWereNew() {
    String file = bring(png);
    later();
    assertThat(bring(png)).isEqualTo(file);
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(file)).isOne();
  }

  @Test
  void aDraftThatWasPutAsideKeepsTheImagesOfItsRetiredQuestions() {
    String other = new WrittenQuiz(drafts, author.id(), draft).typed("Who dances?", "bees");
    publish();
    String file = bring(png);
    show(file, ALT);
    drafts.retire(author.id(), draft, question, true);
    int aside = 2;
    publishing.restore(author.id(), draft, 1);
    assertThat(publishing.history(author.id(), draft).getFirst().number()).isEqualTo(aside);
    assertThat(files.download(author.id(), draft)).contains(other).doesNotContain(file);
    later();
    bring(TestPictures.png(new Random().nextLong()));
    assertThat(kept(file)).isOne();
    publishing.restore(author.id(), draft, aside);
    drafts.retire(author.id(), draft, question, false);
    assertThat(rules()).isEmpty();
  }

  private void later() {
    jdbc.update(
        "update authored_picture set brought_at = ? where quiz_id = ?",
        java.sql.Timestamp.from(java.time.Instant.EPOCH.plus(Duration.ofDays(1))),
        draft);
  }

  @Test
  void thereIsAnEndToHowMuchAQuizHolds() {
    String first = bring(png);
    jdbc.update(
        "update authored_picture set size = ? where quiz_id = ?", DraftPictures.MAX_OF_QUIZ, draft);
    byte[] more = TestPictures.png(new Random().nextLong());
    assertThat(bringing.bring(author.id(), draft, more)).isEqualTo(new Brought.Full());
    assertThat(bring(png)).as("what is there takes no room").isEqualTo(first);
  }

  @Test
  void aDraftWithoutImagesIsCheckedWithAsManyStatementsAsEver() {
    String other = drafts.create(author.id(), "Wasps").id();
    new WrittenQuiz(drafts, author.id(), other).complete();
    show(bring(png), ALT);
    long without = counter.statementsOf(() -> drafts.checked(author.id(), other));
    long with = counter.statementsOf(() -> drafts.checked(author.id(), draft));
    assertThat(with).isEqualTo(without + 2);
    assertThat(without).isEqualTo(4);
  }
}
