package app.keypoint.load;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A learner who answers, first alone and then beside a crowd of strangers. Server, strangers and
 * learner are processes of their own on this machine; where it can be said, the strangers' comes
 * last for the processors, since real ones bring their own.
 */
public final class StrangersLoad {

  /** What came of it: the learner's times, and how often strangers did what. */
  record Outcome(Latencies alone, Latencies beside, Map<String, Long> deeds) {}

  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration ALONE = Duration.ofSeconds(3);

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
    Process server =
        Programs.start(List.of("-Xmx1g"), ServerUnderLoad.class, List.of(data.toString()));
    try {
      int port = Programs.port(server);
      AnsweringLearner learner = new AnsweringLearner(port);
      var warm = beside(port, Math.min(50, strangers), warmUp, () -> hurry(learner, warmUp));
      Latencies alone = learner.answer(ALONE, AnsweringLearner.THINKING);
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
        Programs.startNicely(
            List.of("-Xmx1g"),
            Strangers.class,
            Stream.of(port, strangers, time.toSeconds()).map(String::valueOf).toList());
    try {
      Latencies learner = meanwhile.call();
      return new Crowd(learner, deeds(crowd));
    } finally {
      crowd.destroyForcibly().waitFor();
    }
  }

  private static Map<String, Long> deeds(Process crowd) throws Exception {
    Map<String, Long> deeds = new TreeMap<>();
    if (crowd.waitFor(60, TimeUnit.SECONDS)) {
      Programs.lines(crowd)
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
}
