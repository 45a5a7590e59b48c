package app.keypoint.review.internal.log;

import app.keypoint.review.StepKind;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.internal.schedule.Smoothing;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a learner's rows by SQL, as versions of the program wrote them that are gone. */
final class OldRows {

  private static final String SCHEDULE =
      "repetitions, easiness, interval_days, due, drill, comes_up, queued_at, last_reviewed,"
          + " lapses, suspended, stability, difficulty, last_seen";

  private final JdbcTemplate jdbc;
  private final long learner;

  /** Of the log: {@code part_of} until V20, {@code step} since. */
  private final String partOf;

  private final Map<Long, CardSchedule> schedules = new HashMap<>();
  private final Map<Long, Integer> versions = new HashMap<>();

  OldRows(JdbcTemplate jdbc, long learner, String partOf) {
    this.jdbc = jdbc;
    this.learner = learner;
    this.partOf = partOf;
  }

  static void account(JdbcTemplate jdbc, long id, String name, String role, boolean oneTime) {
    jdbc.update(
        """
        insert into account (id, username, display_name, password_hash, password_one_time,
          session_version, role, zone, rollover_hour, enabled, created_at)
        values (?, ?, ?, 'none', ?, 0, ?, 'UTC', 4, true, current_timestamp)
        """,
        id,
        name,
        name,
        oneTime,
        role);
  }

  void card(long id, String question, LocalDate day) {
    CardSchedule fresh = CardSchedule.fresh(day, noon(day));
    jdbc.update(
        """
        insert into card (id, learner_id, question_id, version, retired, fresh, queue_day, %s)
        values (?, ?, ?, 0, false, true, ?, %s)
        """
            .formatted(SCHEDULE, marks()),
        with(new Object[] {id, learner, question, day}, fresh));
    schedules.put(id, fresh);
    versions.put(id, 0);
  }

  void answer(
      long id,
      long card,
      StepKind kind,
      Grade grade,
      int millis,
      LocalDate day,
      @Nullable Long of) {
    CardSchedule before = before(card);
    CardSchedule after =
        kind == StepKind.PRACTICE ? before.practised(day) : before.after(grade, context(day));
    entry(id, card, kind, grade.q(), millis, day, null, of, after);
  }

  void action(long id, long card, StepKind kind, LocalDate day, @Nullable Long of) {
    entry(id, card, kind, null, 0, day, null, of, before(card).after(kind, context(day)));
  }

  void undo(long id, long card, long undone, CardSchedule to, LocalDate day, @Nullable Long of) {
    entry(id, card, StepKind.UNDO, null, 0, day, undone, of, to);
  }

  CardSchedule before(long card) {
    return java.util.Objects.requireNonNull(schedules.get(card));
  }

  private void entry(
      long id,
      long card,
      StepKind kind,
      @Nullable Integer grade,
      int millis,
      LocalDate day,
      @Nullable Long undoes,
      @Nullable Long of,
      CardSchedule after) {
    int version = versions.merge(card, 1, Integer::sum) - 1;
    jdbc.update(
        """
        insert into review_log (id, learner_id, card_id, card_version, at, study_day, kind, grade,
          millis, undoes, %s, before_%s, after_%s)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s, %s)
        """
            .formatted(
                partOf,
                SCHEDULE.replace(", ", ", before_"),
                SCHEDULE.replace(", ", ", after_"),
                marks(),
                marks()),
        with(
            with(
                new Object[] {
                  id,
                  learner,
                  card,
                  version,
                  at(id, day),
                  day,
                  kind.name(),
                  grade,
                  millis,
                  undoes,
                  of
                },
                before(card)),
            after));
    schedules.put(card, after);
    jdbc.update(
        "update card set (version, fresh, queue_day, %s) = (?, ?, ?, %s) where id = ?"
            .formatted(SCHEDULE, marks()),
        with(
            with(
                new Object[] {
                  version + 1, after.fresh(), after.suspended() ? null : after.comesUp()
                },
                after),
            card));
  }

  /** A day's counters as they were before practice and the queue's time were told apart. */
  void day(
      LocalDate day,
      int answers,
      int cleared,
      int dueDone,
      int reviews,
      int remembered,
      long millis) {
    jdbc.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, bridged)
        values (?, ?, ?, ?, ?, 0, ?, ?, ?, false)
        """,
        learner,
        day,
        answers,
        cleared,
        dueDone,
        reviews,
        remembered,
        millis);
  }

  private static AnswerContext context(LocalDate day) {
    return new AnswerContext(day, noon(day), new Sm2Scheduler(), Smoothing.NONE);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  private static OffsetDateTime at(long id, LocalDate day) {
    return noon(day).plusSeconds(id).atOffset(ZoneOffset.UTC);
  }

  private static String marks() {
    return SCHEDULE.replaceAll("[a-z_]+", "?");
  }

  private static Object[] with(Object[] some, CardSchedule schedule) {
    Object[] more = {
      schedule.repetitions(),
      schedule.easiness(),
      schedule.intervalDays(),
      schedule.due(),
      schedule.drill(),
      schedule.comesUp(),
      schedule.queuedAt().atOffset(ZoneOffset.UTC),
      schedule.lastReviewed(),
      schedule.lapses(),
      schedule.suspended(),
      schedule.stability(),
      schedule.difficulty(),
      schedule.lastSeen()
    };
    return with(some, more);
  }

  private static Object[] with(Object[] some, Object... more) {
    Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
