package app.keypoint.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.advisories.Advisories.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is packed of which an advisory is known, but what ADR 95 says why it may be. */
class AdvisoriesTest {

  private static final String RECORD =
      """
      {"id": "GHSA-1", "aliases": ["CVE-1"], "summary": "Words", "affected": [
        {"package": {"ecosystem": "Maven", "name": "org.example:one"},
         "ranges": [{"type": "ECOSYSTEM", "events": [
           {"introduced": "1.0.0"}, {"fixed": "1.2.3"},
           {"introduced": "2.0.0-M1"}, {"last_affected": "2.1"}]}]},
        {"package": {"ecosystem": "Maven", "name": "org.example:other"}, "versions": ["7.Final"]},
        {"package": {"ecosystem": "npm", "name": "one"}, "versions": ["1.1.0"]}]}
      """;

  @TempDir Path folder;

  @Test
  void whatIsKnownOfOurLibrariesIsAnswered_andNothingElse() {
    List<Advisory> known = Advisories.known();
    Set<String> named =
        known.stream()
            .flatMap(advisory -> advisory.artifacts().stream())
            .collect(Collectors.toSet());
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Map<String, String> packed = Advisories.ofClassPath(classPath, named);
    assertThat(packed).as("libraries that advisories name").isNotEmpty();
    assertThat(Advisories.findings(known, packed).stream().map(Finding::advisory))
        .extracting(Advisory::id)
        .as("take away the library or answer in ADR 95; what no longer affects us leaves it")
        .hasSameElementsAs(Advisories.answered());
  }

  @Test
  void versionsAreComparedByTheirNumbers() {
    Advisory advisory = Advisory.parse(RECORD);
    assertThat(List.of("1.0.0", "1.2.2", "1.0.10", "2.0.0-M1", "2.0.0", "2.1"))
        .allMatch(version -> advisory.affects("org.example:one", version));
    assertThat(List.of("0.9", "1.2.3", "1.10.0", "2.1.1", "2.10", "11.0.0"))
        .noneMatch(version -> advisory.affects("org.example:one", version));
    assertThat(advisory.affects("org.example:other", "7.Final")).isTrue();
    assertThat(advisory.affects("org.example:other", "8.Final")).isFalse();
    assertThat(advisory.affects("one", "1.1.0")).as("another ecosystem").isFalse();
  }

  @Test
  void aFileOfManyIsComparedWithAListOfWhatIsPacked() throws IOException {
    Path file = folder.resolve("all.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String record : List.of(RECORD, RECORD.replace("-1\"", "-2\"").replace("one", "two"))) {
        zip.putNextEntry(new ZipEntry(record.hashCode() + ".json"));
        zip.write(record.getBytes(StandardCharsets.UTF_8));
      }
    }
    Map<String, String> packed =
        Advisories.ofSbom(
            """
            {"components": [{"group": "org.example", "name": "one", "version": "1.1"},
              {"group": "org.example", "name": "third", "version": "1.1"}]}
            """);
    assertThat(Advisories.findings(Advisories.read(file), packed))
        .singleElement()
        .hasToString("CVE-1, GHSA-1: org.example:one 1.1");
  }

  @Test
  void whatIsKeptHasNoWordsAndNoOtherArtifacts() {
    Advisory kept = Advisory.parse(RECORD).cutTo(Set.of("org.example:one"));
    assertThat(kept.artifacts()).containsExactly("org.example:one");
    assertThat(kept.ids()).containsExactly("CVE-1", "GHSA-1");
    assertThat(kept.json().toString()).doesNotContain("Words");
    assertThat(kept.affects("org.example:one", "1.1")).isTrue();
  }
}
