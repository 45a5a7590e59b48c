package app.keypoint.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.Codes;
import app.keypoint.identity.internal.throttling.Devices;
import app.keypoint.identity.internal.throttling.ServerSecrets;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.reminder.EmailReminders;
import app.keypoint.reminder.MailServer;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.TestDatabase;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Everything that opens something, used as people and programs use it, while all that is logged is
 * read along: our own lines down to debug. The one secret that is logged, on purpose, is the link
 * that creates the first administrator.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "keypoint.secret-key=" + SecretsStayOutOfLogsTest.OPERATORS_KEY,
      "keypoint.mail.check=0 0 0 1 1 *",
      // A provider that is down.
      "keypoint.oidc.issuer=http://localhost:1",
      "keypoint.oidc.client-id=keypoint",
      "keypoint.oidc.client-secret=" + SecretsStayOutOfLogsTest.CLIENT_SECRET
    })
@ContextConfiguration(initializers = {TestDatabase.class, MailServer.class})
@Import(Fixtures.class)
@DirtiesContext
@Tag("slow")
class SecretsStayOutOfLogsTest {

  static final String OPERATORS_KEY = "the operator's key of thirty-two characters";
  static final String CLIENT_SECRET = "what the provider knows us by";

  private static final Pattern TOKEN = Pattern.compile("/reminders/confirm/([\\w-]+)");

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired AccountSettings settings;
  @Autowired AccountAdministration administration;
  @Autowired SecondFactors factors;
  @Autowired ServerSecrets serverSecrets;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired CalendarFeeds feeds;
  @Autowired EmailReminders emails;
  @Autowired GreenMail mails;
  @LocalServerPort int port;
  @LocalManagementPort int managementPort;

  @Value("${keypoint.data-dir}")
  Path dataDir;

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final List<String> secrets = new ArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("app.keypoint");
  private AsAccount as;
  private Account learner;

  @BeforeEach
  void readAlong() {
    as = new AsAccount(accounts);
    learner = fixtures.learner();
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stop() {
    root.detachAppender(lines);
    ours.setLevel(null);
  }

  @Test
  void whateverOpensSomethingIsNotLogged() throws Exception {
    passwords();
    oneTimePasswords();
    secondFactors();
    joinCodes();
    linksOfCalendarsAndMails();
    keysOfTheServer();

    assertThat(secrets).hasSizeGreaterThan(25);
    assertThat(secrets).allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(5));
    List<String> said =
        List.copyOf(lines.list).stream().map(SecretsStayOutOfLogsTest::text).toList();
    assertThat(said)
        .as("something was logged")
        .anyMatch(line -> line.contains("SIGNED_IN"))
        .anyMatch(line -> line.contains("SECOND_FACTOR_ADDED"))
        .anyMatch(line -> line.contains("JOIN_CODE_REFUSED"));
    for (String secret : secrets) {
      assertThat(said).as(secret).noneMatch(line -> line.contains(secret));
    }
    assertThat(said).as("hashes").noneMatch(line -> line.contains("$argon2"));
  }

  private void passwords() {
    secrets.add("wrong password 4712");
    signIn(learner.username(), "wrong password 4712");
    secrets.add("typed into the name 4713");
    signIn("typed into the name 4713", "");
    secrets.add(Fixtures.PASSWORD);
    assertThat(signIn(learner.username(), Fixtures.PASSWORD).isSignedIn()).isTrue();
    secrets.add("not the old one 4714");
    as.run(
        learner,
        () ->
            assertThatThrownBy(
                    () ->
                        settings.changePassword(
                            learner.id(), "not the old one 4714", "a new secret sentence"))
                .isInstanceOf(RuntimeException.class));
    secrets.add("a new secret sentence");
    as.run(
        learner,
        () -> settings.changePassword(learner.id(), Fixtures.PASSWORD, "a new secret sentence"));
  }

  private void oneTimePasswords() {
    Account administrator = fixtures.account(Role.ADMINISTRATOR, learner.calendar());
    Account other = fixtures.learner();
    String oneTime = as.call(administrator, () -> administration.resetPassword(other.id()));
    secrets.add(oneTime);
    signIn(other.username(), oneTime);
  }

  private void secondFactors() {
    Account person = fixtures.learner();
    var setup = as.call(person, () -> factors.begin(person.id(), Fixtures.PASSWORD));
    secrets.add(setup.secret());
    secrets.add(setup.uri());
    List<String> recovery =
        as.call(
            person,
            () -> factors.confirm(person.id(), setup, Codes.of(setup.secret(), Instant.now(), -1)));
    secrets.addAll(recovery);
    FormBrowser browser = new FormBrowser(port);
    for (String code : List.of("zzzzz-zzzzz", recovery.getFirst())) {
      browser.signIn(person.username(), Fixtures.PASSWORD);
      browser.post("/sign-in/code", java.util.Map.of("recovery", code));
    }
    assertThat(browser.isIn()).isTrue();
    secrets.add("zzzzz-zzzzz");
    secrets.add(browser.session());
    String answer = "{\"id\":\"an answer of a passkey 4715\"}";
    secrets.add("an answer of a passkey 4715");
    new FormBrowser(port).post("/sign-in/passkey", java.util.Map.of("credential", answer));
  }

  private void joinCodes() {
    Account instructor = fixtures.instructor();
    Cohort cohort = as.call(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    secrets.add(cohort.joinCode().toString());
    secrets.add(cohort.joinCode().characters());
    Account member = fixtures.learner();
    as.run(member, () -> memberships.join(member.id(), cohort.joinCode().toString()));
    secrets.add("ZZZ-999");
    as.run(
        member,
        () ->
            assertThatThrownBy(() -> memberships.join(member.id(), "ZZZ-999"))
                .isInstanceOf(IllegalArgumentException.class));
  }

  private void linksOfCalendarsAndMails() throws Exception {
    String feed = as.call(learner, () -> feeds.renew(learner.id(), Locale.ENGLISH));
    String token = feed.replaceAll(".*/|\\.ics.*", "");
    secrets.add(token);
    RawBrowser program = new RawBrowser(port);
    assertThat(program.get("/calendar/" + token + ".ics").statusCode()).isEqualTo(200);
    String address = UUID.randomUUID() + "@example.org";
    as.run(learner, () -> emails.request(learner, address, 7, Locale.ENGLISH));
    Matcher link = TOKEN.matcher(plain(mails.getReceivedMessagesForDomain(address)[0]));
    assertThat(link.find()).isTrue();
    secrets.add(link.group(1));
    program.get("/reminders/confirm/" + link.group(1));
    program.send(
        "/reminders/confirm/" + link.group(1),
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    String unknown = "unknown-token-4716";
    secrets.add(unknown);
    for (String path :
        List.of(
            "/calendar/" + unknown + ".ics",
            "/reminders/stop/" + unknown,
            "/reminders/confirm/" + unknown,
            "/setup/" + unknown)) {
      program.get(path);
    }
  }

  private void keysOfTheServer() throws Exception {
    String operators = Files.readString(dataDir.resolve("operator.key"));
    secrets.add(operators);
    for (String key : List.of(operators, "not the operator's key 4717")) {
      new RawBrowser(managementPort)
          .send(
              "/actuator/datacheck",
              request ->
                  request
                      .header("Content-Type", "application/json")
                      .POST(
                          BodyPublishers.ofString(
                              "{\"key\":\"%s\",\"action\":\"state\"}".formatted(key))));
    }
    secrets.add("not the operator's key 4717");
    secrets.add(OPERATORS_KEY);
    byte[] key = serverSecrets.key("device-cookie");
    secrets.add(HexFormat.of().formatHex(key));
    secrets.add(Base64.getEncoder().encodeToString(key));
    secrets.add(CLIENT_SECRET);
    // Nobody answers there; that is logged, and our secret is not.
    new RawBrowser(port).get("/sign-in/oidc/school");
  }

  /** Signs in and counts the cookies as secrets. */
  private RawBrowser signIn(String username, String password) {
    RawBrowser browser = new RawBrowser(port);
    browser.get("/sign-in");
    browser.cookie("JSESSIONID").ifPresent(secrets::add);
    browser.signIn(username, password);
    browser.cookie("JSESSIONID").ifPresent(secrets::add);
    browser.cookie(Devices.COOKIE).ifPresent(secrets::add);
    return browser;
  }

  private static String text(ILoggingEvent line) {
    return line.getFormattedMessage()
        + line.getMDCPropertyMap()
        + (line.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(line.getThrowableProxy()));
  }

  private static String plain(MimeMessage mail) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    BodyPart first = parts.getBodyPart(0);
    return (String) first.getContent();
  }
}
