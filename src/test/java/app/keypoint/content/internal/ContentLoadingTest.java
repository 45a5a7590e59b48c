package app.keypoint.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.loading.ContentLoaded;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.loading.QuestionsChanged;
import app.keypoint.support.Fixtures;
import app.keypoint.support.FruitQuiz;
import app.keypoint.support.QuizFolder;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A folder of its own, in a context of its own: what is served is one for all. */
@ServiceTest
@RecordApplicationEvents
@Tag("slow")
class ContentLoadingTest {

  private static final String FRUIT = FruitQuiz.FIRST + FruitQuiz.CLOZE;
  private static final QuizFolder FILES = new QuizFolder();
  private static final Path FOLDER = FILES.path();

  @Autowired ContentLoader loader;
  @Autowired ContentStatus status;
  @Autowired Fixtures fixtures;
  @Autowired Catalogue catalogue;
  @Autowired StatementCounter counter;
  @Autowired EntityManagerFactory factory;
  @Autowired ApplicationEvents events;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("keypoint.content.dir", FOLDER::toString);
    properties.add("keypoint.content.poll-interval", () -> "1h"); // the tests poll themselves
  }

  @BeforeEach
  void oneQuiz() throws IOException {
    fixtures.signIn(fixtures.administrator());
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    FILES.write("fruit.yaml", FRUIT);
    notice();
  }

  @Test
  void servesAQuizWithItsKeyPointsAndQuestions() {
    Quiz quiz = catalogue.quiz("fruit").orElseThrow();
    assertThat(quiz.title()).isEqualTo("Fruit");
    assertThat(quiz.keyPoints()).extracting("title").containsExactly("Apples are fruit");
    assertThat(quiz.questions()).extracting(v -> v.question().id()).containsExactly("f-1", "f-2");
    assertThat(catalogue.keyPoint("kp-apple")).contains(quiz.keyPoints().getFirst());
    assertThat(question("f-2").question()).isInstanceOf(Question.Cloze.class);
    assertThat(((Question.Cloze) question("f-2").question()).answer()).isEqualTo("tree");
  }

  @Test
  void readsOfWhatIsServedCostNoQuery() {
    long id = question("f-1").id();
    assertThat(
            counter.statementsOf(
                () -> {
                  catalogue.quizzes();
                  catalogue.quiz("fruit");
                  catalogue.question("f-1");
                  return catalogue.versions(List.of(id));
                }))
        .isZero();
  }

  @Test
  void knowsWhereAFileStatesAQuestion() {
    int line = FRUIT.substring(0, FRUIT.indexOf("id: f-2")).split("\n", -1).length;
    assertThat(status.placeOf("f-2")).contains(new ContentStatus.Place("fruit.yaml", line));
    assertThat(status.placeOf("f-9")).isEmpty();
  }

  @Test
  void loadingTwiceChangesNothing() throws IOException {
    Map<Long, QuestionVersion> before = catalogue.versions(List.of(question("f-1").id()));
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.clear();
    FILES.write("fruit.yaml", FRUIT);
    notice();
    assertThat(statistics.getEntityInsertCount()).isZero();
    assertThat(statistics.getEntityUpdateCount()).isZero();
    assertThat(statistics.getEntityLoadCount()).isPositive(); // it did look
    assertThat(catalogue.versions(before.keySet())).isEqualTo(before);
  }

  @Test
  void anEditToWordingIsANewVersionOfTheSameSeries() throws IOException {
    QuestionVersion before = question("f-1");
    FILES.write("fruit.yaml", FRUIT.replace("Which one is a fruit?", "Which of these is a fruit?"));
    notice();
    assertThat(question("f-1").id()).isNotEqualTo(before.id());
    assertThat(question("f-1").series()).isEqualTo(before.series());
    assertThat(question("f-1").question().stem()).isEqualTo("Which of these is a fruit?");
    assertThat(catalogue.versions(List.of(before.id()))).containsValue(before);
  }

  @Test
  void anEditToOptionsStartsASeriesAndTakingItBackResumesTheOld() throws IOException {
    QuestionVersion before = question("f-1");
    FILES.write("fruit.yaml", FRUIT.replace("text: Chair", "text: Sofa"));
    notice();
    assertThat(question("f-1").series()).isGreaterThan(before.series());
    FILES.write("fruit.yaml", FRUIT);
    notice();
    assertThat(question("f-1")).isEqualTo(before);
  }

  @Test
  void aQuestionThatLeavesItsFileIsRetiredAndMayComeBack() throws IOException {
    QuestionVersion before = question("f-2");
    FILES.write("fruit.yaml", FRUIT.substring(0, FRUIT.indexOf("  - id: f-2")));
    notice();
    assertThat(catalogue.question("f-2")).isEmpty();
    assertThat(catalogue.quiz("fruit").orElseThrow().questions()).hasSize(1);
    assertThat(catalogue.versions(List.of(before.id()))).containsValue(before);
    assertThat(changed()).isEqualTo(new QuestionsChanged(Set.of("f-2"), Set.of()));
    FILES.write("fruit.yaml", FRUIT);
    notice();
    assertThat(question("f-2")).isEqualTo(before);
    assertThat(changed()).isEqualTo(new QuestionsChanged(Set.of(), Set.of("f-2")));
  }

  @Test
  void aFileThatIsDeletedRetiresItsQuiz() throws IOException {
    Files.delete(FOLDER.resolve("fruit.yaml"));
    notice();
    assertThat(catalogue.quizzes()).isEmpty();
    assertThat(catalogue.keyPoint("kp-apple")).isEmpty();
    assertThat(changed().retired()).containsExactlyInAnyOrder("f-1", "f-2");
    assertThat(status.files()).isEmpty();
  }

  @Test
  void aBadFileLeavesWhatWasServedAndOtherFilesLoad() throws IOException {
    QuestionVersion before = question("f-1");
    FILES.write("fruit.yaml", FRUIT.replace("questions:", "questions: ["));
    FILES.write(
        "tools.yaml", FRUIT.replace("fruit", "tools").replace("f-", "t-").replace("kp-", "kpt-"));
    notice();
    assertThat(question("f-1")).isEqualTo(before);
    assertThat(catalogue.quiz("tools")).isPresent();
    assertThat(status.ok()).isFalse();
    ContentStatus.FileStatus bad = status.files().getFirst();
    assertThat(bad.ok()).isFalse();
    assertThat(bad.questions()).isEqualTo(2);
    assertThat(bad.findings()).first().matches(f -> f.error() && f.line() > 10);
    FILES.write("fruit.yaml", FRUIT);
    notice();
    assertThat(status.ok()).isTrue();
  }

  @Test
  void aCopyOfAFileIsRefusedAndTakesNothingOver() throws IOException {
    QuestionVersion before = question("f-1");
    FILES.write("a-copy.yaml", FRUIT.replace("id: fruit", "id: copy"));
    notice();
    assertThat(question("f-1")).isEqualTo(before);
    assertThat(catalogue.quiz("copy")).isEmpty();
    ContentStatus.FileStatus copy = status.files().getFirst();
    assertThat(copy.ok()).isFalse();
    assertThat(copy.findings())
        .extracting(Finding::rule)
        .containsExactly("duplicate-id", "duplicate-id", "duplicate-id");
    assertThat(copy.findings().getLast())
        .hasToString(
            "a-copy.yaml:22:5: error in f-2: There is a question f-2 in fruit.yaml too."
                + " Give this one another id, or remove one of the two. [duplicate-id]");
  }

  @Test
  void aKeyPointGoesByItsTopicOrElseByItsTitle() throws IOException {
    assertThat(catalogue.keyPoint("kp-apple").orElseThrow().topicOrTitle())
        .isEqualTo("What apples are");
    FILES.write("fruit.yaml", FRUIT.replace("    topic: What apples are\n", ""));
    notice();
    assertThat(catalogue.keyPoint("kp-apple").orElseThrow().topicOrTitle())
        .isEqualTo("Apples are fruit");
  }

  @Test
  void aFileThatIsRenamedKeepsItsHistory() throws IOException {
    QuestionVersion before = question("f-1");
    Files.move(FOLDER.resolve("fruit.yaml"), FOLDER.resolve("apples.yaml"));
    notice();
    assertThat(question("f-1")).isEqualTo(before);
    assertThat(events.stream(QuestionsChanged.class)).isEmpty();
  }

  @Test
  void tellsHowALookWent() throws IOException {
    FILES.write("broken.yaml", "schema: 1");
    notice();
    assertThat(events.stream(ContentLoaded.class))
        .last()
        .satisfies(
            loaded -> {
              assertThat(loaded.files()).isEqualTo(2);
              assertThat(loaded.ok()).isEqualTo(1);
              assertThat(loaded.failed()).isEqualTo(1);
              assertThat(loaded.findings())
                  .filteredOn(Finding::error)
                  .isNotEmpty()
                  .allMatch(finding -> finding.file().equals("broken.yaml"));
            });
  }

  @Test
  void aFileThatIsNotTextIsReported() throws IOException {
    Files.write(FOLDER.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    notice();
    assertThat(status.files().getLast().findings())
        .singleElement()
        .matches(finding -> finding.message().contains("UTF-8"));
  }

  @Test
  void aChangeIsTakenUpOnceTheFileIsAtRest() throws IOException {
    FILES.write("fruit.yaml", FRUIT.substring(0, FRUIT.indexOf("  - id: f-2")));
    loader.poll();
    FILES.write("fruit.yaml", FRUIT); // the editor was still writing
    loader.poll();
    loader.poll();
    assertThat(events.stream(QuestionsChanged.class)).isEmpty();
  }

  @Test
  void aFolderOutOfReachChangesNothing() throws IOException {
    Path away = FOLDER.resolveSibling("away-" + FOLDER.getFileName());
    Files.move(FOLDER, away);
    try {
      notice();
      assertThat(catalogue.question("f-1")).isPresent();
      assertThat(status.ok()).isFalse();
    } finally {
      Files.move(away, FOLDER);
    }
    notice();
    assertThat(status.ok()).isTrue();
  }

  @Test
  void aVersionThatNeverWasIsNotFound() {
    assertThatThrownBy(() -> catalogue.versions(List.of(-1L)))
        .isInstanceOf(NoSuchElementException.class);
  }

  private QuestionVersion question(String id) {
    return catalogue.question(id).orElseThrow();
  }

  private QuestionsChanged changed() {
    return events.stream(QuestionsChanged.class).reduce((first, last) -> last).orElseThrow();
  }

  /** Two looks: a change is taken up at the second. */
  private void notice() {
    loader.poll();
    loader.poll();
  }
}
