package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.KeypointApplication;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.time.StudyCalendar;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A server in a process of its own, with one author, that can be killed and started again where it
 * was: at the same address, with what its database has.
 */
final class AuthorsServer implements AutoCloseable {

  static final String AUTHOR = "author";
  static final String PASSWORD = "correct horse battery";
  private static final String READY = "AUTHORS MAY COME";

  private final Path data;
  private final int port;
  private @Nullable Process process;

  AuthorsServer(Path data) throws IOException {
    this.data = data;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  /** Runs until killed. */
  public static void main(String[] args) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                "--keypoint.data-dir=" + args[0],
                "--server.port=" + args[1],
                "--management.server.port=0",
                "--logging.level.root=error");
    Accounts accounts = context.getBean(Accounts.class);
    if (accounts.byUsername(AUTHOR).isEmpty()) {
      accounts.create(
          new NewAccount(
              AUTHOR,
              "The author",
              PASSWORD,
              Role.INSTRUCTOR,
              new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
              null));
    }
    System.out.println(READY);
    System.out.flush();
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Returns when authors may come. */
  void start() throws IOException, InterruptedException {
    Path output = Files.createTempFile(data, "server-", ".out");
    Process started =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AuthorsServer.class.getName(),
                    data.toString(),
                    String.valueOf(port)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process = started;
    while (!Files.readString(output).contains(READY)) {
      assertThat(started.isAlive()).as("%s", output).isTrue();
      Thread.sleep(50);
    }
  }

  /** Kills it with -9 and returns when it is dead. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
      process = null;
    }
  }

  /** What a dead server has left. */
  JdbcTemplate left() {
    return new JdbcTemplate(
        new DriverManagerDataSource(
            "jdbc:h2:file:%s;IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                .formatted(data.resolve("keypoint")),
            "keypoint",
            ""));
  }

  @Override
  public void close() {
    kill();
  }
}
