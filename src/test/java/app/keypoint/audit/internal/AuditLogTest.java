package app.keypoint.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditSearch.Filter;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.LooksAt;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.SimulatedTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AuditLogTest {

  @Autowired AuditTrail trail;
  @Autowired AuditSearch search;
  @Autowired LooksAt looks;
  @Autowired AuditRetention retention;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @Autowired Fixtures fixtures;

  private String ann;
  private final String ben = "ben-" + UUID.randomUUID();

  @Test
  void whatOneDeedBringsLeavesRoomForTheNext() {
    List<AuditNote> many =
        IntStream.rangeClosed(0, EntryLimit.PER_ACTOR)
            .mapToObj(i -> AuditNote.of(AuditKind.ACCOUNT_CREATED).by(ben).to("learner-" + i))
            .toList();
    transaction.executeWithoutResult(_ -> trail.recordOfOneDeed(many));
    trail.record(AuditNote.of(AuditKind.COHORT_CREATED).by(ben).with("Next"));
    assertThat(
            jdbc.sql("select count(*) from audit_entry where actor = ?")
                .param(ben)
                .query(Long.class)
                .single())
        .isEqualTo(many.size() + 1L);
  }

  @BeforeEach
  void administrator() {
    Account administrator = fixtures.administrator();
    ann = administrator.username();
    fixtures.signIn(administrator);
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void tellsWhoDidWhatToWhomWhenAndFromWhere() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("203.0.113.9");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    Instant before = clock.instant();
    trail.record(AuditNote.of(AuditKind.ROLE_CHANGED).to(ben).with("INSTRUCTOR"));
    assertThat(of(ben))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.at())
                  .isBetween(before.truncatedTo(ChronoUnit.MILLIS), clock.instant());
              assertThat(entry.kind()).isEqualTo(AuditKind.ROLE_CHANGED);
              assertThat(entry.actor()).isEqualTo(ann);
              assertThat(entry.subject()).isEqualTo(ben);
              assertThat(entry.detail()).isEqualTo("INSTRUCTOR");
              assertThat(entry.address()).isEqualTo("203.0.113.9");
            });
  }

  @Test
  void findsByPersonKindAndTimeInPagesNewestFirst() {
    Instant start = Instant.parse("2026-01-10T10:00:00Z");
    for (int hour = 0; hour < 5; hour++) {
      SimulatedTime.at(
          start.plus(Duration.ofHours(hour)),
          () -> {
            trail.record(AuditNote.of(AuditKind.SIGNED_IN).by(ben));
            trail.record(AuditNote.of(AuditKind.SIGNED_OUT).by(ben));
          });
    }
    assertThat(of(ben)).hasSize(10).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    assertThat(search.page(new Filter(ben.toUpperCase(), AuditKind.SIGNED_IN, null, null), 0, 20))
        .hasSize(5)
        .allMatch(entry -> entry.kind() == AuditKind.SIGNED_IN);
    assertThat(
            search.page(
                new Filter(ben, null, start.plusSeconds(3600), start.plusSeconds(3 * 3600)), 0, 20))
        .hasSize(4);
    assertThat(search.page(new Filter(ben, null, null, null), 3, 3)).hasSize(1);
    assertThat(of(ben.replace('-', '_'))).as("a wildcard is a letter").isEmpty();
  }

  @Test
  void aDeedThatIsTakenBackLeavesNoEntryAndNoLine(CapturedOutput output) {
    transaction.executeWithoutResult(
        status -> {
          trail.record(AuditNote.of(AuditKind.SWITCHED_OFF).to(ben));
          status.setRollbackOnly();
        });
    assertThat(of(ben)).isEmpty();
    assertThat(output).doesNotContain(ben);
  }

  @Test
  void writesALineThatNoNameCanForge(CapturedOutput output) {
    trail.record(
        AuditNote.of(AuditKind.COHORT_CREATED).to(ben).with("x\" kind=\"y\nkind=SIGNED_IN"));
    assertThat(output.getOut().lines().filter(line -> line.contains(ben)))
        .singleElement()
        .asString()
        .contains("app.keypoint.audit")
        .contains("kind=COHORT_CREATED actor=\"" + ann + "\" subject=\"" + ben + "\"")
        .contains("detail=\"x\\\" kind=\\\"y kind=SIGNED_IN\"");
  }

  @Test
  void keepsLongTextsAsFarAsTheyFit() {
    trail.record(
        AuditNote.of(AuditKind.EXPORTED).by(ben).to("s".repeat(5000)).with("d".repeat(5000)));
    assertThat(of(ben)).singleElement().extracting(AuditEntry::detail).asString().hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'nobody' where actor = :actor",
        "update audit_entry set happened_at = timestamp '2001-01-01 00:00:00' where actor = :actor",
        "delete from audit_entry where actor = :actor"
      })
  void theDatabaseLetsNobodyChangeOrDelete(String statement) {
    trail.record(AuditNote.of(AuditKind.SIGNED_IN).by(ben));
    assertThatThrownBy(() -> jdbc.sql(statement).param("actor", ben).update())
        .hasStackTraceContaining("only appended to");
    assertThat(of(ben)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_seen set account_id = account_id + 1 where account_id = :account",
        "update audit_seen set entry_id = 0 where account_id = :account",
        "update audit_seen set happened_at = timestamp '2001-01-01 00:00:00' where account_id = :account",
        "delete from audit_seen where account_id = :account"
      })
  void norWhomAnEntryIsAbout(String statement) {
    Account seen = fixtures.learner();
    trail.recordOfMany(AuditNote.of(AuditKind.EXPORTED).by(ben), List.of(seen.id()));
    assertThatThrownBy(() -> jdbc.sql(statement).param("account", seen.id()).update())
        .hasStackTraceContaining("only appended to");
    assertThat(looks.looksAt(seen.id(), seen.username(), 0, 10))
        .singleElement()
        .extracting(AuditEntry::actor)
        .isEqualTo(ben);
  }

  @Test
  void whomAnEntryIsAboutIsForgottenWithIt() {
    Account seen = fixtures.learner();
    Instant now = clock.instant();
    for (int days : List.of(366, 364)) {
      SimulatedTime.at(
          now.minus(Duration.ofDays(days)),
          () -> trail.recordOfMany(AuditNote.of(AuditKind.EXPORTED).by(ben), List.of(seen.id())));
    }
    retention.purge();
    assertThat(
            jdbc.sql("select count(*) from audit_seen where account_id = :account")
                .param("account", seen.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(looks.looksAt(seen.id(), seen.username(), 0, 10)).hasSize(1);
  }

  @Test
  void whatHasBeenKeptLongEnoughIsForgotten() {
    Instant now = clock.instant();
    SimulatedTime.at(now.minus(Duration.ofDays(366)), () -> record(ben));
    SimulatedTime.at(now.minus(Duration.ofDays(364)), () -> record(ben));
    retention.purge();
    assertThat(of(ben))
        .singleElement()
        .satisfies(entry -> assertThat(entry.at()).isAfter(now.minus(Duration.ofDays(365))));
  }

  @Test
  void theTimeToKeepIsLongerThanNobodyCanDelete() {
    assertThatThrownBy(() -> new AuditRetention(null, Duration.ofDays(30), clock))
        .hasMessageContaining("keypoint.audit.keep");
  }

  @Test
  void strangersCannotFillIt() {
    EntryLimit limit = new EntryLimit();
    Instant now = Instant.parse("2026-03-02T08:10:00Z");
    for (int i = 0; i < EntryLimit.PER_ADDRESS; i++) {
      assertThat(limit.admits("203.0.113.9", now)).isTrue();
    }
    assertThat(limit.admits("203.0.113.9", now)).isFalse();
    assertThat(limit.admits("203.0.113.10", now)).isTrue();
    for (int i = 0; i < EntryLimit.OF_STRANGERS; i++) {
      limit.admits("address " + i, now);
    }
    assertThat(limit.admits("another", now)).isFalse();
    assertThat(limit.admitsOf("ann", now)).as("whoever is signed in").isTrue();
    assertThat(limit.admits("203.0.113.9", now.plus(EntryLimit.WINDOW))).isTrue();
  }

  @Test
  void oneAccountCannotFillIt(CapturedOutput output) {
    SimulatedTime.at(
        Instant.parse("2026-03-02T08:10:00Z"),
        () ->
            transaction.executeWithoutResult(
                _ -> {
                  for (int i = 0; i < EntryLimit.PER_ACTOR + 3; i++) {
                    trail.record(AuditNote.of(AuditKind.EXPORTED).by(ben));
                  }
                  trail.record(AuditNote.of(AuditKind.EXPORTED).to(ben));
                }));
    assertThat(
            jdbc.sql("select count(*) from audit_entry where actor = :actor")
                .param("actor", ben)
                .query(Integer.class)
                .single())
        .isEqualTo(EntryLimit.PER_ACTOR);
    assertThat(output.getOut().lines().filter(line -> line.contains("actor=\"" + ben)))
        .hasSize(EntryLimit.PER_ACTOR + 3)
        .filteredOn(line -> line.contains("kept=false"))
        .hasSize(3);
    assertThat(of(ben)).filteredOn(entry -> ann.equals(entry.actor())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEARNER", "INSTRUCTOR"})
  void onlyAdministratorsRead(String role) {
    fixtures.signIn(role.equals("LEARNER") ? fixtures.learner() : fixtures.instructor());
    assertThatThrownBy(() -> search.page(Filter.ALL, 0, 10))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aFilterIsBounded() {
    assertThatThrownBy(() -> search.page(new Filter("x".repeat(101), null, null, null), 0, 10))
        .hasMessageContaining("person")
        .hasMessageContaining("100");
    assertThatThrownBy(() -> search.page(Filter.ALL, 0, AuditSearch.MAX_PAGE + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void record(String actor) {
    trail.record(AuditNote.of(AuditKind.SIGNED_IN).by(actor));
  }

  private List<AuditEntry> of(String person) {
    return search.page(new Filter(person, null, null, null), 0, 100);
  }
}
