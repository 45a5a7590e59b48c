package app.keypoint.review.internal;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.internal.QueueCounts.Source;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.CardRepository.Due;
import app.keypoint.review.internal.log.CardRepository.Head;
import app.keypoint.review.internal.log.LearnerDayEntity;
import app.keypoint.review.internal.log.LearnerDayRepository;
import app.keypoint.review.internal.log.LogRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The order in which a learner's cards are asked, and their counts: both from the same few sums, so
 * that they agree on every screen and device.
 */
@Component
class DueQueue {

  /** How far to look for a card of another key point. */
  private static final int PAGE = 20;

  private final CardRepository cards;
  private final LogRepository log;
  private final LearnerDayRepository days;
  private final Catalogue catalogue;

  DueQueue(
      CardRepository cards, LogRepository log, LearnerDayRepository days, Catalogue catalogue) {
    this.cards = cards;
    this.log = log;
    this.days = days;
    this.catalogue = catalogue;
  }

  /** What waits for the learner on a study day. */
  QueueCounts counts(long learnerId, LocalDate today, ReviewPreferences preferences) {
    Optional<LearnerDayEntity> day = days.findByLearnerIdAndStudyDay(learnerId, today);
    int introduced = day.map(counters -> counters.introduced()).orElse(0);
    int quota = Math.max(0, preferences.newPerDay() - introduced);
    Due due = cards.countDue(learnerId, today);
    return QueueCounts.of(
        day.map(counters -> counters.cleared()).orElse(0),
        day.map(counters -> counters.dueDone()).orElse(0),
        introduced,
        due,
        quota == 0 ? 0 : cards.countFresh(learnerId, today, quota),
        preferences.reviewsPerDay());
  }

  /** The same with the next day on which cards come up. */
  ReviewProgress progress(long learnerId, LocalDate today, QueueCounts counts) {
    return cards
        .firstAfter(learnerId, today)
        .map(next -> counts.progress(next.getDay(), next.getCards()))
        .orElseGet(() -> counts.progress(null, 0));
  }

  /** The card to be asked next. */
  Optional<CardEntity> head(long learnerId, LocalDate today, QueueCounts counts) {
    List<Head> candidates =
        sources(counts)
            .map(source -> served(source, learnerId, today))
            .filter(heads -> !heads.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> last =
        candidates.size() == 1
            ? Optional.empty()
            : log.lastAnswered(learnerId, today).flatMap(this::keyPoint);
    Head head =
        candidates.stream()
            .filter(card -> last.isEmpty() || !last.equals(keyPoint(card.getQuestionId())))
            .findFirst()
            .orElse(candidates.getFirst());
    return cards.findById(head.getId());
  }

  /** Whose turn it is, then the others: a card whose question is not served holds nobody up. */
  private static Stream<Source> sources(QueueCounts counts) {
    return Stream.of(
            Optional.of(counts.next()).filter(source -> source != Source.NOTHING),
            Optional.of(Source.DUE).filter(_ -> counts.today() + counts.backlog() > 0),
            Optional.of(Source.NEW).filter(_ -> counts.fresh() > 0),
            Optional.of(Source.DRILL).filter(_ -> counts.drills() > 0))
        .flatMap(Optional::stream)
        .distinct();
  }

  /** The first cards whose question is served; further cards are read only if there is none. */
  private List<Head> served(Source source, long learnerId, LocalDate today) {
    int most = PAGE;
    while (true) {
      List<Head> heads = heads(source, learnerId, today, Limit.of(most));
      List<Head> served =
          heads.stream()
              .filter(card -> catalogue.question(card.getQuestionId()).isPresent())
              .toList();
      if (!served.isEmpty() || heads.size() < most) {
        return served;
      }
      most *= PAGE;
    }
  }

  private List<Head> heads(Source source, long learnerId, LocalDate today, Limit most) {
    return switch (source) {
      case DUE -> cards.dueHead(learnerId, today, most);
      case NEW -> cards.freshHead(learnerId, today, most);
      case DRILL -> cards.drillHead(learnerId, today, most);
      case NOTHING -> List.of();
    };
  }

  private Optional<String> keyPoint(String questionId) {
    return catalogue
        .question(questionId)
        .map(version -> version.question())
        .map(Question::keyPointId);
  }
}
