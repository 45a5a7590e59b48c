package app.keypoint.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class AuthenticatorAppsTest {

  @Autowired AuthenticatorApps apps;
  @Autowired AuthenticatorAppRepository rows;
  @Autowired RecoveryCodes recovery;
  @Autowired RecoveryCodeRepository recoveryRows;
  @Autowired Fixtures fixtures;

  @Value("${keypoint.data-dir}")
  Path dataDir;

  private final AppSecret secret = AppSecret.random();
  private long account;

  @BeforeEach
  void prepare() {
    account = fixtures.learner().id();
  }

  @Test
  void countsOnlyOnceACodeWasRight() {
    assertThat(apps.stepOf(secret, "000000x")).isEmpty();
    assertThat(apps.stepOf(AppSecret.random(), code(0))).isEmpty();
    assertThat(apps.since(account)).isEmpty();
    add(0);
    assertThat(apps.since(account)).isPresent();
  }

  @Test
  void takesEachCodeOnce_andNoneBefore() {
    add(-1);
    assertThat(apps.accepts(account, code(-1))).as("the one that set it up").isFalse();
    assertThat(apps.accepts(account, code(1))).isTrue();
    assertThat(apps.accepts(account, code(1))).as("again").isFalse();
    assertThat(apps.accepts(account, code(0))).as("the one before").isFalse();
  }

  @Test
  void ofTheSameCodeSentTwiceAtOnceOneIsTaken() throws Exception {
    add(-1);
    String code = code(1);
    Callable<Boolean> attempt = () -> apps.accepts(account, code);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var results = threads.invokeAll(List.of(attempt, attempt, attempt, attempt));
      long taken = 0;
      for (var result : results) {
        taken += result.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void isOfOneAccountAlone() {
    add(-1);
    assertThat(apps.accepts(fixtures.learner().id(), code(0))).isFalse();
  }

  @Test
  void theDatabaseDoesNotHaveTheSecret() throws Exception {
    add(0);
    String stored = rows.findById(account).orElseThrow().sealedSecret;
    assertThat(stored).doesNotContain(secret.base32());
    assertThat(new Seal("", dataDir).open(stored)).isEqualTo(secret.bytes());
    assertThat(Files.getPosixFilePermissions(dataDir.resolve("secret.key")))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void anotherKeyOpensNothing(@TempDir Path elsewhere) {
    String sealed = new Seal("", elsewhere).seal(secret.bytes());
    Seal other = new Seal("a key of the operator's, long enough", elsewhere);
    assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Seal("too short", elsewhere))
        .hasMessageContaining("KEYPOINT_SECRET_KEY");
  }

  @Test
  void aSecretIsNotPrinted() {
    assertThat(secret.toString()).doesNotContain(secret.base32());
  }

  @Test
  void recoveryCodesWorkOnceHoweverTheyAreTyped_andNewOnesReplaceThem() {
    RecoveryCodes.Sheet sheet = recovery.print();
    recovery.keep(account, sheet);
    assertThat(sheet.codes()).hasSize(10).doesNotHaveDuplicates();
    String first = sheet.codes().getFirst();
    assertThat(recovery.use(account, " " + first.toUpperCase().replace("-", " "))).isTrue();
    assertThat(recovery.use(account, first)).isFalse();
    assertThat(recovery.left(account)).isEqualTo(9);
    recovery.keep(account, recovery.print());
    assertThat(recovery.use(account, sheet.codes().getLast())).isFalse();
    assertThat(recovery.left(account)).isEqualTo(10);
  }

  @Test
  void recoveryCodesAreKeptAsPasswordsAre() {
    recovery.keep(account, recovery.print());
    assertThat(recoveryRows.findByAccountId(account))
        .allSatisfy(row -> assertThat(row.hash).startsWith("{argon2}"));
  }

  private void add(int steps) {
    apps.add(account, secret, apps.stepOf(secret, code(steps)).orElseThrow());
  }

  private String code(int steps) {
    return Totp.code(secret.bytes(), Totp.step(Instant.now()) + steps);
  }
}
