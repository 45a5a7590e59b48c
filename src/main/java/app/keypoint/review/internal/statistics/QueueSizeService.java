package app.keypoint.review.internal.statistics;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.statistics.QueueSize;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class QueueSizeService implements QueueSize {

  private final CardRepository cards;
  private final Clock clock;

  QueueSizeService(CardRepository cards, Clock clock) {
    this.cards = cards;
    this.clock = clock;
  }

  @Override
  public Counts now() {
    Instant now = clock.instant();
    // No zone is further ahead than a day.
    LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    long due = 0;
    long overdue = 0;
    for (CardRepository.Waiting group : cards.waiting(latest)) {
      LocalDate today =
          new StudyCalendar(ZoneId.of(group.getZone()), group.getRolloverHour()).dayOf(now);
      due += group.getQueueDay().isAfter(today) ? 0 : group.getCards();
      overdue += group.getQueueDay().isBefore(today) ? group.getCards() : 0;
    }
    return new Counts(due, overdue);
  }
}
