package app.keypoint.review.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.review.DueCard.Preview;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.DayCount;
import app.keypoint.review.internal.log.LogEntry.Answered;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.Saved;
import app.keypoint.review.internal.log.Step;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.internal.schedule.Previews;
import app.keypoint.review.internal.schedule.Smoothing;
import app.keypoint.scheduling.FsrsScheduler;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Scheduler;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives random histories of a card: answers, actions, practice, undo, days that pass. */
@Tag("slow")
class HistoriesTest {

  private static final int HISTORIES = 25_000;
  private static final int STEPS = 16;
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"SM-2", "SM-2 smoothed", "FSRS", "FSRS smoothed"})
  void previewEqualsAnswer_undoRestoresAll_replayGivesTheState_intervalsStayInBounds(String name) {
    Scheduler scheduler = name.startsWith("SM-2") ? new Sm2Scheduler() : new FsrsScheduler(0.9);
    for (int seed = 0; seed < HISTORIES; seed++) {
      new History(seed, scheduler, name.endsWith("smoothed")).live();
    }
  }

  private static final class History {

    private final SplittableRandom random;
    private final Scheduler scheduler;
    private final boolean smoothed;
    private final CardEntity card;
    private final CardSchedule start;
    private final Deque<Before> undoable = new ArrayDeque<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final Map<LocalDate, DayCount> days = new HashMap<>();
    private Instant now = START;
    private LocalDate loadsFrom = LocalDate.MIN;
    private Map<LocalDate, Integer> loads = Map.of();
    private long nextId = 1;

    /** All that an undo has to bring back. */
    private record Before(
        LogEntry entry, CardSchedule card, LocalDate queueDay, Map<LocalDate, DayCount> days) {}

    History(long seed, Scheduler scheduler, boolean smoothed) {
      this.random = new SplittableRandom(seed);
      this.scheduler = scheduler;
      this.smoothed = smoothed;
      this.start = CardSchedule.fresh(today(), now);
      this.card = new CardEntity(1, "question", start);
      var unused = Saved.saved(card, seed);
    }

    void live() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofHours(random.nextInt(4) == 0 ? random.nextInt(24 * 60) : 1));
        int choice = random.nextInt(10);
        if (choice == 0 && !undoable.isEmpty()) {
          undo();
        } else if (choice == 1) {
          act(StepKind.ACTIONS.get(random.nextInt(StepKind.ACTIONS.size())));
        } else if (choice == 2) {
          record(
              StepKind.PRACTICE,
              Grade.values()[random.nextInt(6)],
              card.schedule().practised(today()));
        } else {
          answer(Grade.values()[random.nextInt(6)]);
        }
        check();
      }
    }

    private void answer(Grade grade) {
      Preview preview = Previews.of(card.schedule(), context()).get(grade);
      record(card.schedule().answerOn(today()), grade, card.schedule().after(grade, context()));
      assertThat(card.schedule().due()).isEqualTo(today().plusDays(preview.intervalDays()));
      assertThat(!card.schedule().comesUp().isAfter(today())).isEqualTo(preview.againToday());
    }

    private void record(StepKind kind, Grade grade, CardSchedule after) {
      Answered answered =
          new Answered(grade, Duration.ofSeconds(random.nextInt(60)), null, null, null);
      append(before(), LogEntry.answer(step(), card, kind, answered, after));
    }

    private void act(StepKind action) {
      append(before(), LogEntry.of(step(), card, action, card.schedule().after(action, context())));
    }

    private Before before() {
      return new Before(null, card.schedule(), card.queueDay(), new HashMap<>(days));
    }

    private void append(Before before, LogEntry entry) {
      var unused = Saved.saved(entry, nextId++);
      card.apply(entry);
      log.add(entry);
      days.merge(entry.studyDay(), DayCount.of(entry), DayCount::plus);
      undoable.push(new Before(entry, before.card(), before.queueDay(), before.days()));
    }

    private void undo() {
      Before before = undoable.pop();
      card.apply(LogEntry.undo(step(), card, before.entry()));
      log.removeLast();
      days.merge(before.entry().studyDay(), DayCount.of(before.entry()).negated(), DayCount::plus);
      assertThat(card.schedule()).isEqualTo(before.card());
      assertThat(card.queueDay()).isEqualTo(before.queueDay());
      days.forEach(
          (day, count) ->
              assertThat(count).isEqualTo(before.days().getOrDefault(day, DayCount.NONE)));
    }

    private void check() {
      CardSchedule state = card.schedule();
      assertThat(state.intervalDays()).isBetween(0, Scheduler.MAX_INTERVAL);
      assertThat(state.easiness()).isGreaterThanOrEqualTo(130);
      assertThat(Replay.of(start, log, List.of(), scheduler)).isEqualTo(state);
    }

    private Step step() {
      return new Step(1, nextId, now, today(), ReviewPreferences.DEFAULT);
    }

    private LocalDate today() {
      return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Built anew each time, from the same loads, as the preview and the answer do. */
    private AnswerContext context() {
      return new AnswerContext(
          today(),
          now,
          scheduler,
          smoothed ? Smoothing.towardsLighterDays(card.id(), loads()) : Smoothing.NONE);
    }

    private Map<LocalDate, Integer> loads() {
      if (!today().equals(loadsFrom)) {
        loadsFrom = today();
        loads = new HashMap<>();
        for (int day = 0; day < 60; day++) {
          loads.put(loadsFrom.plusDays(day), (day * 7) % 13);
        }
      }
      return loads;
    }
  }
}
