package app.keypoint.review.internal;

import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.scheduler.Scheduler;
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
 * A card and its whole log.
 *
 * @param entries in the order of the card's versions, those taken back included
 */
record CardLog(CardEntity card, List<LogEntry> entries) {

  /** By what a learner's cards are scheduled. */
  record Rule(Scheduler scheduler, Map<String, List<PastAnswer>> past) {}

  void check(Rule rule, DerivedDays.Sums sums, Consumer<Difference> found) {
    checkChain(found);
    checkRow(found);
    CardSchedule leads = replayed(rule);
    CardSchedule left = left();
    if (!leads.equals(left)) {
      found.accept(difference(Kind.SCHEDULE, left, leads, last()));
    }
    count(sums);
  }

  /** Adds what counts of it to the learner's days. */
  void count(DerivedDays.Sums sums) {
    effective().forEach(entry -> sums.add(entry.studyDay, DayCount.of(entry), entry));
  }

  /** The row becomes what the last entry left. */
  void repair() {
    card.version = entries.size();
    card.schedule = left();
    card.fresh = card.schedule.fresh();
    card.queueDay = queueDay();
  }

  /** Entries that were not taken back. */
  List<LogEntry> effective() {
    Set<Long> undone =
        entries.stream()
            .map(entry -> entry.undoes)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    return entries.stream()
        .filter(entry -> entry.undoes == null && !undone.contains(entry.id))
        .toList();
  }

  private CardSchedule replayed(Rule rule) {
    List<LogEntry> effective = effective();
    List<PastAnswer> past = rule.past().getOrDefault(card.questionId, List.of());
    return effective.isEmpty() && past.isEmpty()
        ? left()
        : Rescheduling.replayed(card, effective, past, rule.scheduler());
  }

  /** What the last entry left, or the card as it is when there is none. */
  private CardSchedule left() {
    return entries.isEmpty() ? card.schedule : entries.getLast().after;
  }

  private @Nullable LogEntry last() {
    return entries.isEmpty() ? null : entries.getLast();
  }

  private @Nullable LocalDate queueDay() {
    return card.retired || card.schedule.suspended() ? null : card.schedule.comesUp();
  }

  private void checkRow(Consumer<Difference> found) {
    Row kept = new Row(card.version, card.fresh, card.queueDay, card.schedule);
    CardSchedule left = left();
    Row follows =
        new Row(
            entries.size(),
            left.fresh(),
            card.retired || left.suspended() ? null : left.comesUp(),
            left);
    if (!kept.equals(follows)) {
      found.accept(difference(Kind.CARD, kept, follows, last()));
    }
  }

  /** What a card's row repeats. */
  private record Row(
      int version, boolean fresh, @Nullable LocalDate queueDay, CardSchedule schedule) {}

  /** Each entry goes on where the one before ended; an undo ends where the undone one began. */
  private void checkChain(Consumer<Difference> found) {
    Map<Long, LogEntry> byId = new HashMap<>();
    LogEntry before = null;
    for (LogEntry entry : entries) {
      if (before != null && !entry.before.equals(before.after)) {
        found.accept(difference(Kind.LOG, entry.before, before.after, entry));
      }
      LogEntry undone = entry.undoes == null ? null : byId.get(entry.undoes);
      if (undone != null && !entry.after.equals(undone.before)) {
        found.accept(difference(Kind.LOG, entry.after, undone.before, entry));
      }
      byId.put(entry.id(), entry);
      before = entry;
    }
  }

  private Difference difference(
      Kind kind, Object kept, Object follows, @Nullable LogEntry explains) {
    Differing differing = Differing.of(kept.toString(), follows.toString());
    return new Difference(
        card.learnerId,
        kind,
        "card %d, question %s".formatted(card.id(), card.questionId),
        differing.kept(),
        differing.follows(),
        explains == null ? null : explains.describe());
  }
}
