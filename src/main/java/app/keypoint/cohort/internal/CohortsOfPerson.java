package app.keypoint.cohort.internal;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cohorts have of somebody. */
@Component
@OpenTo(Audience.FEATURES)
class CohortsOfPerson implements PersonalData {

  private final JdbcClient sql;
  private final CohortRepository cohorts;
  private final Teachers teachers;
  private final Accounts accounts;

  CohortsOfPerson(JdbcClient sql, CohortRepository cohorts, Teachers teachers, Accounts accounts) {
    this.sql = sql;
    this.cohorts = cohorts;
    this.teachers = teachers;
    this.accounts = accounts;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "memberships",
            """
            select c.name as cohort, m.joined_at
            from cohort_member m join cohort c on c.id = m.cohort_id
            where m.learner_id = :accountId order by m.joined_at
            """),
        new Part(
            "invitations",
            """
            select c.name as cohort, i.invited_at, i.refused_at
            from cohort_invitation i join cohort c on c.id = i.cohort_id
            where i.learner_id = :accountId order by i.invited_at
            """),
        new Part(
            "removals",
            """
            select c.name as cohort, r.removed_at
            from cohort_removal r join cohort c on c.id = r.cohort_id
            where r.learner_id = :accountId order by r.removed_at
            """),
        new Part(
            "deadlines",
            """
            select c.name as cohort, e.quiz_id, e.due_at
            from assignment_extension e join cohort c on c.id = e.cohort_id
            where e.learner_id = :accountId order by e.due_at
            """),
        new Part(
            "instructors-notes",
            """
            select c.name as cohort, n.kind, n.level, n.hidden_until, n.note, n.noted_at
            from nudge_dismissal n join cohort c on c.id = n.cohort_id
            where n.learner_id = :accountId order by n.hidden_until
            """),
        new Part(
            "notes-written",
            """
            select c.name as cohort, n.kind, n.note, n.noted_at
            from nudge_dismissal n join cohort c on c.id = n.cohort_id
            where n.noted_by = :accountId order by n.noted_at
            """),
        // Not what they say: learners do not read them (ADR 175).
        new Part(
            "notes-about-me",
            """
            select c.name as cohort, n.written_at
            from learner_note n join cohort c on c.id = n.cohort_id
            where n.learner_id = :accountId order by n.written_at, n.id
            """),
        new Part(
            "notes-about-others",
            """
            select c.name as cohort, n.written_at, n.text
            from learner_note n join cohort c on c.id = n.cohort_id
            where n.author_id = :accountId order by n.written_at, n.id
            """),
        new Part("hidden-columns", "select name from hidden_column where account_id = :accountId"),
        new Part(
            "cohorts-run",
            """
            select c.name as cohort, c.created_at, c.archived_at, 'owner' as role, c.created_at as since
            from cohort c where c.instructor_id = :accountId
            union all
            select c.name, c.created_at, c.archived_at, 'instructor', i.added_at
            from cohort_instructor i join cohort c on c.id = i.cohort_id
            where i.instructor_id = :accountId
            """));
  }

  @Override
  public List<Held> held(long accountId) {
    return sql
        .sql("select name from cohort where instructor_id = :accountId order by lower(name), id")
        .param("accountId", accountId)
        .query(String.class)
        .list()
        .stream()
        .map(name -> new Held(Held.Kind.COHORT, requireNonNull(name)))
        .toList();
  }

  @Override
  public void handOver(long accountId, long successorId) {
    Account successor = accounts.require(successorId);
    sql
        .sql("select id from cohort where instructor_id = :accountId order by id")
        .param("accountId", accountId)
        .query(Long.class)
        .list()
        .stream()
        .flatMap(id -> cohorts.lock(id).stream())
        .filter(cohort -> cohort.instructorId == accountId)
        .forEach(cohort -> teachers.handOver(cohort, successor, false));
  }

  /** Members stay, under a number, so that the cohort's sums do. */
  @Override
  public void forget(long accountId) {
    Account account = accounts.require(accountId);
    sql
        .sql("select cohort_id from cohort_instructor where instructor_id = :accountId order by 1")
        .param("accountId", accountId)
        .query(Long.class)
        .list()
        .stream()
        .flatMap(id -> cohorts.lock(id).stream())
        .forEach(cohort -> teachers.remove(cohort, account));
    run("delete from cohort_invitation where learner_id = :accountId", accountId);
    run("delete from cohort_removal where learner_id = :accountId", accountId);
    run("delete from learner_note where learner_id = :accountId", accountId);
    run("delete from hidden_column where account_id = :accountId", accountId);
    // A moment later as well, by which open dashboards see that it was written anew.
    run(
        """
        update nudge_dismissal
        set note = '', noted_at = noted_at + interval '0.000001' second
        where learner_id = :accountId
        """,
        accountId);
  }

  private void run(String statement, long accountId) {
    int unused = sql.sql(statement).param("accountId", accountId).update();
  }
}
