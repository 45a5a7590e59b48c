package app.keypoint.review.internal.integrity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.ServedQuestions;
import app.keypoint.identity.Accounts;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.internal.history.PastReviewEntity;
import app.keypoint.review.internal.history.PastReviewRepository;
import app.keypoint.review.internal.history.Rescheduling;
import app.keypoint.review.internal.log.AnswerContexts;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import app.keypoint.scheduling.Scheduler;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Cards and days follow from the log. Memory holds the histories of some cards at a time. */
@Component
@OpenTo(Audience.FEATURES)
class DerivedReviews implements Derived {

  private static final int AT_ONCE = 100;

  private final EntityManager db;
  private final CardRepository cards;
  private final LogRepository log;
  private final PastReviewRepository past;
  private final ReviewSettings settings;
  private final Rescheduling rescheduling;
  private final Accounts accounts;
  private final LogWriter writer;
  private final Clock clock;
  private final DerivedDays days;
  private final ServedQuestions questions;

  DerivedReviews(
      EntityManager db,
      CardRepository cards,
      LogRepository log,
      PastReviewRepository past,
      ReviewSettings settings,
      Rescheduling rescheduling,
      Accounts accounts,
      LogWriter writer,
      Clock clock,
      DerivedDays days,
      ServedQuestions questions) {
    this.db = db;
    this.cards = cards;
    this.log = log;
    this.past = past;
    this.settings = settings;
    this.rescheduling = rescheduling;
    this.accounts = accounts;
    this.writer = writer;
    this.clock = clock;
    this.days = days;
    this.questions = questions;
  }

  @Override
  public long check(long learnerId, Consumer<Difference> found) {
    Scheduler scheduler = AnswerContexts.scheduler(settings.of(learnerId));
    DerivedDays.Sums sums = days.sums(learnerId);
    long entries =
        eachCard(
            learnerId,
            log -> {
              log.check(scheduler, found);
              sums.add(log);
              db.detach(log.card());
            });
    sums.check(found);
    return entries;
  }

  /**
   * Each card first becomes what its last entry left; where all that happened leads elsewhere, the
   * card is scheduled anew, which is an entry of its own.
   */
  @Override
  public void repair(long learnerId) {
    Step step = writer.begin(learnerId, accounts.require(learnerId).calendar(), clock.instant());
    // Held together, in the order in which everybody holds them.
    var unusedCards = cards.lockAll(learnerId);
    DerivedDays.Sums sums = days.sums(learnerId);
    long unusedEntries =
        eachCard(
            learnerId,
            log -> {
              log.repair();
              sums.add(log);
            });
    db.flush();
    int unusedMoved = rescheduling.repair(step);
    db.flush();
    sums.write();
  }

  /** Says how many entries there are. */
  private long eachCard(long learnerId, Consumer<CardCheck> action) {
    long entries = 0;
    List<CardEntity> some = cards.after(learnerId, Long.MIN_VALUE, Limit.of(AT_ONCE));
    while (!some.isEmpty()) {
      long next = some.getLast().id();
      entries += eachCard(learnerId, some, action);
      some = cards.after(learnerId, next, Limit.of(AT_ONCE));
    }
    return entries;
  }

  private long eachCard(long learnerId, List<CardEntity> some, Consumer<CardCheck> action) {
    List<LogEntry> entries = log.whole(some.stream().map(CardEntity::id).toList());
    entries.forEach(db::detach);
    List<String> asked = some.stream().map(card -> card.questionId()).toList();
    Set<String> served = questions.among(asked);
    List<PastReviewEntity> brought = past.findByLearnerIdAndCardInOrderByAt(learnerId, asked);
    brought.forEach(db::detach);
    Map<Long, List<LogEntry>> byCard =
        entries.stream().collect(groupingBy(entry -> entry.cardId()));
    Map<String, List<PastAnswer>> byQuestion =
        brought.stream()
            .collect(
                groupingBy(answer -> answer.card(), mapping(PastReviewEntity::toAnswer, toList())));
    for (CardEntity card : some) {
      action.accept(
          new CardCheck(
              card,
              byCard.getOrDefault(card.id(), List.of()),
              byQuestion.getOrDefault(card.questionId(), List.of()),
              served.contains(card.questionId())));
    }
    return entries.size();
  }
}
