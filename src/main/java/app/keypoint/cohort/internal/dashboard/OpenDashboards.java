package app.keypoint.cohort.internal.dashboard;

import app.keypoint.access.Unattended;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.LiveDashboards.Change;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.Nudges.Dismissed;
import app.keypoint.cohort.internal.dashboard.CohortPulse.Beat;
import app.keypoint.cohort.internal.dashboard.CohortPulse.Runner;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.identity.GoneException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dashboards that are open on this server. Whoever asks first after a while looks for all of
 * them; whoever asks first after a change reads the cohort for all who look at it. There is no
 * thread of its own: when nobody asks, nothing happens, and what nobody asked for lately is
 * forgotten.
 */
@Component
class OpenDashboards {

  private static final Duration FORGOTTEN = Duration.ofMinutes(2);

  /** Rows that are kept of members whose figures changed; a page shows no more. */
  private static final int MAX_ROWS = Learners.MAX_PAGE;

  private final CohortPulse pulse;
  private final Dashboards dashboards;
  private final Learners learners;
  private final CohortTrends trends;
  private final Nudges nudges;
  private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
  private final ReentrantLock looking = new ReentrantLock();
  private volatile long lookedAt = System.nanoTime() - FORGOTTEN.toNanos();

  OpenDashboards(
      CohortPulse pulse,
      Dashboards dashboards,
      Learners learners,
      CohortTrends trends,
      Nudges nudges) {
    this.pulse = pulse;
    this.dashboards = dashboards;
    this.learners = learners;
    this.trends = trends;
    this.nudges = nudges;
  }

  /** A cohort that is open. */
  private static final class Watched {
    /** Of all that were ever watched, so that one that was forgotten and came back is another. */
    private static final AtomicLong VERSIONS = new AtomicLong();

    volatile @Nullable Beat beat;
    volatile long version = VERSIONS.incrementAndGet();
    volatile long askedAt = System.nanoTime();

    /** What was read last, and of which version it is; both under this object's lock. */
    @Nullable Dashboard read;

    long readVersion;

    /** The first version from which on it is known who changed. */
    long knownFrom = version;

    final Map<Long, Row> rows = new HashMap<>();

    /** The version with which nudges were dealt with last, and what was dismissed by then. */
    long dealtWith = version;

    long dismissedVersion;
    List<Dismissed> dismissed = List.of();
  }

  /** A member's row and the version with which it came. */
  private record Row(long version, Dashboard.Member member, List<Integer> reviews) {}

  /** What is new to somebody who has seen a version. */
  record News(long version, Change change) {}

  /** A cohort that begins to be watched, before anything is read of it. */
  record Begun(Beat beat, long version) {}

  /** Begins to watch a cohort, and says who runs it. */
  Begun begin(long cohortId) {
    Beat now = pulse.of(List.of(cohortId)).get(cohortId);
    if (now == null) {
      throw gone(cohortId);
    }
    Watched its = watched.computeIfAbsent(cohortId, _ -> new Watched());
    its.askedAt = System.nanoTime();
    synchronized (its) {
      note(its, now);
      return new Begun(now, its.version);
    }
  }

  /** Keeps what was read after {@link #begin}, to tell later who changed. */
  void opened(long cohortId, Begun begun, Dashboard read) {
    Watched its = watched.computeIfAbsent(cohortId, _ -> new Watched());
    synchronized (its) {
      if (its.read == null) {
        its.read = read;
        its.readVersion = begun.version();
      }
    }
  }

  /** What is new to this person since a version; null when nothing is. */
  @Nullable News since(long cohortId, Runner runner, long version) {
    Watched its = watched.computeIfAbsent(cohortId, _ -> new Watched());
    its.askedAt = System.nanoTime();
    look();
    Beat beat = its.beat;
    if (beat == null) {
      return null; // Another one looks just now, and did not know of this one yet.
    }
    if (!beat.letsIn(runner)) {
      throw gone(cohortId);
    }
    return its.version == version ? null : read(cohortId, runner, its, version);
  }

  private void look() {
    if (System.nanoTime() - lookedAt < CohortPulse.FRESH.toNanos() || !looking.tryLock()) {
      return;
    }
    try {
      long now = System.nanoTime();
      watched.values().removeIf(its -> now - its.askedAt > FORGOTTEN.toNanos());
      Map<Long, Beat> beats = pulse.of(List.copyOf(watched.keySet()));
      watched.forEach((id, its) -> note(its, beats.getOrDefault(id, Beat.NONE)));
      lookedAt = System.nanoTime();
    } finally {
      looking.unlock();
    }
  }

  private static void note(Watched its, Beat now) {
    synchronized (its) {
      Beat before = its.beat;
      boolean dealtWith = before != null && !before.dismissals().equals(now.dismissals());
      if (dealtWith || (before != null && !before.state().equals(now.state()))) {
        its.version = Watched.VERSIONS.incrementAndGet();
      }
      if (dealtWith) {
        its.dealtWith = its.version;
      }
      its.beat = now;
    }
  }

  private News read(long cohortId, Runner runner, Watched its, long seen) {
    synchronized (its) {
      long version = its.version;
      Dashboard read = its.read;
      if (read == null || its.readVersion != version) {
        read = readAnew(cohortId, runner, its, version);
      }
      List<Row> rows = its.rows.values().stream().filter(row -> row.version() > seen).toList();
      return new News(
          version,
          new Change(
              read,
              rows.stream().map(Row::member).toList(),
              rows.stream()
                  .collect(Collectors.toMap(row -> row.member().learnerId(), Row::reviews)),
              its.dealtWith > seen ? dismissed(cohortId, runner, its) : null,
              seen < its.knownFrom));
    }
  }

  /** By the rights of whoever asked first: it has just been seen that they may. */
  private Dashboard readAnew(long cohortId, Runner runner, Watched its, long version) {
    Dashboard now = Unattended.call(() -> dashboards.of(runner.accountId(), cohortId));
    List<Long> changed = changed(its.read, now);
    if (its.read == null || changed.size() == MAX_ROWS) {
      its.knownFrom = version;
    }
    if (!changed.isEmpty()) {
      Map<Long, List<Integer>> reviews =
          Unattended.call(() -> trends.reviewsByWeek(runner.accountId(), cohortId, changed));
      Unattended.call(() -> learners.rows(runner.accountId(), cohortId, changed))
          .forEach(
              member ->
                  its.rows.put(
                      member.learnerId(),
                      new Row(
                          version, member, reviews.getOrDefault(member.learnerId(), List.of()))));
    }
    its.read = now;
    its.readVersion = version;
    return now;
  }

  /** Read once for all who watch, when somebody dealt with nudges. */
  private List<Dismissed> dismissed(long cohortId, Runner runner, Watched its) {
    if (its.dismissedVersion < its.dealtWith) {
      its.dismissed = Unattended.call(() -> nudges.dismissed(runner.accountId(), cohortId));
      its.dismissedVersion = its.dealtWith;
    }
    return its.dismissed;
  }

  private static List<Long> changed(@Nullable Dashboard before, Dashboard now) {
    if (before == null) {
      return List.of();
    }
    Map<Long, Dashboard.Member> were =
        before.members().stream()
            .collect(Collectors.toMap(Dashboard.Member::learnerId, Function.identity()));
    List<Long> changed = new ArrayList<>();
    for (Dashboard.Member member : now.members()) {
      Dashboard.Member was = were.get(member.learnerId());
      if (was != null && !Objects.equals(was, member) && changed.size() < MAX_ROWS) {
        changed.add(member.learnerId());
      }
    }
    return changed;
  }

  private static GoneException gone(long cohortId) {
    return new GoneException("cohort " + cohortId);
  }
}
