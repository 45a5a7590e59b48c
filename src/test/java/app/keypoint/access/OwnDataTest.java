package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.privacy.OwnData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of somebody with a bit of everything: all of it is taken along, and goes when they are erased.
 */
@WrongPersonTest
class OwnDataTest {

  /** What is a cohort's or a quiz's, and only through its instructor or author a person's. */
  private static final Set<String> OF_OTHERS =
      Set.of("assignment", "cohort_exam", "authored_picture");

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired WorldOfTest worlds;
  @Autowired OwnData data;
  @Autowired List<PersonalData> features;
  @Autowired ErasureRequests erasure;
  @Autowired ErasureAdministration administration;
  @Autowired MessageSource messages;

  private World world;

  @BeforeEach
  void aWorld() {
    world = worlds.make();
  }

  @Test
  void everyTableOfPeopleIsInAPart() {
    String queries =
        features.stream()
            .flatMap(feature -> feature.parts().stream())
            .map(PersonalData.Part::query)
            .collect(Collectors.joining(" "));
    assertThat(worlds.rows().tables())
        .filteredOn(table -> !OF_OTHERS.contains(table))
        .allSatisfy(table -> assertThat(queries).containsPattern("\\b" + table + "\\b"));
  }

  @Test
  void eachPartHasItsNameAndSaysWhatItIs() {
    assertThat(data(world.learner()).keySet())
        .contains("readme.txt")
        .hasSize(1 + 2 * partsOf().size());
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      assertThat(partsOf())
          .doesNotHaveDuplicates()
          .allSatisfy(
              part ->
                  assertThat(messages.getMessage("privacy.part." + part, null, "", language))
                      .isNotEmpty());
    }
  }

  @Test
  void whatIsKeptIsInTheFile_andNothingThatOpensTheAccount() {
    Map<String, String> files = data(world.learner());
    assertThat(files.get("readme.txt")).isEqualTo("Read me");
    assertThat(files.get("json/account.json")).contains(world.learner().username());
    assertThat(rows(files, "answers-in-quizzes").toString()).contains("typed " + world.mark());
    assertThat(rows(files, "reports").toString()).contains("Wrong, says " + world.mark());
    assertThat(rows(files, "instructors-notes").toString()).contains("Note " + world.mark());
    assertThat(rows(files, "imported-answers").toString()).contains("Card " + world.mark());
    assertThat(rows(files, "ways-to-sign-in").toString()).contains("passkey");
    assertThat(rows(files, "log-entries").toString()).contains("SIGNED_IN");
    assertThat(rows(files, "memberships").toString()).contains("Class " + world.mark());
    assertThat(rows(files, "cards")).hasSize(world.cards().size());
    files.forEach(
        (name, content) ->
            assertThat(content)
                .as(name)
                .doesNotContain("argon2", "{noop}", "sealed_secret", "token_hash", "public_key"));
    partsOf()
        .forEach(
            part ->
                assertThat(files.get("csv/" + part + ".csv").lines().count() - 1)
                    .as(part)
                    .isGreaterThanOrEqualTo(rows(files, part).size()));
  }

  @Test
  void questionsAreInItWithTheirKeysOnlyOnceTheyWereAnswered() {
    Map<String, String> files = data(world.learner());
    Set<Long> answered = new HashSet<>();
    Set<Long> open = new HashSet<>();
    rows(files, "answers-in-quizzes")
        .forEach(
            row -> {
              (row.get("response").isNull() ? open : answered)
                  .add(row.get("question_version_id").asLong());
              if (row.get("response").isNull()) {
                assertThat(row.get("option_order").isNull()).isTrue();
              }
            });
    assertThat(open).as("questions of an attempt that is under way").isNotEmpty();
    assertThat(answered).doesNotContainAnyElementsOf(open);
    Set<Long> told = new HashSet<>();
    rows(files, "questions-in-quizzes")
        .forEach(row -> told.add(row.get("question_version_id").asLong()));
    assertThat(told).isEqualTo(answered);
    assertThat(rows(files, "reports"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.has("question")).isFalse());
  }

  @Test
  void ofNotesAboutOneItIsSaidThatThereAreSome() {
    Map<String, String> files = data(world.learner());
    assertThat(rows(files, "notes-about-me"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.propertyNames()).containsOnly("cohort", "written_at"));
    files.forEach(
        (name, content) ->
            assertThat(content).as(name).doesNotContain("\"Says " + world.mark(), ",Says "));
  }

  @Test
  void nothingThatTheyWroteOrWasWrittenOfThemStaysWhenTheyAreErased() {
    long id = world.learner().id();
    Account administrator = world.accounts().get(Persona.ADMINISTRATOR);
    assertThat(administrator).isNotNull();
    Worlds.as(
        world.learnerSession(),
        () -> {
          erasure.ask(id);
          return true;
        });
    Worlds.as(
        world.sessions().get(Persona.ADMINISTRATOR),
        () -> {
          administration.carryOut(id);
          return true;
        });
    Map<String, List<String>> left = worlds.rows().of(List.of(id));
    assertThat(left.values().stream().flatMap(List::stream))
        .noneMatch(row -> row.contains(world.mark()));
    assertThat(left.get("attempt_item")).isNotEmpty();
    assertThat(left.get("review_log")).isNotEmpty();
    assertThat(left.get("passkey")).isEmpty();
    assertThat(left.get("authenticator_app")).isEmpty();
    assertThat(left.get("recovery_code")).isEmpty();
    assertThat(left.get("calendar_feed")).isEmpty();
    assertThat(left.get("cohort_invitation")).isEmpty();
  }

  private List<String> partsOf() {
    return Worlds.as(world.learnerSession(), data::parts);
  }

  private JsonNode rows(Map<String, String> files, String part) {
    return JSON.readTree(files.get("json/" + part + ".json"));
  }

  private Map<String, String> data(Account account) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Worlds.as(
        world.learnerSession(),
        () -> {
          try {
            data.write(account, "Read me", file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return true;
        });
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
