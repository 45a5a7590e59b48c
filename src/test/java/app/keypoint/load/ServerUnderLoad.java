package app.keypoint.load;

import app.keypoint.KeypointApplication;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.time.StudyCalendar;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * A server of its own with a learner, set up as behind a proxy, so that everybody who comes can
 * have an address of their own. Says on standard output where it listens.
 */
final class ServerUnderLoad {

  static final String LEARNER = "learner";
  static final String PASSWORD = "correct horse battery";
  static final String LISTENS = "LISTENS ";

  private ServerUnderLoad() {}

  /**
   * Runs until it is ended.
   *
   * @param args the data folder, then further settings
   */
  public static void main(String[] args) {
    var server =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(KeypointApplication.class)
                .run(
                    Stream.concat(
                            Stream.of(
                                "--keypoint.data-dir=" + args[0],
                                "--keypoint.proxies=127.0.0.1",
                                "--keypoint.registration=open",
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--management.server.port=0",
                                "--logging.level.root=error"),
                            Stream.of(args).skip(1))
                        .toArray(String[]::new));
    server
        .getBean(Accounts.class)
        .create(
            new NewAccount(
                LEARNER,
                LEARNER,
                PASSWORD,
                Role.LEARNER,
                new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                null));
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(LISTENS + server.getWebServer().getPort());
  }
}
