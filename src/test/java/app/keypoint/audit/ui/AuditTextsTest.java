package app.keypoint.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.Role;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.signin.SignedIn.Means;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the audit log stores as a word of ours is read as words, in every language. */
@ServiceTest
class AuditTextsTest extends SpringBrowserlessTest {

  private final Div anywhere = new Div();

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void everyKindAndEveryWordHasAText(String language) {
    UI.getCurrent().setLocale(Locale.forLanguageTag(language));
    UI.getCurrent().add(anywhere);
    for (AuditKind kind : AuditKind.values()) {
      assertThat(anywhere.getTranslation("audit.kind." + kind)).isNot(raw());
    }
    for (Role role : Role.values()) {
      assertThat(shown(AuditKind.ROLE_CHANGED, role.name())).isNot(raw());
      assertThat(shown(AuditKind.ACCOUNT_CREATED, role.name())).isNot(raw());
    }
    assertThat(shown(AuditKind.SIGN_IN_RULES_CHANGED, "ADMINISTRATOR INSTRUCTOR")).isNot(raw());
    assertThat(shown(AuditKind.ROSTER_RULES_CHANGED, "MAKING_ACCOUNTS JOINING_UNASKED"))
        .isNot(raw());
    assertThat(shown(AuditKind.ROSTER_RULES_CHANGED, AuditWord.ASKING_ONLY.name())).isNot(raw());
    for (Reason reason : Reason.values()) {
      assertThat(shown(AuditKind.SIGN_IN_FAILED, reason.name())).isNot(raw());
    }
    for (Means means : Means.values()) {
      assertThat(shown(AuditKind.SIGNED_IN, means.name())).isNot(raw());
    }
    for (AuditWord word : new AuditWord[] {AuditWord.APP, AuditWord.PASSKEY}) {
      assertThat(shown(AuditKind.SECOND_FACTOR_ADDED, word.name())).isNot(raw());
      assertThat(shown(AuditKind.SECOND_FACTOR_REMOVED, word.name())).isNot(raw());
    }
    for (AuditWord word : new AuditWord[] {AuditWord.OWN_DATA, AuditWord.REVIEW_LOG}) {
      assertThat(shown(AuditKind.EXPORTED, word.name())).isNot(raw());
    }
    assertThat(shown(AuditKind.DATA_REPAIRED, AuditWord.OPERATOR.name())).isNot(raw());
    assertThat(shown(AuditKind.DATA_SAVED, AuditWord.OPERATOR.name())).isNot(raw());
    for (AuditKind counted :
        new AuditKind[] {
          AuditKind.SESSIONS_ENDED, AuditKind.HISTORY_IMPORTED, AuditKind.IMPORT_TAKEN_BACK
        }) {
      assertThat(shown(counted, "1")).contains(language.equals("en") ? "one" : "1");
      assertThat(shown(counted, "2300")).contains("2,300");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"APP", "LEARNER", "2026", "THE WHOLE YEAR"})
  void aCohortIsCalledWhatItIsCalled(String name) {
    for (AuditKind kind :
        new AuditKind[] {AuditKind.EXPORTED, AuditKind.COHORT_CREATED, AuditKind.MEMBER_JOINED}) {
      assertThat(shown(kind, name)).isEqualTo(name);
    }
  }

  /** A word that is written out would go round the test above. */
  @Test
  void wordsAreNotWrittenOut() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("with\\(\"");
      }
    }
  }

  private String shown(AuditKind kind, String detail) {
    return AuditTexts.detail(anywhere, new AuditEntry(Instant.EPOCH, kind, null, null, detail, ""));
  }

  private static org.assertj.core.api.Condition<String> raw() {
    return new org.assertj.core.api.Condition<>(
        text -> text.isBlank() || text.contains("audit.") || text.matches(".*[A-Z]{2,}.*"),
        "not a text");
  }
}
