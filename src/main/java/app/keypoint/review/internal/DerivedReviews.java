package app.keypoint.review.internal;

import app.keypoint.identity.Accounts;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.ReviewSettings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.stereotype.Component;

/**
 * Cards and days follow from the log. Read card by card, so that memory holds one card's log at a
 * time.
 */
@Component
class DerivedReviews implements Derived {

  private static final int FETCH = 2_000;

  private final EntityManager db;
  private final CardRepository cards;
  private final PastReviewRepository past;
  private final ReviewSettings settings;
  private final Rescheduling rescheduling;
  private final Accounts accounts;
  private final Steps steps;
  private final Clock clock;
  private final DerivedDays days;

  DerivedReviews(
      EntityManager db,
      CardRepository cards,
      PastReviewRepository past,
      ReviewSettings settings,
      Rescheduling rescheduling,
      Accounts accounts,
      Steps steps,
      Clock clock,
      DerivedDays days) {
    this.db = db;
    this.cards = cards;
    this.past = past;
    this.settings = settings;
    this.rescheduling = rescheduling;
    this.accounts = accounts;
    this.steps = steps;
    this.clock = clock;
    this.days = days;
  }

  @Override
  public long check(long learnerId, Consumer<Difference> found) {
    DerivedDays.Sums sums = days.sums(learnerId);
    CardLog.Rule rule = rule(learnerId);
    long entries = eachCard(learnerId, log -> log.check(rule, sums, found));
    sums.check(found);
    db.clear();
    return entries;
  }

  /**
   * Each card first becomes what its last entry left; where the whole log leads elsewhere, the card
   * is scheduled anew, which is an entry of its own.
   */
  @Override
  public void repair(long learnerId) {
    Step step = steps.begin(learnerId, accounts.require(learnerId).calendar(), clock.instant());
    cards.lockAll(learnerId);
    DerivedDays.Sums sums = days.sums(learnerId);
    eachCard(
        learnerId,
        log -> {
          log.repair();
          log.count(sums);
        });
    sums.write();
    db.flush();
    int unused = rescheduling.all(step, step.scheduler());
  }

  private CardLog.Rule rule(long learnerId) {
    Map<String, List<PastAnswer>> brought =
        past.findByLearnerIdOrderByAt(learnerId).stream()
            .map(PastReviewEntity::toAnswer)
            .collect(Collectors.groupingBy(PastAnswer::card));
    return new CardLog.Rule(Moments.scheduler(settings.of(learnerId)), brought);
  }

  private long eachCard(long learnerId, Consumer<CardLog> action) {
    Map<Long, CardEntity> byId =
        db.createQuery("from CardEntity c where c.learnerId = :learner", CardEntity.class)
            .setParameter("learner", learnerId)
            .getResultStream()
            .collect(Collectors.toMap(CardEntity::id, card -> card));
    long entries = 0;
    List<LogEntry> log = new ArrayList<>();
    try (Stream<LogEntry> all =
        db.createQuery(
                "from LogEntry l where l.learnerId = :learner order by l.cardId, l.cardVersion",
                LogEntry.class)
            .setParameter("learner", learnerId)
            .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH)
            .getResultStream()) {
      for (LogEntry entry : (Iterable<LogEntry>) all::iterator) {
        if (!log.isEmpty() && log.getFirst().cardId != entry.cardId) {
          act(byId, log, action);
          log = new ArrayList<>();
        }
        db.detach(entry);
        log.add(entry);
        entries++;
      }
    }
    if (!log.isEmpty()) {
      act(byId, log, action);
    }
    byId.values().forEach(card -> action.accept(new CardLog(card, List.of())));
    return entries;
  }

  private static void act(
      Map<Long, CardEntity> byId, List<LogEntry> log, Consumer<CardLog> action) {
    CardEntity card = byId.remove(log.getFirst().cardId);
    if (card == null) {
      throw new IllegalStateException(
          "The log names a card of somebody else: " + log.getFirst().id);
    }
    action.accept(new CardLog(card, log));
  }
}
