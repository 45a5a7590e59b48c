package app.keypoint.load;

import app.keypoint.KeypointApplication;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of several servers on the same database: the program itself in a process of its own. */
final class Node {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final List<String> settings;
  private final int port = freePort();
  private final int management = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Process process;

  /**
   * @param folder its data folder
   */
  Node(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings = settings;
  }

  static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** Where it tells whether it is ready. */
  int managementPort() {
    return management;
  }

  /** Begins to start it. */
  void start() throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KeypointApplication.class.getName());
    command.add("--keypoint.data-dir=" + folder);
    command.add("--server.port=" + port);
    command.add("--management.server.port=" + management);
    command.addAll(settings);
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    process = started;
  }

  /** Waits until it says that it is ready. */
  void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready()) {
      if (process == null || !process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("It does not start: " + Files.readString(log()));
      }
      Thread.sleep(100);
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://127.0.0.1:%d/actuator/health/readiness"
                                  .formatted(management)))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it has written to its log. */
  String said() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  /** Kills it with -9. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /**
   * Asks it to end.
   *
   * @return whether it did so within a minute
   */
  boolean end() throws InterruptedException {
    if (process == null) {
      return true;
    }
    process.destroy();
    return process.waitFor(1, TimeUnit.MINUTES);
  }
}
