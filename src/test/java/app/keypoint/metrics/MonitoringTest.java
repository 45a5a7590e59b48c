package app.keypoint.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizFinished.Result;
import app.keypoint.quiz.QuizStarted;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionOperations;

/** What monitoring reads from the management port after things happened. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "keypoint.metrics.queue-max-age=0s")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class MonitoringTest {

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  @Autowired Reviewing reviewing;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired Catalogue catalogue;
  @Autowired Clock clock;

  @Value("${keypoint.data-dir}")
  Path dataDir;

  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Account learner;

  @BeforeEach
  void learner() {
    learner = fixtures.learner();
  }

  /** Where 127.0.0.2 is this machine too, what listens on all addresses is found there. */
  @Test
  void onlyThisMachinesOwnAddressReachesTheManagementPort() throws Exception {
    assertThat(listens("127.0.0.1", managementPort)).isTrue();
    assumeThat(listens("127.0.0.2", port)).isTrue();
    assertThat(listens("127.0.0.2", managementPort)).isFalse();
  }

  private static boolean listens(String address, int port) throws IOException {
    try (Socket _ = new Socket(address, port)) {
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  @Test
  void countsAnswersByGradeAndKind_withTheirTime() throws Exception {
    finishQuiz(0, 2);
    double hard = meter("keypoint_reviews_total{grade=\"3\",kind=\"scheduled\"}");
    double drill = meter("keypoint_reviews_total{grade=\"5\",kind=\"drill\"}");
    double slow = meter("keypoint_review_answer_time_seconds_bucket{le=\"20.0\"}");
    double quick = meter("keypoint_review_answer_time_seconds_bucket{le=\"5.0\"}");

    answerNext(Grade.HARD);
    answerNext(Grade.GOOD);
    answerNext(Grade.EASY);

    assertThat(meter("keypoint_reviews_total{grade=\"3\",kind=\"scheduled\"}")).isEqualTo(hard + 1);
    assertThat(meter("keypoint_reviews_total{grade=\"5\",kind=\"drill\"}")).isEqualTo(drill + 1);
    assertThat(meter("keypoint_review_answer_time_seconds_bucket{le=\"20.0\"}"))
        .isEqualTo(slow + 3);
    assertThat(meter("keypoint_review_answer_time_seconds_bucket{le=\"5.0\"}")).isEqualTo(quick);
  }

  @Test
  void practiceIsCountedAsPractice() throws Exception {
    finishQuiz(2, 2);
    double drill = meter("keypoint_reviews_total{grade=\"4\",kind=\"drill\"}");
    double practice = meter("keypoint_reviews_total{grade=\"4\",kind=\"practice\"}");
    DueCard card =
        sessions
            .at(
                learner,
                new PracticeScope.OfQuiz(catalogue.quizzes().getFirst().id()),
                clock.instant())
            .next()
            .orElseThrow();
    practising.answer(
        learner,
        card.answer(
            Responses.right(card.question().question()), Grade.GOOD, Duration.ofSeconds(2)));
    assertThat(meter("keypoint_reviews_total{grade=\"4\",kind=\"practice\"}"))
        .isEqualTo(practice + 1);
    assertThat(meter("keypoint_reviews_total{grade=\"4\",kind=\"drill\"}")).isEqualTo(drill);
  }

  @Test
  void doesNotCountWhatWasRolledBack() throws Exception {
    finishQuiz(0, 1);
    double before = meter("keypoint_reviews_total{grade=\"4\",kind=\"scheduled\"}");
    transactions.executeWithoutResult(
        tx -> {
          answerNext(Grade.GOOD);
          tx.setRollbackOnly();
        });
    assertThat(meter("keypoint_reviews_total{grade=\"4\",kind=\"scheduled\"}")).isEqualTo(before);
  }

  @Test
  void countsQuizzesAndTheirScores() throws Exception {
    double started = meter("keypoint_quizzes_started_total");
    double finished = meter("keypoint_quizzes_finished_total");
    double below = meter("keypoint_quiz_score_percent_bucket{le=\"60.0\"}");
    double all = meter("keypoint_quiz_score_percent_bucket{le=\"80.0\"}");

    transactions.executeWithoutResult(
        tx -> events.publishEvent(new QuizStarted(1, learner.id(), "introduction")));
    finishQuiz(3, 4);

    assertThat(meter("keypoint_quizzes_started_total")).isEqualTo(started + 1);
    assertThat(meter("keypoint_quizzes_finished_total")).isEqualTo(finished + 1);
    assertThat(meter("keypoint_quiz_score_percent_bucket{le=\"60.0\"}")).isEqualTo(below);
    assertThat(meter("keypoint_quiz_score_percent_bucket{le=\"80.0\"}")).isEqualTo(all + 1);
  }

  @Test
  void showsHowManyCardsWait() throws Exception {
    double due = meter("keypoint_cards_due");
    finishQuiz(1, 4);
    assertThat(meter("keypoint_cards_due")).isEqualTo(due + 3);
    assertThat(meter("keypoint_cards_overdue")).isZero();
  }

  @Test
  void saysThatDatabaseAndContentAreWell() throws Exception {
    HttpResponse<String> health = get(managementPort, "/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body())
        .contains("\"status\":\"UP\"", "\"db\":{", "\"content\":{", "\"quizzes\":5");
    // Five quizzes, each with its translation.
    assertThat(meter("keypoint_content_files_total{result=\"loaded\"}")).isEqualTo(10);
    assertThat(meter("keypoint_content_files_total{result=\"failed\"}")).isZero();
  }

  @Test
  void tellsAContainerEngineToo() throws Exception {
    assertThat(healthOfContainer(managementPort)).isZero();
    assertThat(healthOfContainer(port)).as("what is no health").isOne();
    assertThat(healthOfContainer(1)).as("where nobody listens").isOne();
  }

  private static int healthOfContainer(int port) throws IOException, InterruptedException {
    ProcessBuilder check = new ProcessBuilder("script/container/health");
    check.environment().put("MANAGEMENT_PORT", String.valueOf(port));
    return check.redirectErrorStream(true).start().waitFor();
  }

  @Test
  void isNotToBeReadWhereLearnersAre() throws Exception {
    for (String path : List.of("/actuator", "/actuator/prometheus", "/actuator/health")) {
      HttpResponse<String> response = get(port, path);
      assertThat(response.statusCode()).as(path).isNotEqualTo(200);
      assertThat(response.body()).as(path).doesNotContain("keypoint_", "\"status\"");
    }
  }

  @Test
  void exposesNothingButHealthInfoAndMeters() throws Exception {
    assertThat(get(managementPort, "/actuator/env").statusCode()).isNotEqualTo(200);
    assertThat(get(managementPort, "/actuator/heapdump").statusCode()).isNotEqualTo(200);
  }

  @Test
  void checksTheDataForWhoeverHasTheOperatorsKey() throws Exception {
    Path file = dataDir.resolve("operator.key");
    String key = Files.readString(file);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    assertThat(dataCheck(managementPort, key, "state").statusCode()).isEqualTo(200);
    assertThat(dataCheck(managementPort, key, "check").statusCode()).isEqualTo(200);
    while (dataCheck(managementPort, key, "state").body().startsWith("RUNNING")) {
      Thread.sleep(20);
    }
    assertThat(get(managementPort, "/actuator/health").body())
        .contains("\"data\":{", "\"lastCheck\":", "\"finishedAt\":");
    assertThat(dataCheck(managementPort, key, "format").statusCode()).isEqualTo(400);
  }

  @Test
  void checksNothingForAnybodyElse() throws Exception {
    String key = Files.readString(dataDir.resolve("operator.key"));
    String before = dataCheck(managementPort, key, "state").body();
    for (String action : List.of("state", "check", "repair", "repair-saved", "cancel")) {
      for (String wrong : List.of("", "0".repeat(64), key.substring(1), key + "0")) {
        HttpResponse<String> refused = dataCheck(managementPort, wrong, action);
        assertThat(refused.statusCode()).as(action).isEqualTo(403);
        assertThat(refused.body()).doesNotContain(key, "learners");
      }
    }
    for (String wrong : List.of("", "0".repeat(64))) {
      assertThat(post(managementPort, "backup", wrong, "save").statusCode()).isEqualTo(403);
    }
    assertThat(post(port, "backup", key, "save").statusCode()).isNotEqualTo(200);
    assertThat(dataDir.resolve("backup")).doesNotExist();
    assertThat(dataCheck(managementPort, "0".repeat(2_000), "state").statusCode()).isEqualTo(413);
    assertThat(get(managementPort, "/actuator/datacheck").statusCode()).isNotEqualTo(200);
    assertThat(dataCheck(port, key, "state").statusCode()).isNotEqualTo(200);
    assertThat(dataCheck(managementPort, key, "state").body()).isEqualTo(before);
  }

  private static HttpResponse<String> dataCheck(int port, String key, String action)
      throws IOException, InterruptedException {
    return post(port, "datacheck", key, action);
  }

  private static HttpResponse<String> post(int port, String endpoint, String key, String action)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + endpoint))
              .header("Content-Type", "application/json")
              .POST(
                  BodyPublishers.ofString(
                      "{\"key\":\"%s\",\"action\":\"%s\"}".formatted(key, action)))
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void tagsNameNobody() throws Exception {
    Pattern tag = Pattern.compile("(\\w+)=\"");
    assertThat(get(managementPort, "/actuator/prometheus").body().lines())
        .filteredOn(line -> line.startsWith("keypoint_"))
        .isNotEmpty()
        .flatMap(line -> tag.matcher(line).results().map(match -> match.group(1)).toList())
        .containsOnly("grade", "kind", "le", "result");
  }

  private void finishQuiz(int right, int of) {
    List<QuestionVersion> questions = catalogue.quizzes().getFirst().questions();
    List<Result> results =
        IntStream.range(0, of)
            .mapToObj(i -> new Result(questions.get(i).question().id(), i < right))
            .toList();
    transactions.executeWithoutResult(
        tx ->
            events.publishEvent(
                new QuizFinished(
                    1, learner.id(), "introduction", clock.instant(), right, of, results)));
  }

  private void answerNext(Grade grade) {
    DueCard card = reviewing.next(learner).orElseThrow();
    reviewing.answer(
        learner,
        card.answer(Responses.right(card.question().question()), grade, Duration.ofSeconds(12)));
  }

  private double meter(String name) throws IOException, InterruptedException {
    return get(managementPort, "/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No meter " + name));
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
