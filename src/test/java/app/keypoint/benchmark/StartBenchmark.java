package app.keypoint.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a start takes until Keypoint is ready: as the one jar, unpacked, and unpacked with the
 * classes of an earlier start, in turns, each with a data folder of its own. The first start of
 * each, which fills the folder, is not counted.
 *
 * <p>Arguments: the jar, the folder of {@code script/aot-cache}, how many rounds.
 */
final class StartBenchmark {

  private static final String READY = "Keypoint is ready";

  private StartBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String unpacked = Path.of(args[1], "keypoint.jar").toString();
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("one jar", List.of("-jar", args[0]));
    ways.put("unpacked", List.of("-jar", unpacked));
    ways.put(
        "unpacked, classes recorded",
        List.of("-XX:AOTCache=" + Path.of(args[1], "keypoint.aot"), "-jar", unpacked));
    Path data = Files.createTempDirectory("start-benchmark-");
    Map<String, List<Long>> took = new LinkedHashMap<>();
    int rounds = Integer.parseInt(args[2]);
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        long millis = start(way.getValue(), data.resolve(way.getKey().replaceAll("\\W+", "-")));
        if (round > 0) {
          took.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(millis);
        }
      }
    }
    System.out.printf(
        "%-28s %8s %8s %8s ms, %d starts each%n", "", "least", "median", "most", rounds);
    took.forEach(
        (way, millis) -> {
          List<Long> sorted = millis.stream().sorted().toList();
          System.out.printf(
              "%-28s %8d %8d %8d%n",
              way, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
        });
  }

  private static long start(List<String> way, Path data) throws IOException, InterruptedException {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                way.stream(),
                Stream.of(
                    "--keypoint.data-dir=" + data,
                    "--server.address=127.0.0.1",
                    "--server.port=0",
                    "--management.server.port=0"))
            .flatMap(words -> words)
            .toList();
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains(READY)) {
          return (System.nanoTime() - start) / 1_000_000;
        }
      }
      throw new IllegalStateException("It did not start: " + command);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
