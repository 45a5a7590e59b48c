package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.review.Acted;
import app.keypoint.review.CatchingUp;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class CatchingUpService implements CatchingUp {

  private final CardRepository cards;
  private final LogWriter writer;
  private final Clock clock;

  CatchingUpService(CardRepository cards, LogWriter writer, Clock clock) {
    this.cards = cards;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public int backlog(Account learner) {
    return cards.countDue(learner.id(), learner.today(clock)).getBacklog();
  }

  @Override
  @Transactional(readOnly = true)
  public SortedMap<LocalDate, DayLoad> plan(Account learner, int days) {
    return plan(learner, days, cards.backlog(learner.id(), learner.today(clock))).loads();
  }

  @Override
  public Acted spread(Account learner, int days) {
    Step step = writer.begin(learner);
    List<CardEntity> backlog = cards.lockBacklog(learner.id(), step.day());
    Map<Long, LocalDate> dayByCard = plan(learner, days, backlog).dayByCard();
    Acted acted =
        writer.change(
            step,
            backlog,
            StepKind.CATCH_UP,
            card -> card.schedule().postponedUntil(dayByCard.getOrDefault(card.id(), step.day())));
    return new Acted(
        (int) dayByCard.values().stream().filter(day -> day.isAfter(step.day())).count(),
        acted.step());
  }

  private CatchUpPlan plan(Account learner, int days, List<CardEntity> backlog) {
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException("Days are 1..%d but are %d".formatted(MAX_DAYS, days));
    }
    LocalDate today = learner.today(clock);
    LocalDate last = today.plusDays(days - 1L);
    SortedMap<LocalDate, Integer> scheduled = new TreeMap<>();
    today.datesUntil(last.plusDays(1)).forEach(day -> scheduled.put(day, 0));
    cards.forecast(learner.id(), last).stream()
        .filter(coming -> !coming.getDay().isBefore(today))
        .forEach(coming -> scheduled.put(coming.getDay(), coming.getCards()));
    return CatchUpPlan.of(backlog.stream().map(CardEntity::snapshot).toList(), scheduled, today);
  }
}
