package app.keypoint.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The feed as a calendar program gets it, read by a calendar library. */
@ReminderTest
class CalendarFeedTest {

  @Autowired CalendarFeeds feeds;
  @Autowired ReviewStatistics figures;
  @Autowired Accounts accounts;
  @Autowired Fixtures fixtures;
  @Autowired Learning learning;
  @Autowired JdbcTemplate database;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private final HttpClient program = HttpClient.newHttpClient();

  Account learner;

  @BeforeEach
  void learner() {
    learner = fixtures.learner();
  }

  @Test
  void hasOneWholeDayForEachDayWithCards_overdueOnesToday() throws Exception {
    learning.quiz(learner, now().minus(Duration.ofDays(3)), 10, 4);
    learning.quiz(fixtures.learner(), now(), 5, 5);
    String address = feeds.renew(learner.id(), Locale.ENGLISH);

    Calendar calendar = parsed(get(address));

    SortedMap<LocalDate, Integer> expected =
        new TreeMap<>(figures.forecast(learner.id(), today(), 30));
    expected.values().removeIf(cards -> cards == 0);
    assertThat(expected).containsEntry(today(), 10);
    Map<LocalDate, String> summaries =
        events(calendar).stream()
            .collect(Collectors.toMap(CalendarFeedTest::day, e -> e.getSummary().getValue()));
    assertThat(summaries)
        .isEqualTo(
            expected.entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, e -> e.getValue() + " cards to review")));
    VEvent event = events(calendar).getFirst();
    assertThat(event.<LocalDate>getEndDate().orElseThrow().getDate())
        .isEqualTo(day(event).plusDays(1));
    assertThat(event.getTimeTransparency().getValue()).isEqualTo("TRANSPARENT");
    assertThat(event.getUrl().getValue()).isEqualTo("https://keypoint.example/review");
    assertThat(event.validate().getEntries()).isEmpty();
    assertThat(calendar.validate().getEntries()).isEmpty();
  }

  @Test
  void everyDayWithCardsOfTheNextThirtyIsThere() throws Exception {
    learning.quiz(learner, now(), 10, 0);
    learning.quiz(learner, now(), 1, 1);
    Calendar calendar = parsed(get(feeds.renew(learner.id(), Locale.ENGLISH)));
    assertThat(events(calendar))
        .extracting(CalendarFeedTest::day)
        .containsExactlyElementsOf(
            figures.forecast(learner.id(), today(), 30).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList())
        .isNotEmpty();
  }

  @Test
  void keepsItsUidsAndTellsNobodyWhoseTheyAre() throws Exception {
    learning.quiz(learner, now(), 1, 1);
    Account other = fixtures.learner();
    learning.quiz(other, now(), 1, 1);
    String before = uid(feeds.renew(learner.id(), Locale.ENGLISH));
    assertThat(uid(feeds.renew(learner.id(), Locale.ENGLISH))).isEqualTo(before);
    assertThat(uid(feeds.renew(other.id(), Locale.ENGLISH))).isNotEqualTo(before);
    String text = get(feeds.renew(learner.id(), Locale.ENGLISH)).body();
    assertThat(text).doesNotContain(learner.username(), learner.displayName());
  }

  @Test
  void isACalendarWithoutEventsWhenNothingComes() throws Exception {
    HttpResponse<String> answer = get(feeds.renew(learner.id(), Locale.ENGLISH));
    assertThat(events(parsed(answer))).isEmpty();
    assertThat(answer.body())
        .contains("X-WR-CALNAME:Keypoint reviews", "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(cache -> assertThat(cache).contains("no-store", "private"));
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void speaksTheLanguageOfThePageUnlessTheAccountHasOne(@Autowired JdbcTemplate jdbc)
      throws Exception {
    learning.quiz(learner, now(), 1, 1);
    String address = feeds.renew(learner.id(), Locale.SIMPLIFIED_CHINESE);
    assertThat(get(address).body()).contains("1 张卡片待复习");
    jdbc.update("update account set locale = 'en' where id = ?", learner.id());
    assertThat(get(address).body()).contains("1 card to review");
  }

  @Test
  void endsWithANewAddressAndWhenTurnedOff() throws Exception {
    String first = feeds.renew(learner.id(), Locale.ENGLISH);
    String second = feeds.renew(learner.id(), Locale.ENGLISH);
    String others = feeds.renew(fixtures.learner().id(), Locale.ENGLISH);
    assertThat(get(first).statusCode()).isEqualTo(404);
    assertThat(get(second).statusCode()).isEqualTo(200);
    feeds.turnOff(learner.id());
    assertThat(feeds.since(learner.id())).isEmpty();
    assertThat(get(second).statusCode()).isEqualTo(404);
    assertThat(get(others).statusCode()).isEqualTo(200);
  }

  @Test
  void isNotThereForAWrongTokenOrADisabledAccount_withoutSayingWhich() throws Exception {
    String address = feeds.renew(learner.id(), Locale.ENGLISH);
    database.update("update account set enabled = false where id = ?", learner.id());
    HttpResponse<String> disabled = get(address);
    HttpResponse<String> wrong = get(address.replaceAll("[^/]+\\.ics", "guess.ics"));
    assertThat(disabled.statusCode()).isEqualTo(404).isEqualTo(wrong.statusCode());
    assertThat(disabled.body()).isEqualTo(wrong.body()).isEmpty();
  }

  @Test
  void keepsNoToken() {
    String address = feeds.renew(learner.id(), Locale.ENGLISH);
    String token = address.replaceAll(".*/|\\.ics", "");
    assertThat(token).hasSize(43);
    assertThat(database.queryForList("select * from calendar_feed").toString())
        .doesNotContain(token);
  }

  private String uid(String address) throws Exception {
    return events(parsed(get(address))).getFirst().getUid().orElseThrow().getValue();
  }

  private HttpResponse<String> get(String address) throws Exception {
    assertThat(address).startsWith("https://keypoint.example/calendar/");
    URI here = URI.create("http://localhost:" + port + URI.create(address).getPath());
    return program.send(HttpRequest.newBuilder(here).build(), BodyHandlers.ofString());
  }

  private static Calendar parsed(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new CalendarBuilder().build(new StringReader(answer.body()));
  }

  private static List<VEvent> events(Calendar calendar) {
    return calendar.getComponents(Component.VEVENT);
  }

  private static LocalDate day(VEvent event) {
    return LocalDate.from(event.getDateTimeStart().getDate());
  }

  private Instant now() {
    return clock.instant();
  }

  private LocalDate today() {
    return learner.calendar().dayOf(now());
  }
}
