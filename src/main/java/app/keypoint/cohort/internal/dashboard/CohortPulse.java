package app.keypoint.cohort.internal.dashboard;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What tells that something in a cohort changed: its members' steps, which every change of a card
 * counts in its own transaction, what they saved in quizzes, and what instructors made of nudges.
 * Read from the database, so that what another server took shows as well; two statements for any
 * number of cohorts. A note written anew always bears a later moment than before, so that the sum
 * of all moments moves whichever of them it is.
 */
@Component
class CohortPulse {

  private static final String STATES =
      """
      select s.cohort_id as cohort_id, count(*) as members, sum(s.steps) as steps,
        max(s.saved) as saved, sum(s.quizzes) as quizzes, sum(s.begun) as begun,
        sum(s.best) as best,
        (select concat(count(*), ' ', sum(extract(epoch from d.noted_at))) from nudge_dismissal d
          where d.cohort_id = s.cohort_id) as dismissals
      from (
        select m.cohort_id as cohort_id, max(coalesce(r.steps, 0)) as steps,
          max(q.saved_at) as saved,
          sum(coalesce(q.finished * 1000 + q.answered, 0)) as quizzes,
          count(q.open_attempt_id) as begun,
          sum(cast(coalesce(q.best, 0) * 1000000 as bigint)) as best
        from cohort_member m
          left join review_learner r on r.learner_id = m.learner_id
          left join learner_quiz q on q.learner_id = m.learner_id
        where m.cohort_id in (:ids)
        group by m.cohort_id, m.learner_id) s
      group by s.cohort_id
      """;

  private static final String RUNNERS =
      """
      select c.id as cohort_id, a.id as account_id, a.session_version as session_version
      from cohort c join account a on a.id = c.instructor_id
      where c.id in (:ids) and a.role = 'INSTRUCTOR' and a.enabled = true
      union
      select i.cohort_id, a.id, a.session_version
      from cohort_instructor i join account a on a.id = i.instructor_id
      where i.cohort_id in (:ids) and a.role = 'INSTRUCTOR' and a.enabled = true
      """;

  /**
   * A cohort at a moment.
   *
   * @param state another one after any change; also with each quarter of an hour, since a day may
   *     have begun somewhere
   * @param dismissals another one after a nudge was dismissed, or a note on one written anew
   * @param runners who may look at it
   */
  record Beat(String state, String dismissals, Set<Runner> runners) {

    /** Of a cohort that is gone. */
    static final Beat NONE = new Beat("", "", Set.of());

    /** Whether this person may still look, in the sessions that they have had. */
    boolean letsIn(Runner runner) {
      return runners.contains(runner);
    }
  }

  /**
   * Somebody who runs a cohort.
   *
   * @param sessions changes when all sessions of theirs were ended
   */
  record Runner(long accountId, int sessions) {}

  /** Zones differ by so much, and days begin on the hour. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final EntityManager entities;
  private final Clock clock;

  CohortPulse(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Of cohorts; those that are gone are absent. */
  Map<Long, Beat> of(Collection<Long> cohortIds) {
    if (cohortIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, Set<Runner>> runners = new HashMap<>();
    for (Tuple row : rows(RUNNERS, cohortIds)) {
      runners
          .computeIfAbsent(number(row, "cohort_id"), _ -> new HashSet<>())
          .add(
              new Runner(
                  number(row, "account_id"), Math.toIntExact(number(row, "session_version"))));
    }
    long quarter = clock.instant().getEpochSecond() / QUARTER.toSeconds();
    Map<Long, String> states = new HashMap<>();
    Map<Long, String> dismissals = new HashMap<>();
    for (Tuple row : rows(STATES, cohortIds)) {
      states.put(number(row, "cohort_id"), done(row));
      dismissals.put(number(row, "cohort_id"), row.get("dismissals", String.class));
    }
    Map<Long, Beat> beats = new HashMap<>();
    runners.forEach(
        (id, allowed) ->
            beats.put(
                id,
                new Beat(
                    quarter + " " + states.getOrDefault(id, ""),
                    dismissals.getOrDefault(id, ""),
                    Set.copyOf(allowed))));
    return beats;
  }

  /** Another one after a member did anything to their cards or in a quiz. One statement. */
  String done(long cohortId) {
    return rows(STATES, List.of(cohortId)).stream().findFirst().map(CohortPulse::done).orElse("");
  }

  private static String done(Tuple row) {
    return "%s %s %s %s %s %s"
        .formatted(
            row.get("members"),
            row.get("steps"),
            row.get("saved"),
            row.get("quizzes"),
            row.get("begun"),
            row.get("best"));
  }

  private List<Tuple> rows(String sql, Collection<Long> cohortIds) {
    List<?> rows =
        entities.createNativeQuery(sql, Tuple.class).setParameter("ids", cohortIds).getResultList();
    return rows.stream().map(Tuple.class::cast).toList();
  }

  private static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }

  /** How old what is told may be. */
  static final Duration FRESH = Duration.ofMillis(500);
}
