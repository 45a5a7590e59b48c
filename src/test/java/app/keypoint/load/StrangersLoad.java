package app.keypoint.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A learner who answers, first alone and then beside a crowd of strangers. Server, strangers and
 * learner are processes of their own on this machine; where it can be said, the strangers' comes
 * last for the processors, since real ones bring their own.
 */
public final class StrangersLoad {

  /** What came of it: the learner's times, and how often strangers did what. */
  record Outcome(Latencies alone, Latencies beside, Map<String, Long> deeds) {}

  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private StrangersLoad() {}

  /**
   * @param args how many strangers, and for how many seconds
   */
  public static void main(String[] args) throws Exception {
    int strangers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    if (strangers > 5_000 || seconds > 600) {
      throw new IllegalArgumentException("At most 5,000 strangers for 600 seconds");
    }
    PrintStream out = System.out;
    Outcome outcome = run(strangers, Duration.ofSeconds(seconds), WARM_UP);
    var machine = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        "%n%d processors, load average %.1f%n",
        machine.getAvailableProcessors(), machine.getSystemLoadAverage());
    out.printf("%nA learner alone:             %s%n", outcome.alone());
    out.printf("Beside %,5d strangers:      %s%n%n", strangers, outcome.beside());
    long all = outcome.deeds().values().stream().mapToLong(Long::longValue).sum();
    out.printf("The strangers, %,d deeds (%,d a second), by answer:%n", all, all / seconds);
    outcome.deeds().forEach((what, times) -> out.printf("%,10d  %s%n", times, what));
  }

  /** Starts a server, lets all this happen and ends it. */
  static Outcome run(int strangers, Duration time, Duration warmUp) throws Exception {
    Path target = Files.createDirectories(Path.of("target"));
    Path data = Files.createTempDirectory(target, "load-").toAbsolutePath();
    Process server = java(List.of("-Xmx1g"), ServerUnderLoad.class, data.toString());
    try {
      int port = listens(server);
      AnsweringLearner learner = new AnsweringLearner(port);
      var warm = beside(port, Math.min(50, strangers), warmUp, () -> hurry(learner, warmUp));
      Latencies alone = learner.answer(Duration.ofSeconds(5), AnsweringLearner.THINKING);
      Crowd crowd =
          beside(port, strangers, time, () -> learner.answer(time, AnsweringLearner.THINKING));
      return new Outcome(alone, crowd.learner(), crowd.deeds());
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  /** A server that has just started has not compiled what it runs. */
  private static Latencies hurry(AnsweringLearner learner, Duration time)
      throws InterruptedException {
    return learner.answer(time, Duration.ZERO);
  }

  private record Crowd(Latencies learner, Map<String, Long> deeds) {}

  private static Crowd beside(int port, int strangers, Duration time, Callable<Latencies> meanwhile)
      throws Exception {
    Process crowd =
        java(
            List.of("-Xmx1g"),
            Strangers.class,
            String.valueOf(port),
            String.valueOf(strangers),
            String.valueOf(time.toSeconds()));
    try {
      Latencies learner = meanwhile.call();
      return new Crowd(learner, deeds(crowd));
    } finally {
      crowd.destroyForcibly().waitFor();
    }
  }

  private static Process java(List<String> options, Class<?> program, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (program.equals(Strangers.class) && new File("/usr/bin/nice").canExecute()) {
      command.addAll(List.of("/usr/bin/nice", "-n", "10"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    // It ends with this one, however this one is ended.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private static int listens(Process server) throws IOException {
    BufferedReader lines = reader(server);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(ServerUnderLoad.LISTENS)) {
        drain(lines);
        return Integer.parseInt(line.substring(ServerUnderLoad.LISTENS.length()));
      }
    }
    throw new IOException("The server did not start");
  }

  /** A process whose output nobody reads comes to a halt. */
  private static void drain(BufferedReader lines) {
    var unused = Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
  }

  private static Map<String, Long> deeds(Process crowd) throws Exception {
    Map<String, Long> deeds = new TreeMap<>();
    if (crowd.waitFor(60, TimeUnit.SECONDS)) {
      reader(crowd)
          .lines()
          .filter(line -> line.startsWith(Strangers.DID))
          .forEach(
              line -> {
                int number = line.lastIndexOf(' ');
                deeds.put(
                    line.substring(Strangers.DID.length(), number),
                    Long.parseLong(line.substring(number + 1)));
              });
    }
    return deeds;
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
