package app.keypoint.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server with -9 while it acknowledges answers, again and again on the same database. The
 * number of kills is the system property {@code keypoint.kills}.
 */
@Tag("slow")
class KillSafetyTest {

  private static final int KILLS = Integer.getInteger("keypoint.kills", 2);
  private static final int MAX_MILLIS = 1_500;

  /** Answers acknowledged before each kill. */
  private static final int ENOUGH = 10;

  /** A server that does not start or hangs fails the test rather than holding up the build. */
  private static final Duration AT_LAST = Duration.ofMinutes(5);

  @TempDir Path data;

  /** Of every acknowledged answer, as {@link Click#logKey}. */
  private final Set<String> acknowledged = new HashSet<>();

  @Test
  void everyAcknowledgedAnswerIsInTheLogExactlyOnce() throws Exception {
    List<String> unanswered = List.of();
    for (int kill = 1; kill <= KILLS; kill++) {
      unanswered = answerUntilKilled(unanswered);
      check("after kill " + kill);
    }
    assertThat(acknowledged).as("answers acknowledged").hasSizeGreaterThan(ENOUGH * KILLS);
  }

  /** Returns what was sent last and not acknowledged. */
  private List<String> answerUntilKilled(List<String> again) throws Exception {
    Path output = Files.createTempFile(data, "probe-", ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(AnsweringProbe.class.getName(), data.toString()));
    command.addAll(again);
    Process server =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      awaitAcknowledgements(server, output);
      Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_MILLIS));
    } finally {
      server.destroyForcibly().waitFor();
    }
    return read(output);
  }

  private static void awaitAcknowledgements(Process server, Path output) throws Exception {
    long begun = System.nanoTime();
    while (Files.readString(output).split("ACK ", -1).length <= ENOUGH + 5) {
      assertThat(server.isAlive()).as(() -> contents(output)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .as(() -> "started, and too few answers acknowledged: " + contents(output))
          .isLessThan(AT_LAST);
      Thread.sleep(50);
    }
  }

  private List<String> read(Path output) throws IOException {
    String text = Files.readString(output);
    List<Click> sent = new ArrayList<>();
    // The kill may have cut the last line short.
    text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .forEach(
            line -> {
              if (line.startsWith("SENT ")) {
                sent.add(Click.parse(line.substring("SENT ".length())));
              } else if (line.startsWith("ACK ")) {
                acknowledged.add(Click.parse(line.substring("ACK ".length())).logKey());
              }
            });
    return sent.stream()
        .filter(click -> !acknowledged.contains(click.logKey()))
        .map(Click::toString)
        .toList();
  }

  private void check(String when) throws SQLException {
    String url =
        "jdbc:h2:file:%s;IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            .formatted(data.resolve("keypoint"));
    try (Connection connection = DriverManager.getConnection(url, "keypoint", "")) {
      List<String> recorded =
          column(connection, "select card_id || '/' || card_version from review_log");
      assertThat(recorded).as("entries %s", when).doesNotHaveDuplicates();
      assertThat(recorded).as("acknowledged answers %s", when).containsAll(acknowledged);
      assertThat(
              column(
                  connection,
                  """
                  select id from card where version <>
                  (select count(*) from review_log where card_id = card.id)
                  """))
          .as("cards that do not follow from the log %s", when)
          .isEmpty();
      assertThat(column(connection, "select sum(answers) from learner_day"))
          .as("answers counted by day %s", when)
          .isEqualTo(column(connection, "select count(*) from review_log"));
    }
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
