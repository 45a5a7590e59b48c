package app.keypoint.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of the tests' classes in processes of their own, which end with this one. */
final class Programs {

  private static final File NICE = new File("/usr/bin/nice");

  private Programs() {}

  static Process start(List<String> options, Class<?> program, List<String> arguments)
      throws IOException {
    return start(List.of(), options, program, arguments);
  }

  /** Starts one that comes last for the processors, where that can be said. */
  static Process startNicely(List<String> options, Class<?> program, List<String> arguments)
      throws IOException {
    List<String> nice = NICE.canExecute() ? List.of(NICE.getPath(), "-n", "10") : List.of();
    return start(nice, options, program, arguments);
  }

  private static Process start(
      List<String> before, List<String> options, Class<?> program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    // However this one is ended.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  /** Where a {@link ServerUnderLoad} listens, as soon as it does. */
  static int port(Process server) throws IOException {
    BufferedReader lines = lines(server);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(ServerUnderLoad.LISTENS)) {
        drain(lines);
        return Integer.parseInt(line.substring(ServerUnderLoad.LISTENS.length()));
      }
    }
    throw new IOException("The server did not start");
  }

  static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A process whose output nobody reads comes to a halt. */
  private static void drain(BufferedReader lines) {
    var unused = Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
  }
}
