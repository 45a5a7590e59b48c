package app.keypoint.review.internal;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.PastAnswer.Phase;
import app.keypoint.review.ReviewHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReviewHistoryService implements ReviewHistory {

  private final LogRepository log;
  private final PastReviewRepository past;
  private final CardRepository cards;
  private final LearnerDayRepository days;
  private final Rescheduling rescheduling;
  private final Steps steps;
  private final Catalogue catalogue;

  ReviewHistoryService(
      LogRepository log,
      PastReviewRepository past,
      CardRepository cards,
      LearnerDayRepository days,
      Rescheduling rescheduling,
      Steps steps,
      Catalogue catalogue) {
    this.log = log;
    this.past = past;
    this.cards = cards;
    this.days = days;
    this.rescheduling = rescheduling;
    this.steps = steps;
    this.catalogue = catalogue;
  }

  @Override
  @Transactional(readOnly = true)
  public List<PastAnswer> answers(long learnerId) {
    return Stream.concat(
            past.findByLearnerIdOrderByAt(learnerId).stream().map(PastReviewEntity::toAnswer),
            log.answers(learnerId).stream().map(OwnAnswer::toAnswer))
        .sorted(Comparator.comparing(PastAnswer::at))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Addition preview(Account learner, List<PastAnswer> answers) {
    return addition(answers, unknown(learner, answers));
  }

  @Override
  public Addition add(Account learner, List<PastAnswer> answers) {
    Step step = steps.begin(learner);
    List<PastAnswer> added = unknown(learner, answers);
    past.saveAll(added.stream().map(answer -> new PastReviewEntity(learner.id(), answer)).toList());
    countDays(learner, added);
    reschedule(step, added);
    return addition(answers, added);
  }

  /** Those that are not there yet, each once, oldest first. */
  private List<PastAnswer> unknown(Account learner, List<PastAnswer> answers) {
    Set<Key> seen = answers(learner.id()).stream().map(Key::of).collect(Collectors.toSet());
    return answers.stream()
        .filter(answer -> seen.add(Key.of(answer)))
        .sorted(Comparator.comparing(PastAnswer::at))
        .toList();
  }

  /** To the millisecond, as the exchange format tells it. */
  private record Key(String card, long millis) {
    static Key of(PastAnswer answer) {
      return new Key(answer.card(), answer.at().toEpochMilli());
    }
  }

  private Addition addition(List<PastAnswer> answers, List<PastAnswer> added) {
    Set<String> names = answers.stream().map(PastAnswer::card).collect(Collectors.toSet());
    return new Addition(
        added.size(),
        answers.size() - added.size(),
        names.size(),
        (int) names.stream().filter(this::isQuestion).count());
  }

  private boolean isQuestion(String card) {
    return catalogue.question(card).isPresent();
  }

  /** Days of the past count for the activity map and the streak like those lived here. */
  private void countDays(Account learner, List<PastAnswer> added) {
    Map<LocalDate, DayCount> counts = new TreeMap<>();
    added.forEach(answer -> counts.merge(answer.studyDay(), count(answer), DayCount::plus));
    counts.forEach((day, count) -> days.add(learner.id(), day, count));
  }

  private static DayCount count(PastAnswer answer) {
    boolean review = answer.phase() == Phase.REVIEW;
    Duration taken = answer.timeTaken();
    return new DayCount(
        1,
        0,
        0,
        0,
        review ? 1 : 0,
        review && answer.rating() > 1 ? 1 : 0,
        taken == null ? 0 : taken.toMillis(),
        0);
  }

  private void reschedule(Step step, List<PastAnswer> added) {
    Map<String, PastAnswer> firsts = new LinkedHashMap<>();
    added.stream()
        .filter(answer -> isQuestion(answer.card()))
        .forEach(answer -> firsts.putIfAbsent(answer.card(), answer));
    if (firsts.isEmpty()) {
      return;
    }
    Set<String> existing = new HashSet<>();
    cards
        .findByLearnerIdAndQuestionIdIn(step.learnerId(), firsts.keySet())
        .forEach(card -> existing.add(card.questionId));
    firsts.forEach(
        (question, first) -> {
          if (!existing.contains(question)) {
            var unused = steps.create(step, question, first.studyDay(), first.at());
          }
        });
    var unused = rescheduling.some(step, firsts.keySet(), step.scheduler());
  }
}
