package app.keypoint.reminder.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.reminder.EmailReminder;
import app.keypoint.reminder.EmailReminders;
import app.keypoint.reminder.Learning;
import app.keypoint.reminder.ReminderRefused;
import app.keypoint.reminder.ReminderRefused.Reason;
import app.keypoint.reminder.ReminderTest;
import app.keypoint.support.Fixtures;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * Mails from the wish to the last one, over SMTP and HTTP. Requests over HTTP happen now, so the
 * job's runs are set in the hours and days to come.
 */
@ReminderTest
@Tag("slow")
class EmailRemindersTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern LINK =
      Pattern.compile("https://keypoint\\.example(/reminders/\\S+)");

  @Autowired EmailReminders emails;
  @Autowired ReminderRun job;
  @Autowired GreenMail mailServer;
  @Autowired JavaMailSenderImpl sender;
  @Autowired Fixtures fixtures;
  @Autowired Learning learning;
  @Autowired JdbcTemplate database;
  @Autowired Clock clock;
  @Autowired List<ScheduledTaskHolder> schedules;
  @LocalServerPort int port;

  private final HttpClient browser = HttpClient.newHttpClient();

  Account learner;
  String address;

  /** In two hours, so that no test runs into it. */
  int hour;

  Instant sendAt;

  @BeforeEach
  void learner() {
    address = UUID.randomUUID() + "@example.org";
    Instant now = clock.instant();
    hour = now.atOffset(ZoneOffset.UTC).plusHours(2).getHour();
    // The study day turns long before and after, whatever time it is.
    learner = fixtures.learner(new StudyCalendar(ZoneOffset.UTC, (hour + 12) % 24));
    sendAt = new SendHour(hour).next(now, ZoneOffset.UTC);
  }

  @Test
  void areOffUntilTheAddressIsConfirmed() throws Exception {
    learning.quiz(learner, clock.instant(), 3, 3);
    assertThat(emails.available()).isTrue();
    assertThat(emails.of(learner.id())).isEmpty();
    assertThat(request(address)).isEqualTo(new EmailReminder(address, hour, false));

    MimeMessage mail = mails(address).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Confirm your address for Keypoint");
    assertThat(plain(mail)).doesNotContain(learner.displayName(), learner.username());
    run(sendAt);
    assertThat(mails(address)).hasSize(1);

    String link = link(mail);
    HttpResponse<String> page = get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(address, "<form method=\"post\">");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(emails.of(learner.id())).map(EmailReminder::confirmed).contains(false);

    assertThat(post(link).body()).contains("Reminders are on");
    assertThat(emails.of(learner.id())).contains(new EmailReminder(address, hour, true));
    run(sendAt);
    assertThat(mails(address)).hasSize(2);
  }

  @Test
  void comeAtTheHourAndOnceADayHoweverOftenTheJobRuns() throws Exception {
    learning.quiz(learner, clock.instant(), 3, 3);
    turnOn();
    run(sendAt.minusSeconds(1));
    assertThat(reminders()).isEmpty();
    run(sendAt);
    run(sendAt);
    run(sendAt.plus(Duration.ofHours(1)));
    assertThat(reminders()).hasSize(1);
    run(sendAt.plus(DAY).minusSeconds(1));
    assertThat(reminders()).hasSize(1);
    run(sendAt.plus(DAY));
    assertThat(reminders()).hasSize(2);
  }

  @Test
  void sayHowManyCardsAndHowLongInTextAndHtmlWithAWayOut() throws Exception {
    learning.quiz(learner, clock.instant(), 10, 10);
    turnOn();
    run(sendAt);
    MimeMessage mail = reminders().getFirst();
    assertThat(mail.getSubject()).isEqualTo("10 cards are due");
    assertThat(mail.getFrom()[0]).hasToString("Keypoint <reminders@keypoint.example>");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getMessageID()).endsWith("@keypoint.example>");
    assertThat(plain(mail))
        .contains("about 3 minutes", "https://keypoint.example/review", "/reminders/stop/");
    assertThat(html(mail))
        .contains("10 cards are due", "href=\"https://keypoint.example/review\"")
        .doesNotContain("<img", "<script");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .singleElement()
        .asString()
        .matches("<https://keypoint\\.example/reminders/stop/[\\w-]{43}>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void speakTheLearnersLanguage() throws Exception {
    learning.quiz(learner, clock.instant(), 2, 2);
    database.update("update account set locale = 'zh-CN' where id = ?", learner.id());
    learner = withLocale(Locale.SIMPLIFIED_CHINESE);
    turnOn();
    run(sendAt);
    assertThat(mails(address).getFirst().getSubject()).isEqualTo("请为 Keypoint 确认邮箱地址");
    assertThat(mails(address).getLast().getSubject()).isEqualTo("有 2 张卡片到期");
    assertThat(plain(mails(address).getLast())).contains("开始复习");
  }

  @Test
  void areSentOnceByRunsAtTheSameTime() throws Exception {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      learner();
      learning.quiz(learner, clock.instant(), 1, 1);
      turnOn();
      addresses.add(address);
    }
    Callable<Boolean> run =
        () -> {
          run(sendAt);
          return true;
        };
    try (var servers = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : servers.invokeAll(Collections.nCopies(4, run))) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(addresses).allSatisfy(one -> assertThat(mails(one)).hasSize(2));
  }

  @Test
  void areNotSentWhenNothingIsDue() throws Exception {
    turnOn();
    run(sendAt);
    assertThat(reminders()).as("without cards").isEmpty();

    learning.quiz(learner, clock.instant(), 4, 4);
    Instant tomorrow = sendAt.plus(DAY);
    learning.reviewAll(learner, tomorrow.minusSeconds(60));
    run(tomorrow);
    assertThat(reminders()).as("after reviewing them").isEmpty();
    run(tomorrow.plus(DAY));
    assertThat(reminders()).as("when they are back").hasSize(1);
  }

  @Test
  void endWithOnePostByTheMailProgram() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    run(sendAt);
    String link = reminders().getFirst().getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
    HttpResponse<String> looked = get(path(link));
    assertThat(looked.body()).contains("Stop reminders", address);
    assertThat(emails.of(learner.id())).as("looking changes nothing").isPresent();

    HttpResponse<String> stopped = post(path(link));
    assertThat(stopped.statusCode()).isEqualTo(200);
    assertThat(stopped.body()).contains("Reminders are off");
    assertThat(emails.of(learner.id())).isEmpty();
    run(sendAt.plus(DAY));
    assertThat(reminders()).hasSize(1);
    assertThat(post(path(link)).statusCode()).as("once more").isEqualTo(200);
    assertThat(get(path(link)).statusCode()).isEqualTo(404);
  }

  @Test
  void endWhenTurnedOffForThisLearnerAlone() throws Exception {
    Account other = learner;
    String othersAddress = address;
    learning.quiz(other, clock.instant(), 1, 1);
    turnOn();
    learner();
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    emails.turnOff(learner.id());
    run(sendAt);
    assertThat(reminders()).isEmpty();
    assertThat(emails.of(other.id())).map(EmailReminder::address).contains(othersAddress);
    assertThat(mails(othersAddress)).hasSize(2);
    assertThat(database.queryForList("select address from email_reminder", String.class))
        .contains(othersAddress)
        .doesNotContain(address);
  }

  @Test
  void haveLinksThatAreGoodOnceForADayAndForTheLatestWishOnly() throws Exception {
    request(address);
    request(address);
    String replaced = link(mails(address).getFirst());
    String link = link(mails(address).getLast());
    assertThat(post(replaced).statusCode()).isEqualTo(404);
    assertThat(post("/reminders/confirm/guess").statusCode()).isEqualTo(404);
    assertThat(get("/reminders/confirm/guess").body()).contains("no longer good");

    Instant until = clock.instant().minusSeconds(1);
    expire(until);
    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(post(link).statusCode()).isEqualTo(404);
    expire(clock.instant().plusSeconds(60));
    assertThat(post(link).statusCode()).isEqualTo(200);
    assertThat(post(link).statusCode()).isEqualTo(404);
  }

  @Test
  void keepNoTokenThatTurnsThemOn() throws Exception {
    request(address);
    String token = link(mails(address).getFirst()).replaceAll(".*/", "");
    assertThat(token).hasSize(43);
    assertThat(database.queryForList("select * from email_reminder").toString())
        .contains(address)
        .doesNotContain(token);
  }

  @Test
  void moveToAnotherHourAtOnceButToAnotherAddressOnlyWhenItIsConfirmed() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    int later = (hour + 1) % 24;
    assertThat(emails.request(learner, address, later, Locale.ENGLISH).confirmed()).isTrue();
    run(sendAt);
    assertThat(reminders()).isEmpty();
    run(sendAt.plus(Duration.ofHours(1)));
    assertThat(reminders()).hasSize(1);
    String stop = path(reminders().getFirst().getHeader("List-Unsubscribe")[0]);

    String before = address;
    address = UUID.randomUUID() + "@example.org";
    assertThat(request(address).confirmed()).isFalse();
    run(sendAt.plus(DAY.multipliedBy(2)));
    assertThat(mails(before)).hasSize(2);
    assertThat(mails(address)).hasSize(1);
    post(stop.replace(">", ""));
    assertThat(emails.of(learner.id())).as("the old mailbox has no say").isPresent();
  }

  @Test
  void areNotSentTwiceADayByMovingTheHour() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    run(sendAt);
    assertThat(reminders()).hasSize(1);
    Learning.at(sendAt, () -> emails.request(learner, address, (hour + 1) % 24, Locale.ENGLISH));
    run(sendAt.plus(Duration.ofHours(1)));
    assertThat(reminders()).hasSize(1);
    run(sendAt.plus(Duration.ofHours(25)));
    assertThat(reminders()).hasSize(2);
  }

  @Test
  void followTheLearnerToAnotherZone() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    // Three hours to the west it is not the hour yet.
    database.update("update account set zone = 'Etc/GMT+3' where id = ?", learner.id());
    run(sendAt);
    assertThat(reminders()).isEmpty();
    run(sendAt.plus(Duration.ofHours(3)).minusSeconds(1));
    assertThat(reminders()).isEmpty();
    run(sendAt.plus(Duration.ofHours(3)));
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void comeAtTheJumpWhenClocksSkipTheirHour() throws Exception {
    learner = fixtures.learner(new StudyCalendar(ZoneId.of("Europe/Berlin"), 4));
    hour = 2;
    Instant before = Instant.parse("2027-03-27T12:00:00Z");
    Instant jump = Instant.parse("2027-03-28T01:00:00Z");
    learning.quiz(learner, before, 1, 1);
    turnOn();
    Learning.at(before, () -> emails.request(learner, address, hour, Locale.ENGLISH));
    run(jump.minusSeconds(1));
    assertThat(reminders()).isEmpty();
    run(jump);
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void areLeftOutWhenTheServerWasOffForTooLong() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    run(sendAt.plus(ReminderRun.LATEST).plusSeconds(1));
    assertThat(reminders()).isEmpty();
    run(sendAt.plus(DAY).plus(ReminderRun.LATEST));
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void areNotSentToDisabledAccounts() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    database.update("update account set enabled = false where id = ?", learner.id());
    run(sendAt);
    assertThat(reminders()).isEmpty();
    database.update("update account set enabled = true where id = ?", learner.id());
    run(sendAt.plus(DAY));
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void areTriedAgainWhileTheMailServerIsAway() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    withoutMailServer(() -> run(sendAt));
    run(sendAt.plus(ReminderRun.RETRY).minusSeconds(1));
    assertThat(reminders()).isEmpty();
    run(sendAt.plus(ReminderRun.RETRY));
    assertThat(reminders()).hasSize(1);
    run(sendAt.plus(ReminderRun.RETRY.multipliedBy(3)));
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void areGivenUpForTheDayAfterThreeTries() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    withoutMailServer(
        () -> {
          run(sendAt);
          run(sendAt.plus(ReminderRun.RETRY));
          run(sendAt.plus(ReminderRun.RETRY.multipliedBy(3)));
        });
    run(sendAt.plus(Duration.ofHours(5)));
    assertThat(reminders()).isEmpty();
    run(sendAt.plus(DAY));
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void reachTheOthersWhenOneAddressIsBad() throws Exception {
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    database.update(
        "update email_reminder set address = 'not an address', next_at = next_at - interval '1'"
            + " hour where learner_id = ?",
        learner.id());
    learner();
    learning.quiz(learner, clock.instant(), 1, 1);
    turnOn();
    run(sendAt);
    assertThat(reminders()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org,b@example.org"
      })
  void areNotTurnedOnForWhatIsNoAddress(String typed) {
    assertRefused(typed, Reason.ADDRESS);
    assertThat(emails.of(learner.id())).isEmpty();
  }

  @Test
  void areNotTurnedOnWithoutThatTheLinkWasSent() {
    withoutMailServer(() -> assertRefused(address, Reason.NOT_SENT));
    assertThat(emails.of(learner.id())).isEmpty();
  }

  @Test
  void pesterNobodyWithLinks() throws Exception {
    for (int i = 0; i < ConfirmationLimit.PER_ADDRESS; i++) {
      learner = fixtures.learner();
      request(address);
    }
    learner = fixtures.learner();
    assertRefused(address, Reason.TOO_MANY);
    assertThat(mails(address)).hasSize(ConfirmationLimit.PER_ADDRESS);
  }

  @Test
  void areLookedAfterByAJobOfTheServer() {
    assertThat(schedules.stream().flatMap(holder -> holder.getScheduledTasks().stream()))
        .anySatisfy(
            task ->
                assertThat(task.getTask())
                    .isInstanceOfSatisfying(
                        CronTask.class,
                        cron -> assertThat(cron.toString()).contains(ReminderRun.class.getName())));
  }

  private EmailReminder request(String to) {
    return emails.request(learner, to, hour, Locale.ENGLISH);
  }

  private void assertRefused(String typed, Reason reason) {
    assertThatThrownBy(() -> request(typed))
        .isInstanceOfSatisfying(
            ReminderRefused.class, e -> assertThat(e.getReason()).isEqualTo(reason));
  }

  private void turnOn() throws Exception {
    request(address);
    assertThat(post(link(mails(address).getLast())).statusCode()).isEqualTo(200);
  }

  private void run(Instant at) {
    SimulatedTime.at(at, job::run);
  }

  private void withoutMailServer(Runnable action) {
    int there = sender.getPort();
    sender.setPort(1);
    try {
      action.run();
    } finally {
      sender.setPort(there);
    }
  }

  private void expire(Instant at) {
    database.update(
        "update email_reminder set confirmation_until = ? where learner_id = ?",
        at.atOffset(ZoneOffset.UTC),
        learner.id());
  }

  private Account withLocale(Locale locale) {
    return new Account(
        learner.id(),
        learner.username(),
        learner.displayName(),
        learner.role(),
        learner.calendar(),
        locale,
        false,
        true,
        null);
  }

  private List<MimeMessage> mails(String to) {
    return List.of(mailServer.getReceivedMessagesForDomain(to));
  }

  /** All but the one with the link. */
  private List<MimeMessage> reminders() throws Exception {
    List<MimeMessage> reminders = new ArrayList<>();
    for (MimeMessage mail : mails(address)) {
      if (mail.getHeader("List-Unsubscribe") != null) {
        reminders.add(mail);
      }
    }
    return reminders;
  }

  private static String plain(MimeMessage mail) throws Exception {
    return part(mail, "text/plain");
  }

  private static String html(MimeMessage mail) throws Exception {
    return part(mail, "text/html");
  }

  private static String part(MimeMessage mail, String type) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType(type)) {
        return (String) part.getContent();
      }
    }
    throw new AssertionError("No " + type + " in " + GreenMailUtil.getWholeMessage(mail));
  }

  private static String link(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(plain(mail));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String path(String link) {
    return link.replaceFirst("^<?https://keypoint\\.example", "");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path, Map.of()).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path) throws Exception {
    return browser.send(
        request(path, Map.of("Content-Type", "application/x-www-form-urlencoded"))
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    headers.forEach(request::header);
    return request;
  }
}
