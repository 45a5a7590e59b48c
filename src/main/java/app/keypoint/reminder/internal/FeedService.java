package app.keypoint.reminder.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Unattended;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.BaseAddress;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.review.Reviewing;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class FeedService implements CalendarFeeds {

  /** How far the calendar looks ahead, today included. */
  static final int DAYS = 30;

  private final FeedRepository feeds;
  private final Accounts accounts;
  private final ReviewStatistics figures;
  private final Reviewing reviewing;
  private final FeedCalendar calendar;
  private final BaseAddress base;
  private final Clock clock;

  FeedService(
      FeedRepository feeds,
      Accounts accounts,
      ReviewStatistics figures,
      Reviewing reviewing,
      FeedCalendar calendar,
      BaseAddress base,
      Clock clock) {
    this.feeds = feeds;
    this.accounts = accounts;
    this.figures = figures;
    this.reviewing = reviewing;
    this.calendar = calendar;
    this.base = base;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Instant> since(long learnerId) {
    return feeds.findByLearnerId(learnerId).map(feed -> feed.createdAt);
  }

  @Override
  public String renew(long learnerId, Locale language) {
    String token = Token.random();
    String hash = Token.hash(token);
    String tag = language.toLanguageTag();
    Instant now = clock.instant();
    if (feeds.add(learnerId, hash, UUID.randomUUID().toString(), tag, now) == 0) {
      feeds.replace(learnerId, hash, tag, now);
    }
    return base.of("/calendar/" + token + ".ics");
  }

  @Override
  public void turnOff(long learnerId) {
    feeds.remove(learnerId);
  }

  /** The iCalendar file behind a token; empty when there is none or its learner may not sign in. */
  @Transactional(readOnly = true)
  @OpenTo(Audience.ANYBODY)
  public Optional<String> read(String token) {
    return feeds
        .findByTokenHash(Token.hash(token))
        .flatMap(
            feed ->
                accounts
                    .active(feed.learnerId)
                    .map(account -> Unattended.call(() -> write(feed, account))));
  }

  private String write(FeedEntity feed, Account account) {
    Instant now = clock.instant();
    LocalDate today = account.calendar().dayOf(now);
    SortedMap<LocalDate, Integer> loads =
        new TreeMap<>(figures.forecast(account.id(), today, DAYS));
    // As Today says it: with new cards and the learner's limit.
    loads.put(today, reviewing.progress(account).left());
    return calendar.write(loads, feed.uidPrefix, Language.of(account, feed.language), now);
  }
}
