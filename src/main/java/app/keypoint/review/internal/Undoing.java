package app.keypoint.review.internal;

import app.keypoint.review.StepKind;
import app.keypoint.review.Undo.Reason;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back steps, each only while it is the latest that happened to its cards. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Undoing {

  /** So many of a learner's latest steps can be taken back. */
  static final int REACH = 30;

  private final LogRepository log;
  private final CardRepository cards;
  private final LogWriter writer;

  Undoing(LogRepository log, CardRepository cards, LogWriter writer) {
    this.log = log;
    this.cards = cards;
    this.writer = writer;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** The step's kind, and the cards as they are again. */
    record TakenBack(StepKind kind, List<CardEntity> cards) implements Outcome {}

    record Stays(Reason reason) implements Outcome {}
  }

  /** Takes back the learner's latest step that was not taken back yet, within {@link #REACH}. */
  Outcome latest(Step step) {
    return takeBack(step, log.lastStep(step.learnerId(), reach(step)));
  }

  /** Takes back a step if it is the one that {@link #latest} would. */
  Outcome named(Step step, long number) {
    Optional<Long> latest = log.lastStep(step.learnerId(), reach(step));
    if (latest.filter(last -> last == number).isPresent()) {
      return takeBack(step, latest);
    }
    List<LogEntry> entries = log.findByLearnerIdAndStepOrderByCardId(step.learnerId(), number);
    return new Outcome.Stays(
        !entries.isEmpty() && log.existsByUndoes(entries.getFirst().id())
            ? Reason.ALREADY
            : latest.filter(last -> last > number).isPresent()
                ? Reason.NOT_LATEST
                : Reason.NOTHING);
  }

  /** Takes back the latest step since an instant that was none of the queue's. */
  Outcome besidesQueue(Step step, Instant since) {
    return takeBack(step, log.lastStepBesidesQueue(step.learnerId(), reach(step), since));
  }

  /** The number of the earliest step that can be taken back; none is earlier than all. */
  private long reach(Step step) {
    List<Long> latest = log.steps(step.learnerId(), Limit.of(REACH));
    return latest.isEmpty() ? Long.MAX_VALUE : latest.getLast();
  }

  private Outcome takeBack(Step step, Optional<Long> number) {
    if (number.isEmpty()) {
      return new Outcome.Stays(Reason.NOTHING);
    }
    List<LogEntry> entries =
        log.findByLearnerIdAndStepOrderByCardId(step.learnerId(), number.get());
    StepKind kind = entries.getFirst().kind();
    if (kind == StepKind.REPLAY) {
      return new Outcome.Stays(Reason.REPLAY);
    }
    Optional<StepKind> since = log.sinceStep(step.learnerId(), number.get());
    if (since.isPresent()) {
      return new Outcome.Stays(
          switch (since.get()) {
            case QUIZ -> Reason.QUIZ;
            case REPLAY -> Reason.REPLAY;
            default -> Reason.NOT_LATEST;
          });
    }
    Map<Long, CardEntity> byId =
        cards
            .lockForUndo(step.learnerId(), entries.stream().map(entry -> entry.cardId()).toList())
            .stream()
            .collect(Collectors.toMap(CardEntity::id, Function.identity()));
    for (LogEntry entry : entries) {
      CardEntity card = byId.get(entry.cardId());
      if (card == null) {
        throw new IllegalStateException("The log names a card that is gone: " + entry.cardId());
      }
      writer.undo(step, card, entry);
    }
    return new Outcome.TakenBack(kind, List.copyOf(byId.values()));
  }
}
