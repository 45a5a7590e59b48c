package app.keypoint.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a process holds after a full collection of garbage, by class.
 *
 * @param bytes of all objects of a class
 */
record LiveHeap(Map<String, Long> bytes) {

  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");

  /** What a collector puts where nothing lives, so that the heap can be walked. */
  private static final Pattern FILLING = Pattern.compile("jdk\\.internal\\.vm\\.Filler");

  /** Collects garbage in that process and looks. */
  static LiveHeap of(Process process) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process looking =
        new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = Programs.lines(looking)) {
      return new LiveHeap(
          lines
              .lines()
              .map(LINE::matcher)
              .filter(Matcher::matches)
              .filter(line -> !FILLING.matcher(line.group(2)).find())
              .collect(
                  Collectors.toMap(
                      line -> line.group(2),
                      line -> Long.parseLong(line.group(1)),
                      Long::sum,
                      TreeMap::new)));
    }
  }

  long total() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The classes that grew most since, in bytes. */
  List<Map.Entry<String, Long>> grownSince(LiveHeap before, int most) {
    return bytes.entrySet().stream()
        .map(now -> Map.entry(now.getKey(), now.getValue() - before.of(now.getKey())))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(most)
        .toList();
  }

  /** Of all objects of a class, by its full name. */
  long of(String name) {
    return bytes.getOrDefault(name, 0L);
  }
}
