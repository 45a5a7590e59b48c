package app.keypoint.review.internal.integrity;

import app.keypoint.content.Response;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.integrity.Difference;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.internal.history.Rescheduling;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.scheduling.Scheduler;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a card's row with all that happened to the card, or mends it.
 *
 * @param entries in the order of the card's versions, those taken back included
 * @param past answers brought from elsewhere, oldest first
 * @param served whether its question is
 */
record CardCheck(
    CardEntity card, List<LogEntry> entries, List<PastAnswer> past, boolean served) {

  void check(Scheduler scheduler, Consumer<Difference> found) {
    checkChain(found);
    checkRow(found);
    CardSchedule left = left();
    CardSchedule leads = Rescheduling.replayed(card, effective(), past, scheduler);
    if (!entries.isEmpty() || !past.isEmpty()) {
      tell(Kind.SCHEDULE, left, leads, last(), found);
    }
  }

  /** The row becomes what the last entry left. */
  void repair() {
    card.repair(version(), !served, left());
  }

  /** Entries that were not taken back. */
  List<LogEntry> effective() {
    Set<Long> undone =
        entries.stream()
            .map(entry -> entry.undoes())
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    return entries.stream()
        .filter(entry -> entry.undoes() == null && !undone.contains(entry.id()))
        .toList();
  }

  /** What the last entry left; a card without one is as it was when it was made. */
  private CardSchedule left() {
    return entries.isEmpty() ? begun(card.schedule()) : entries.getLast().after();
  }

  /** A schedule as a card begins with it: its day and its place in the queue are its own. */
  private static CardSchedule begun(CardSchedule schedule) {
    return CardSchedule.fresh(schedule.due(), schedule.queuedAt());
  }

  private @Nullable LogEntry last() {
    return entries.isEmpty() ? null : entries.getLast();
  }

  private int version() {
    return entries.isEmpty() ? 0 : entries.getLast().cardVersion() + 1;
  }

  private @Nullable LocalDate queueDay(CardSchedule schedule) {
    return served && !schedule.suspended() ? schedule.comesUp() : null;
  }

  private void checkRow(Consumer<Difference> found) {
    CardSchedule left = left();
    tell(
        Kind.CARD,
        new Row(card.version(), card.retired(), card.fresh(), card.queueDay(), card.schedule()),
        new Row(version(), !served, left.fresh(), queueDay(left), left),
        last(),
        found);
  }

  /** What a card's row repeats. */
  private record Row(
      int version,
      boolean retired,
      boolean fresh,
      @Nullable LocalDate queueDay,
      CardSchedule schedule) {}

  /** Each entry goes on where the one before ended; an undo ends where the undone one began. */
  private void checkChain(Consumer<Difference> found) {
    Map<Long, LogEntry> byId = new HashMap<>();
    LogEntry before = null;
    for (LogEntry entry : entries) {
      CardSchedule ended = before == null ? begun(entry.before()) : before.after();
      int next = before == null ? 0 : before.cardVersion() + 1;
      tell(
          Kind.LOG,
          new Link(entry.learnerId(), entry.cardVersion(), entry.overruled(), entry.before()),
          new Link(card.learnerId(), next, overruled(entry), ended),
          entry,
          found);
      if (before != null && entry.step() <= before.step()) {
        tell(Kind.LOG, "step " + entry.step(), "a step after " + before.step(), entry, found);
      }
      if (entry.undoes() != null) {
        LogEntry undone = byId.get(entry.undoes());
        tell(Kind.LOG, entry.after(), undone == null ? "no such entry" : undone.before(), entry, found);
      }
      byId.put(entry.id(), entry);
      before = entry;
    }
  }

  /** How an entry follows the one before. */
  private record Link(long learnerId, int version, boolean overruled, CardSchedule before) {}

  /** Answers say so themselves, since they are kept. */
  private static boolean overruled(LogEntry entry) {
    return entry.response() == null
        ? entry.overruled()
        : entry.response() instanceof Response.Typed typed && typed.overruled();
  }

  private void tell(
      Kind kind,
      Object kept,
      Object follows,
      @Nullable LogEntry explains,
      Consumer<Difference> found) {
    if (!kept.equals(follows)) {
      Differing differing = Differing.of(kept.toString(), follows.toString());
      found.accept(
          new Difference(
              card.learnerId(),
              kind,
              "card %d, question %s".formatted(card.id(), card.questionId()),
              differing.kept(),
              differing.follows(),
              explains == null ? null : explains.describe()));
    }
  }
}
