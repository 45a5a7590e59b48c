package app.keypoint.advisories;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what is packed with advisories: those that the repository knows, or those of a file that
 * somebody has brought. Each that affects something packed is answered in ADR 95, or the build
 * fails.
 */
final class Advisories {

  private static final Path KNOWN = Path.of("src/test/resources/advisories/known.jsonl");
  private static final Path ANSWERS = Path.of("docs/adr/0095-supply-chain.md");
  private static final Path SBOM = Path.of("target/classes/META-INF/sbom/application.cdx.json");
  private static final Pattern ANSWER = Pattern.compile("(?m)^\\| ((?:CVE|GHSA)-\\S+) \\|");

  private Advisories() {}

  /** An advisory of something that is packed. */
  record Finding(Advisory advisory, String artifact, String version) {

    @Override
    public String toString() {
      return "%s: %s %s".formatted(advisory, artifact, version);
    }
  }

  /**
   * Says what of a file affects what is packed and is not answered, and ends with 1 if there is
   * any.
   *
   * <p>Arguments: a file of records in the format of OSV, a ZIP of them or one in each line; and
   * {@code --keep} for the repository to know from then on those of it that name what is packed.
   */
  public static void main(String[] args) throws IOException {
    List<Advisory> brought = args.length > 0 ? read(Path.of(args[0])) : known();
    Map<String, String> packed = ofSbom(Files.readString(SBOM));
    if (args.length > 1 && args[1].equals("--keep")) {
      keep(brought, packed.keySet());
    }
    Set<String> answered = answered();
    List<Finding> open =
        findings(brought, packed).stream()
            .filter(finding -> finding.advisory().ids().stream().noneMatch(answered::contains))
            .toList();
    open.forEach(System.out::println);
    System.out.printf(
        "%d advisories, %d packed artifacts, %d findings without an answer in %s%n",
        brought.size(), packed.size(), open.size(), ANSWERS);
    System.exit(open.isEmpty() ? 0 : 1);
  }

  /** What the repository knows, since somebody last brought a file. */
  static List<Advisory> known() {
    return read(KNOWN);
  }

  /** The ids that have an answer. */
  static Set<String> answered() {
    try {
      Matcher answers = ANSWER.matcher(Files.readString(ANSWERS));
      Set<String> ids = new TreeSet<>();
      while (answers.find()) {
        ids.add(answers.group(1));
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Finding> findings(List<Advisory> advisories, Map<String, String> packed) {
    List<Finding> findings = new ArrayList<>();
    for (Advisory advisory : advisories) {
      for (String artifact : advisory.artifacts()) {
        String version = packed.get(artifact);
        if (version != null && !advisory.withdrawn() && advisory.affects(artifact, version)) {
          findings.add(new Finding(advisory, artifact, version));
        }
      }
    }
    return findings;
  }

  /** Of a list of CycloneDX: versions by group and artifact. */
  static Map<String, String> ofSbom(String json) {
    Map<String, String> versions = new HashMap<>();
    for (JsonNode component : JsonMapper.shared().readTree(json).path("components")) {
      versions.put(
          component.path("group").asString("") + ":" + component.path("name").asString(),
          component.path("version").asString());
    }
    return versions;
  }

  /**
   * The same of some artifacts on a class path whose jars lie as Maven lays them; those that are
   * not on it are left out.
   */
  static Map<String, String> ofClassPath(String classPath, Set<String> artifacts) {
    Map<String, String> versions = new HashMap<>();
    for (String artifact : artifacts) {
      String version = versionOn(classPath, artifact);
      if (version != null) {
        versions.put(artifact, version);
      }
    }
    return versions;
  }

  private static @Nullable String versionOn(String classPath, String artifact) {
    String[] names = artifact.split(":", -1);
    String folder = "/%s/%s/".formatted(names[0].replace('.', '/'), names[1]);
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      String path = entry.replace(File.separatorChar, '/');
      int at = path.indexOf(folder);
      if (at >= 0) {
        return path.substring(at + folder.length()).replaceFirst("/.*", "");
      }
    }
    return null;
  }

  static List<Advisory> read(Path file) {
    try {
      if (!file.toString().endsWith(".zip")) {
        try (Stream<String> lines = Files.lines(file)) {
          return lines.filter(line -> !line.isBlank()).map(Advisory::parse).toList();
        }
      }
      List<Advisory> all = new ArrayList<>();
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (entry.getName().endsWith(".json")) {
            all.add(Advisory.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
          }
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(List<Advisory> brought, Set<String> packed) throws IOException {
    Files.writeString(
        KNOWN,
        brought.stream()
            .filter(advisory -> advisory.artifacts().stream().anyMatch(packed::contains))
            .filter(advisory -> !advisory.withdrawn())
            .map(advisory -> advisory.cutTo(packed))
            .sorted(Comparator.comparing(Advisory::id))
            .map(advisory -> advisory.json() + "\n")
            .collect(Collectors.joining()));
  }
}
