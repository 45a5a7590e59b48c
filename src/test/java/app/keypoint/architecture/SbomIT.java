package app.keypoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what is in the jar has all that is in the jar, with licences that were looked at. */
class SbomIT {

  private static final Path JAR = Path.of("target/keypoint.jar");
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final Path PAGE = Path.of("docs/licences.md");
  private static final String FIRST_LICENCE = "\n## ";

  @Test
  void everyLibraryOfTheJarIsOnTheList() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Set<String> packed =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
              .map(name -> name.substring(LIBRARIES.length()))
              // Spring Boot's own tool, which packing puts in.
              .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
              .collect(Collectors.toSet());
      Set<String> listed =
          components(jar).stream()
              .map(each -> text(each, "name") + "-" + text(each, "version") + ".jar")
              .collect(Collectors.toSet());
      assertThat(packed).hasSizeGreaterThan(100).isSubsetOf(listed);
      assertThat(components(jar))
          .allSatisfy(each -> assertThat(text(each, "purl")).startsWith("pkg:maven/"))
          .allSatisfy(each -> assertThat(each.path("hashes")).isNotEmpty())
          .allSatisfy(each -> assertThat(text(each, "version")).doesNotContain("SNAPSHOT"));
    }
  }

  /** A new library or licence is to be looked at: then target/licences.md becomes the page. */
  @Test
  void thePageOfLicencesIsThatOfTheJar() throws IOException {
    Map<String, Set<String>> byLicence = new TreeMap<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JsonNode each : components(jar)) {
        String licences =
            each.path("licenses").values().stream()
                .map(SbomIT::licence)
                .sorted()
                .collect(Collectors.joining(" or "));
        assertThat(licences).as(text(each, "purl")).isNotBlank();
        byLicence
            .computeIfAbsent(licences, _ -> new TreeSet<>())
            .add(text(each, "group") + ":" + text(each, "name"));
      }
    }
    StringBuilder table = new StringBuilder();
    byLicence.forEach(
        (licence, libraries) ->
            table
                .append(FIRST_LICENCE)
                .append(licence)
                .append("\n\n- ")
                .append(String.join("\n- ", libraries))
                .append('\n'));
    String page = Files.readString(PAGE);
    String introduction = page.substring(0, page.indexOf(FIRST_LICENCE));
    Files.writeString(Path.of("target/licences.md"), introduction + table);
    assertThat(page).isEqualTo(introduction + table);
  }

  private static Collection<JsonNode> components(JarFile jar) throws IOException {
    ZipEntry list = jar.getEntry("META-INF/sbom/application.cdx.json");
    assertThat(list).as("the list in the jar").isNotNull();
    try (InputStream json = jar.getInputStream(list)) {
      return JsonMapper.shared().readTree(json).path("components").values();
    }
  }

  private static String licence(JsonNode choice) {
    JsonNode licence = choice.path("license");
    return choice.has("expression")
        ? text(choice, "expression")
        : text(licence, licence.has("id") ? "id" : "name");
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
