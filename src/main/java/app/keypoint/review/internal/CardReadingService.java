package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.review.CardEvent;
import app.keypoint.review.CardReading;
import app.keypoint.review.CardSnapshot;
import app.keypoint.review.internal.history.PastReviewRepository;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.scheduling.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class CardReadingService implements CardReading {

  private final CardRepository cards;
  private final LogRepository log;
  private final PastReviewRepository past;
  private final SureWrong sureWrong;

  CardReadingService(
      CardRepository cards, LogRepository log, PastReviewRepository past, SureWrong sureWrong) {
    this.cards = cards;
    this.log = log;
    this.past = past;
    this.sureWrong = sureWrong;
  }

  @Override
  public List<CardSnapshot> ofQuestions(long learnerId, Collection<String> questionIds) {
    return snapshots(cards.findByLearnerIdAndQuestionIdIn(learnerId, questionIds));
  }

  @Override
  public List<CardSnapshot> among(long learnerId, Collection<Long> cardIds) {
    return snapshots(cards.findByLearnerIdAndIdIn(learnerId, cardIds));
  }

  @Override
  public List<CardSnapshot> troubled(long learnerId, int most) {
    return snapshots(cards.troubled(learnerId, most));
  }

  @Override
  public List<Long> forgottenSince(long learnerId, LocalDate from) {
    return log.forgottenSince(learnerId, from);
  }

  @Override
  public List<CardEvent> history(long learnerId, long cardId) {
    return log.ofCard(learnerId, cardId).stream().map(CardReadingService::event).toList();
  }

  @Override
  public int brought(long learnerId, String questionId) {
    return past.countByLearnerIdAndCard(learnerId, questionId);
  }

  @Override
  public Set<Long> buriedOn(long learnerId, LocalDate day) {
    return log.buriedOn(learnerId, day);
  }

  @Override
  public Lately lately(long learnerId, LocalDate today, LocalDate from) {
    return sureWrong.lately(learnerId, from, log.lately(learnerId, today, from));
  }

  @Override
  public boolean sureWrongPracticable(long learnerId, LocalDate today, LocalDate from) {
    Lately lately =
        sureWrong.lately(learnerId, from, log.latelyPracticable(learnerId, today, from));
    return !lately.buried().containsAll(lately.sureWrong());
  }

  @Override
  public List<Practised> practised(long learnerId, LocalDate from, Instant since) {
    return log.practised(learnerId, from, since).stream()
        .map(answer -> new Practised(answer.getCardId(), Grade.values()[answer.getGrade()]))
        .toList();
  }

  private static List<CardSnapshot> snapshots(List<CardEntity> some) {
    return some.stream().map(CardEntity::snapshot).toList();
  }

  private static CardEvent event(LogEntry entry) {
    return new CardEvent(
        entry.at(),
        entry.kind(),
        entry.gradeOrNull(),
        entry.before().easiness(),
        entry.after().easiness(),
        entry.before().difficulty(),
        entry.after().difficulty(),
        entry.after().intervalDays(),
        entry.after().due());
  }
}
