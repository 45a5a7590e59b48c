package app.keypoint.insight.simulation;

import app.keypoint.scheduling.Fsrs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Lives through a plan day by day: due cards first, the longest waiting ones before others, then
 * new ones. Whatever the scheduler wants to see again on the same day is repeated at once.
 */
public final class Simulator {

  private static final double SECONDS = 60;

  private final Plan plan;
  private final SplittableRandom random;
  private final SchedulerState fresh;

  /** Cards by the day on which they are due; those due after the last day are in none. */
  private final List<List<Card>> due = new ArrayList<>();

  private final ArrayDeque<Card> waiting = new ArrayDeque<>();
  private final List<Card> begun = new ArrayList<>();

  private Simulator(Plan plan) {
    this.plan = plan;
    random = new SplittableRandom(plan.seed());
    Fsrs fsrs = Fsrs.published(plan.retention());
    fresh =
        plan.fsrs() ? new SchedulerState.ByFsrs(fsrs, fsrs.fresh()) : SchedulerState.BySm2.FRESH;
    for (int day = 0; day < plan.days(); day++) {
      due.add(new ArrayList<>());
    }
  }

  /**
   * Simulates a plan; takes well under a second for a thousand cards and a year.
   *
   * @param progress told the share of days done, 0..1, after each day, in the caller's thread
   * @param cancelled asked before each day
   * @throws CancellationException when it was cancelled
   */
  public static Workload simulate(Plan plan, DoubleConsumer progress, BooleanSupplier cancelled) {
    Simulator simulator = new Simulator(plan);
    List<Workload.Day> days = new ArrayList<>();
    for (int day = 0; day < plan.days(); day++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("Cancelled on day " + day);
      }
      days.add(simulator.live(day));
      progress.accept((day + 1.0) / plan.days());
    }
    return new Workload(days, plan.cards() - simulator.begun.size());
  }

  private Workload.Day live(int day) {
    waiting.addAll(due.get(day));
    due.set(day, List.of());
    int reviews = waiting.size();
    Integer limit = plan.reviewsPerDay();
    if (limit != null) {
      reviews = Math.min(reviews, limit);
    }
    int answers = 0;
    for (int i = 0; i < reviews; i++) {
      answers += study(waiting.remove(), day);
    }
    int introduced = Math.min(plan.newPerDay(), plan.cards() - begun.size());
    for (int i = 0; i < introduced; i++) {
      Card card = new Card(fresh);
      begun.add(card);
      answers += study(card, day);
    }
    double minutes = answers * (plan.perAnswer().toMillis() / 1000.0) / SECONDS;
    double remembered = begun.stream().mapToDouble(card -> card.memory.recall(day)).sum();
    return new Workload.Day(introduced, reviews, answers, minutes, remembered, waiting.size());
  }

  /** Answers a card until it is done for the day and puts it on its next; gives the answers. */
  private int study(Card card, int day) {
    int answers = 0;
    do {
      int elapsed = card.memory.elapsed(day);
      card.pace = card.pace.after(card.memory.answer(day, random), elapsed);
      answers++;
    } while (card.pace.today());
    int next = day + card.pace.interval();
    if (next < plan.days()) {
      due.get(next).add(card);
    }
    return answers;
  }

  private static final class Card {

    private final SimulatedMemory memory = new SimulatedMemory();
    private SchedulerState pace;

    Card(SchedulerState pace) {
      this.pace = pace;
    }
  }
}
