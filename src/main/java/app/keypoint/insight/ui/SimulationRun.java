package app.keypoint.insight.ui;

import app.keypoint.insight.simulation.Plan;
import app.keypoint.insight.simulation.Simulator;
import app.keypoint.insight.simulation.Workload;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * A plan being simulated in a thread of its own, under the chosen scheduler and under the other.
 *
 * <p>A few run at a time: each takes a processor for up to some seconds, and virtual threads would
 * let any number of them hold up all that the server serves. Of an account only one is under way: a
 * new one ends the one before, so that many pages of one learner do not keep others waiting.
 */
final class SimulationRun {

  /** The workloads of the same plan. */
  record Result(Plan plan, Workload chosen, Workload other) {}

  private static final Semaphore PLACES =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /** The newest of each account that has one under way. */
  private static final Map<Long, SimulationRun> NEWEST = new ConcurrentHashMap<>();

  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private volatile boolean cancelled;
  private volatile double progress;

  private SimulationRun() {}

  static SimulationRun start(long accountId, Plan plan) {
    SimulationRun run = new SimulationRun();
    SimulationRun before = NEWEST.put(accountId, run);
    if (before != null) {
      before.cancel();
    }
    Thread.ofVirtual()
        .name("simulation")
        .start(
            () -> {
              run.work(plan);
              NEWEST.remove(accountId, run);
            });
    return run;
  }

  /** How much is done, 0..1. */
  double progress() {
    return progress;
  }

  /** The future's result; exceptional when it failed or was cancelled. */
  Future<Result> result() {
    return result;
  }

  /** Ends it within a simulated day; may be called more than once. */
  void cancel() {
    cancelled = true;
    result.completeExceptionally(new CancellationException());
  }

  /** Whether somebody ended it. */
  boolean cancelled() {
    return cancelled;
  }

  private void work(Plan plan) {
    PLACES.acquireUninterruptibly();
    try {
      if (cancelled) {
        return;
      }
      Workload chosen = simulate(plan, 0);
      Workload other = simulate(plan.withOtherScheduler(), 0.5);
      result.complete(new Result(plan, chosen, other));
    } catch (Throwable e) {
      result.completeExceptionally(e);
    } finally {
      PLACES.release();
    }
  }

  private Workload simulate(Plan plan, double done) {
    return Simulator.simulate(
        plan,
        share -> {
          progress = done + share / 2;
          // A virtual thread keeps its processor until it lets go.
          Thread.yield();
        },
        () -> cancelled);
  }
}
