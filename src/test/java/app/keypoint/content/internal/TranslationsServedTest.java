package app.keypoint.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cards.Cards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.file.TranslationMarks;
import app.keypoint.content.grading.Outcome;
import app.keypoint.content.loading.ContentLoaded;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.loading.ContentStatus.FileStatus;
import app.keypoint.content.loading.QuizFileTexts;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.FruitQuiz;
import app.keypoint.support.QuizFolder;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One quiz in two languages, in a folder and a context of its own. */
@ServiceTest
@Tag("slow")
class TranslationsServedTest {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final String FRUIT = FruitQuiz.FIRST + FruitQuiz.CLOZE;
  private static final QuizFolder FILES = new QuizFolder();
  private static final Path FOLDER = FILES.path();

  @Autowired ContentLoader loader;
  @Autowired ContentStatus status;
  @Autowired Catalogue catalogue;
  @Autowired Translations translations;
  @Autowired QuizTaking taking;
  @Autowired Cards cards;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired QuizFileTexts texts;
  @Autowired JdbcTemplate jdbc;
  @Autowired ConfigurableApplicationContext context;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("keypoint.content.dir", FOLDER::toString);
    properties.add("keypoint.content.poll-interval", () -> "1h"); // the tests poll themselves
  }

  @BeforeEach
  void bothLanguages() throws Exception {
    fixtures.signIn(fixtures.administrator());
    FILES.write("fruit.yaml", FRUIT);
    FILES.write("fruit.zh-CN.yaml", FRUIT_ZH);
    TranslationMarks.run(List.of(FOLDER.resolve("fruit.zh-CN.yaml").toString()));
    notice();
  }

  @Test
  void everyTextComesInTheLanguageWanted() {
    Quiz quiz = catalogue.quiz("fruit").orElseThrow();
    assertThat(translations.of(quiz, CHINESE).text().title()).isEqualTo("水果");
    assertThat(translations.of(quiz, CHINESE).language()).isEqualTo(CHINESE);
    assertThat(translations.of(quiz, Locale.ENGLISH).text()).isEqualTo(quiz);
    KeyPoint point = quiz.keyPoints().getFirst();
    assertThat(translations.of(point, CHINESE).text().text()).isEqualTo("苹果是水果，长在树上。");
    assertThat(translations.of(point, CHINESE).text().paragraph()).isEqualTo(1);
    assertThat(translations.of(question("f-1"), CHINESE).text().stem()).isEqualTo("哪一个是水果？");
    assertThat(status.files()).extracting(FileStatus::findings).containsOnly(List.of());
  }

  @Test
  void wordsCostNoQuery() {
    Question question = question("f-1");
    assertThat(counter.statementsOf(() -> translations.of(question, CHINESE))).isZero();
  }

  @Test
  void whatIsNotTranslatedStaysInItsOwnLanguage() throws IOException {
    FILES.write("fruit.zh-CN.yaml", read().replaceAll("(?s)  - id: f-2.*", ""));
    notice();
    assertThat(translations.of(question("f-2"), CHINESE).language()).isEqualTo(Locale.ENGLISH);
    assertThat(translations.of(question("f-1"), CHINESE).language()).isEqualTo(CHINESE);
    FileStatus file = status.files().getLast();
    assertThat(file.ok()).isTrue();
    assertThat(file.questions()).isEqualTo(1);
    assertThat(Objects.requireNonNull(file.translation()).total()).isEqualTo(2);
  }

  @Test
  void aChangeOfTheOriginalLeavesTheTranslationServedAndMarksIt() throws IOException {
    QuestionVersion before = catalogue.question("f-1").orElseThrow();
    FILES.write("fruit.yaml", FRUIT.replace("Which one is a fruit?", "Which of these is a fruit?"));
    notice();
    assertThat(translations.of(question("f-1"), CHINESE).language()).isEqualTo(CHINESE);
    assertThat(Objects.requireNonNull(status.files().getLast().translation()).stale()).isEqualTo(1);
    assertThat(status.files().getLast().findings())
        .extracting(Finding::rule)
        .containsExactly("stale-translation");
    assertThat(translations.of(before.question(), CHINESE).text())
        .as("a wording of the past has no translation")
        .isEqualTo(before.question());
  }

  @Test
  void aNewKeyInTheOriginalIsAskedInTheOriginal() throws IOException {
    FILES.write("fruit.yaml", FRUIT.replace("{id: c, text: Stone", "{id: d, text: Stone"));
    notice();
    assertThat(translations.of(question("f-1"), CHINESE).language()).isEqualTo(Locale.ENGLISH);
    assertThat(translations.of(question("f-2"), CHINESE).language()).isEqualTo(CHINESE);
  }

  @Test
  void aTranslationMakesNoVersionAndNoQuizOfItsOwn() throws IOException {
    QuestionVersion before = catalogue.question("f-2").orElseThrow();
    FILES.write("fruit.zh-CN.yaml", read().replace("{{树::一种植物}}", "{{大树::一种植物}}"));
    notice();
    assertThat(catalogue.question("f-2")).contains(before);
    assertThat(catalogue.quizzes()).extracting(Quiz::id).containsExactly("fruit");
  }

  @Test
  void aTranslationWithAnErrorLeavesTheOriginalServed() throws IOException {
    FILES.write("fruit.zh-CN.yaml", "title: [");
    notice();
    assertThat(catalogue.quiz("fruit")).isPresent();
    assertThat(translations.of(question("f-1"), CHINESE).language()).isEqualTo(Locale.ENGLISH);
    assertThat(status.ok()).isFalse();
  }

  @Test
  void aDownloadHasTheTranslationsThatAreServedWithItsText() throws IOException {
    String served = read();
    assertThat(texts.translated("fruit").orElseThrow())
        .isEqualTo(new QuizFileTexts.Translated(FRUIT, Map.of("zh-CN", served)));
    FILES.write("fruit.yaml", FRUIT.replace("Which one is a fruit?", "Which of these is a fruit?"));
    FILES.write("fruit.zh-CN.yaml", served.replace("哪一个是水果？", "以下哪一个是水果？"));
    QuizFileTexts.Translated early = texts.translated("fruit").orElseThrow();
    assertThat(early.original()).contains("Which one is a fruit?");
    assertThat(early.translations())
        .as("not taken up yet")
        .containsExactly(Map.entry("zh-CN", served));
    notice();
    assertThat(texts.translated("fruit").orElseThrow().translations().get("zh-CN"))
        .isEqualTo(read());
    Files.delete(FOLDER.resolve("fruit.zh-CN.yaml"));
    assertThat(texts.translated("fruit").orElseThrow().translations()).isNotEmpty();
    notice();
    assertThat(texts.translated("fruit").orElseThrow().translations()).isEmpty();
  }

  @Test
  void aLoadThatFailsLeavesTranslationsServedAndDownloaded() throws IOException {
    jdbc.execute("alter table question_version rename to elsewhere");
    try {
      FILES.write(
          "fruit.yaml", FRUIT.replace("Which one is a fruit?", "Which of these is a fruit?"));
      loader.poll();
      assertThatThrownBy(loader::poll).isInstanceOf(RuntimeException.class);
    } finally {
      jdbc.execute("alter table elsewhere rename to question_version");
    }
    assertThat(status.files())
        .filteredOn(file -> !file.ok())
        .extracting(FileStatus::name)
        .containsExactly("fruit.yaml");
    assertThat(texts.translated("fruit").orElseThrow().translations()).containsOnlyKeys("zh-CN");
  }

  @Test
  void whereTheReportFails_whatIsDownloadedIsWhatIsServed() throws IOException {
    ApplicationListener<ApplicationEvent> failing =
        event -> {
          if (event instanceof PayloadApplicationEvent<?> told
              && told.getPayload() instanceof ContentLoaded) {
            throw new IllegalStateException("Nobody listens");
          }
        };
    context.addApplicationListener(failing);
    try {
      FILES.write("fruit.zh-CN.yaml", read().replace("哪一个是水果？", "以下哪一个是水果？"));
      loader.poll();
      assertThatThrownBy(loader::poll).hasMessage("Nobody listens");
    } finally {
      context.getBean(ApplicationEventMulticaster.class).removeApplicationListener(failing);
    }
    assertThat(translations.of(question("f-1"), CHINESE).text().stem()).isEqualTo("以下哪一个是水果？");
    assertThat(texts.translated("fruit").orElseThrow().translations())
        .containsExactly(Map.entry("zh-CN", read()));
  }

  @Test
  void aTranslationWithoutItsOriginalIsNamed() throws IOException {
    FILES.write("nuts.zh-CN.yaml", FRUIT_ZH);
    notice();
    FileStatus orphan = status.files().getLast();
    assertThat(orphan.ok()).isFalse();
    assertThat(orphan.findings()).extracting(Finding::rule).containsExactly("orphaned-translation");
    Files.delete(FOLDER.resolve("nuts.zh-CN.yaml"));
    notice();
    assertThat(status.ok()).isTrue();
  }

  @Test
  void whatIsTypedIsGradedByTheLanguageInWhichItWasAsked() {
    Account learner = fixtures.learner();
    fixtures.signIn(learner);
    Attempt attempt = taking.start(learner.id(), "fruit");
    Attempt.Item cloze = attempt.item(2);
    Response.Typed inEnglish = new Response.Typed("树", false);
    assertThat(
            app.keypoint.content.grading.Grading.outcome(cloze.asked().question(), inEnglish)
                .right())
        .isFalse();
    Outcome outcome =
        taking.answer(
            learner.id(),
            attempt.id(),
            2,
            new Response.Typed("樹", false, CHINESE),
            Duration.ofSeconds(3));
    assertThat(outcome.right()).as("traditional for simplified").isTrue();
    Attempt.Answer kept =
        Objects.requireNonNull(taking.attempt(learner.id(), attempt.id()).item(2).answer());
    assertThat(kept.response()).isEqualTo(new Response.Typed("樹", false, CHINESE));
    assertThat(kept.outcome().match()).isEqualTo(Outcome.Match.EXACT);
  }

  @Test
  void aListedWrongAnswerGetsItsReasonInThatLanguageAndCanBeOverruled() {
    Account learner = fixtures.learner();
    fixtures.signIn(learner);
    Attempt attempt = taking.start(learner.id(), "fruit");
    Response bush = new Response.Typed("灌木", false, CHINESE);
    Outcome outcome = taking.answer(learner.id(), attempt.id(), 2, bush, Duration.ofSeconds(3));
    assertThat(outcome.why()).isEqualTo("浆果长在灌木上。");
    assertThat(taking.overrule(learner.id(), attempt.id(), 2).right()).isTrue();
    Attempt.Answer kept =
        Objects.requireNonNull(taking.attempt(learner.id(), attempt.id()).item(2).answer());
    assertThat(kept.response()).isEqualTo(new Response.Typed("灌木", true, CHINESE));
    assertThat(kept.outcome().why()).isEqualTo("浆果长在灌木上。");
  }

  @Test
  void cardsAreFoundByWordsOfEitherLanguage() {
    Account learner = fixtures.learner();
    fixtures.signIn(learner);
    Attempt attempt = taking.start(learner.id(), "fruit");
    taking.answer(
        learner.id(), attempt.id(), 1, new Response.Picked(java.util.Set.of("a")), Duration.ZERO);
    taking.answer(learner.id(), attempt.id(), 2, new Response.Typed("tree", false), Duration.ZERO);
    for (String words : List.of("which one", "哪一个")) {
      assertThat(cards.count(learner, new Cards.Filter(null, false, null, words)))
          .as(words)
          .isEqualTo(1);
    }
  }

  private Question question(String id) {
    return catalogue.question(id).orElseThrow().question();
  }

  /** Two looks: a change is taken up at the second. */
  private void notice() {
    loader.poll();
    loader.poll();
  }

  private static String read() throws IOException {
    return Files.readString(FOLDER.resolve("fruit.zh-CN.yaml"));
  }

  private static final String FRUIT_ZH =
      """
      schema: 1
      title: 水果
      article: {title: 论水果, author: 佚名, section: 苹果}
      keyPoints:
        - id: kp-apple
          title: 苹果是水果
          topic: 苹果
          text: 苹果是水果，长在树上。
      questions:
        - id: f-1
          stem: 哪一个是水果？
          options:
            - {id: a, text: 苹果, correct: true}
            - {id: b, text: 椅子, why: 椅子是木头做的。}
            - {id: c, text: 石头, why: 只有桃子里有核。}
          explanation: 第一段这样称呼苹果。
        - id: f-2
          stem: "苹果挂在{{树::一种植物}}上。"
          accept: [苹果树]
          wrong:
            - {text: 灌木, why: 浆果长在灌木上。}
          explanation: 第一段说了它长在哪里。
      """;
}
