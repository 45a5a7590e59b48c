package app.keypoint.authoring.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.keypoint.access.HeavyWork;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.QuizFiles.Upload;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.QuizRepository;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.loading.QuizFileTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.support.Fixtures;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthoringTest
class QuizFilesTest {

  @Autowired Drafts drafts;
  @Autowired QuizFiles files;
  @Autowired Publishing publishing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired QuizRepository quizzes;

  private Account author;

  @BeforeEach
  void anAuthor() {
    author = fixtures.instructor();
    fixtures.signIn(author);
  }

  @Test
  void everyQuizOfAFileIsCopiedWholeAndCanBePublished() {
    List<QuizFiles.Copyable> fromFiles =
        files.copyable(author.id()).stream().filter(QuizFiles.Copyable::inFile).toList();
    assertThat(fromFiles).hasSizeGreaterThanOrEqualTo(5);
    for (QuizFiles.Copyable file : fromFiles) {
      Quiz original = catalogue.quiz(file.quizId()).orElseThrow();
      Draft copy = files.copy(author.id(), file.quizId());
      ParsedQuiz written = parsed(copy.id());
      assertThat(written.title()).isEqualTo(original.title());
      assertThat(written.questions())
          .extracting("stem", "explanation")
          .isEqualTo(
              original.questions().stream()
                  .map(
                      version ->
                          org.assertj.core.groups.Tuple.tuple(
                              version.question().stem(), version.question().explanation()))
                  .toList());
      assertThat(written.keyPoints())
          .extracting("title", "topic", "text", "paragraph")
          .hasSameSizeAs(original.keyPoints());
      assertThat(catalogue.question(written.questions().getFirst().id())).isEmpty();
      assertThat(publishing.preview(author.id(), copy.id()).check().publishable()).isTrue();
    }
  }

  @Test
  void aDraftDownloadsAsAFileThatLoadsBackToTheSame() {
    Draft draft = files.copy(author.id(), "open-source-gambit");
    String yaml = files.download(author.id(), draft.id());
    Draft again = ((Upload.Taken) files.upload(author.id(), yaml)).draft();
    ParsedQuiz first = parsed(draft.id());
    ParsedQuiz second = parsed(again.id());
    assertThat(second.questions())
        .usingRecursiveComparison()
        .ignoringFields("id", "keyPointId")
        .isEqualTo(first.questions());
    assertThat(second.keyPoints())
        .usingRecursiveComparison()
        .ignoringFields("id", "quizId")
        .isEqualTo(first.keyPoints());
    assertThat(second.article()).isEqualTo(first.article());
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void questionsOfAnUploadAskAboutItsOwnKeyPoints() {
    Draft draft = files.copy(author.id(), "introduction");
    List<String> points = draft.live(ItemKind.KEY_POINT).stream().map(item -> item.id()).toList();
    assertThat(draft.live(ItemKind.QUESTION))
        .isNotEmpty()
        .allMatch(item -> points.contains(((ItemBody.Question) item.body()).keyPointId()));
  }

  @Test
  void whatIsNoQuizFileIsRefusedWithPlaceAndReason() {
    assertThat(refused("questions: [")).first().matches(f -> f.line() >= 1);
    assertThat(refused("")).isNotEmpty();
    assertThat(refused("just text")).isNotEmpty();
    assertThat(refused("a: &x 1\nb: *x"))
        .extracting(Finding::message)
        .first()
        .asString()
        .contains("Anchors");
    assertThat(refused("[".repeat(50_000))).isNotEmpty();
    assertThat(refused("!!java.net.URL [x]")).isNotEmpty();
    assertThat(drafts.of(author.id())).isEmpty();
  }

  @Test
  void partsThatShareAnIdAcrossKindsAreRefused() {
    String yaml = files.download(author.id(), files.copy(author.id(), "introduction").id());
    String quiz = QuizFile.parse("x.yaml", yaml).quiz().id();
    String point = QuizFile.parse("x.yaml", yaml).quiz().keyPoints().getFirst().id();
    assertThat(refused(yaml.replace(point, quiz)))
        .extracting(Finding::rule)
        .containsExactly("duplicate-id");
  }

  @Test
  void aMillionAnswersAreRefused() {
    String yaml = files.download(author.id(), files.copy(author.id(), "introduction").id());
    String many = yaml.replaceFirst("accept: \\[", "accept: [" + "x, ".repeat(100_000));
    assertThat(many).isNotEqualTo(yaml);
    assertThat(refused(many)).extracting(Finding::rule).containsExactly("too-much");
    assertThatThrownBy(() -> files.upload(author.id(), "x".repeat(10_000_000)))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void aQuizOfAFileDownloadsAsTheFileHasIt() {
    String yaml = files.fileText(author.id(), "introduction");
    assertThat(yaml).contains("id: introduction");
    assertThat(files.inFiles(author.id()))
        .extracting(QuizFiles.Copyable::quizId)
        .contains("introduction");
    Draft draft = drafts.create(author.id(), "Bees");
    assertThatThrownBy(() -> files.fileText(author.id(), draft.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void aTranslatedQuizDownloadsWithItsTranslations_asTheFilesHaveThem() throws IOException {
    for (QuizFiles.Copyable quiz : files.inFiles(author.id())) {
      QuizFiles.Download download = files.fileOf(author.id(), quiz.quizId());
      assertThat(download.name()).isEqualTo(quiz.quizId() + ".zip");
      Map<String, String> inside = unpacked(download.bytes());
      assertThat(inside).containsOnlyKeys(quiz.quizId() + ".yaml", quiz.quizId() + ".zh-CN.yaml");
      for (Map.Entry<String, String> file : inside.entrySet()) {
        assertThat(file.getValue())
            .isEqualTo(Files.readString(Path.of("quizzes").resolve(file.getKey())));
      }
    }
  }

  @Test
  void ofATranslatedQuizADraftKeepsTheOriginal_andWhatItDoesNotKeepIsSaid() {
    byte[] packed = files.fileOf(author.id(), "introduction").bytes();
    Upload.Taken taken = (Upload.Taken) files.upload(author.id(), packed);
    assertThat(taken.languages()).containsExactly("zh-CN");
    assertThat(taken.notTaken()).isEmpty();
    assertThat(taken.draft().live(ItemKind.QUESTION))
        .hasSameSizeAs(catalogue.quiz("introduction").orElseThrow().questions());
    assertThat(files.file(author.id(), taken.draft().id()).name()).endsWith(".yaml");
  }

  private static Map<String, String> unpacked(byte[] zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void anUnfinishedDraftLoadsBackToTheSame() {
    Draft draft = files.copy(author.id(), "introduction");
    WrittenQuiz written = new WrittenQuiz(drafts, author.id(), draft.id());
    written.change(Drafts.ARTICLE, new ItemBody.Article("On bees", "", "", "", false));
    String point = draft.live(ItemKind.KEY_POINT).getFirst().id();
    written.change(point, new ItemBody.KeyPoint("", "", "Only its text.", 0, ""));
    for (ItemBody.Type type : ItemBody.Type.values()) {
      var unused =
          drafts.add(author.id(), draft.id(), 0, ItemBody.Question.empty(type, "").ofKeyPoint(""));
    }
    String yaml = files.download(author.id(), draft.id());
    Draft again = ((Upload.Taken) files.upload(author.id(), yaml)).draft();
    assertThat(again.items())
        .extracting(item -> plain(item.body()))
        .isEqualTo(draft(draft).items().stream().map(item -> plain(item.body())).toList());
  }

  private Draft draft(Draft of) {
    return drafts.draft(author.id(), of.id());
  }

  /** Without ids of its own, and without its place, which a copy does not take over. */
  private static ItemBody plain(ItemBody body) {
    return switch (body) {
      case ItemBody.Question question -> question.ofKeyPoint("");
      case ItemBody.Heading heading -> new ItemBody.Heading(heading.title(), 1, heading.terms());
      case ItemBody.Article article -> article;
      case ItemBody.KeyPoint point -> point;
    };
  }

  @Test
  void whatAnUnfinishedFileSaysMoreThanADraftCanHasItRefused() {
    String yaml = files.download(author.id(), drafts.create(author.id(), "").id());
    assertThat(refused(yaml + "colour: \"red\"\n"))
        .extracting(Finding::rule)
        .containsExactly("unknown-key");
    assertThat(refused(yaml.replaceFirst("(?m)^id: .*$", "")))
        .extracting(Finding::pointer)
        .containsExactly("/id");
    assertThat(refused(yaml.replace("questions: []", "questions: [{id: q, stem: \"What?\"}]")))
        .extracting(Finding::pointer)
        .contains("/questions/0/type");
    assertThat(files.upload(author.id(), yaml)).isInstanceOf(Upload.Taken.class);
  }

  @Test
  void aQuizThatIsLargerThanADraftMayBeIsNotCopied() {
    OpenQuizzes open = mock();
    QuizFileTexts texts = mock();
    StringBuilder huge = new StringBuilder("schema: 1\nid: huge\ntitle: Huge\nkeyPoints:\n");
    for (int i = 0; i < 100; i++) {
      huge.append("  - {id: k").append(i).append(", text: \"").append("x".repeat(4_000));
      huge.append("\"}\n");
    }
    when(texts.text("huge")).thenReturn(Optional.of(huge.toString()));
    when(open.require(author.id(), "huge"))
        .thenReturn(
            new Quiz("huge", "Huge", 1, new Quiz.Article("", "", ""), List.of(), List.of()));
    QuizFiles service =
        new QuizFilesService(
            quizzes,
            mock(),
            mock(),
            open,
            texts,
            mock(),
            mock(),
            new HeavyWork(),
            mock(),
            new DraftMaker(quizzes, mock(), mock(), mock(), mock(), mock()),
            mock(),
            mock());
    assertThatThrownBy(() -> service.copy(author.id(), "huge")).isInstanceOf(Drafts.TooLarge.class);
  }

  private List<Finding> refused(String yaml) {
    return ((Upload.Refused) files.upload(author.id(), yaml)).findings();
  }

  private ParsedQuiz parsed(String draft) {
    QuizFile file = QuizFile.parse("x.yaml", files.download(author.id(), draft));
    assertThat(file.findings()).noneMatch(Finding::error);
    assertThat(file.quiz()).isNotNull();
    return file.quiz();
  }
}
