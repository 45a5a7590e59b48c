package app.keypoint.load;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The proxy of {@code script/container/haproxy.cfg}, with other addresses and without TLS. */
final class HaProxy implements AutoCloseable {

  /** The cookie by which it remembers who is served where. */
  static final String COOKIE = "keypoint-server";

  private static final Path SAMPLE = Path.of("script/container/haproxy.cfg");

  private final int port = Node.freePort();
  private final Path folder;
  private final Path socket;
  private @Nullable Process process;

  /**
   * @param folder whose path is short, as a socket's has to be
   */
  HaProxy(Path folder) {
    this.folder = folder;
    this.socket = folder.resolve("admin.sock");
  }

  /** The program, if this machine has it: on the PATH, or where systems keep such. */
  static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
        .map(place -> Path.of(place, "haproxy"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void start(Node a, Node b) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLE)) {
      lines.add(
          line.replaceFirst("^\tbind .*", "\tbind 127.0.0.1:" + port)
              .replaceFirst("stats socket \\S+", "stats socket " + socket)
              // Without TLS no browser would send it back.
              .replaceFirst(" secure ", " ")
              .replaceFirst("server a \\S+ port \\d+", server("a", a))
              .replaceFirst("server b \\S+ port \\d+", server("b", b)));
    }
    Path configuration = Files.write(folder.resolve("haproxy.cfg"), lines);
    process =
        new ProcessBuilder(
                program().orElseThrow().toString(), "-db", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(folder.resolve("haproxy.log").toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static String server(String name, Node node) {
    return "server %s 127.0.0.1:%d port %d".formatted(name, node.port(), node.managementPort());
  }

  /** Whether a browser with this cookie is served by a server; times follow its name. */
  static boolean isServedBy(String server, Optional<String> cookie) {
    return cookie.filter(value -> value.split("\\|", 2)[0].equals(server)).isPresent();
  }

  int port() {
    return port;
  }

  /** Keeps those on a server who are there, and sends it nobody else. */
  void drain(String server) throws IOException {
    ask("set server keypoint/" + server + " state drain");
  }

  /** Sends a server nobody any more. */
  void close(String server) throws IOException {
    ask("set server keypoint/" + server + " state maint");
  }

  /** Whether it serves by a server. */
  boolean isUp(String server) throws IOException {
    return Files.exists(socket)
        && ask("show stat")
            .lines()
            .anyMatch(line -> line.matches("keypoint," + server + ",.*,UP,.*"));
  }

  private String ask(String command) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(StandardCharsets.UTF_8.encode(command + "\n"));
      StringBuilder answer = new StringBuilder();
      ByteBuffer part = ByteBuffer.allocate(8_192);
      while (channel.read(part) >= 0) {
        answer.append(StandardCharsets.UTF_8.decode(part.flip()));
        part.clear();
      }
      return answer.toString();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
