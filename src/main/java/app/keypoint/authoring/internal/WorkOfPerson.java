package app.keypoint.authoring.internal;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.internal.pictures.QuizPictures;
import app.keypoint.identity.Accounts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody wrote, and what was shared with them. Before the cohorts: what their owner opened
 * to one stays open when it is handed over only if the next owner has the quiz by then.
 */
@Component
@Order(1)
@OpenTo(Audience.FEATURES)
class WorkOfPerson implements PersonalData {

  private record Quiz(String id, String title) {}

  private final JdbcClient sql;
  private final QuizPictures pictures;
  private final Accounts accounts;
  private final AuditTrail audit;

  WorkOfPerson(JdbcClient sql, QuizPictures pictures, Accounts accounts, AuditTrail audit) {
    this.sql = sql;
    this.pictures = pictures;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "quizzes-written",
            """
            select id, title, visibility, published, created_at, changed_at
            from authored_quiz where author_id = :accountId order by created_at
            """),
        new Part(
            "parts-written",
            """
            select quiz_id, item_id, kind, body, revision, changed_at, retired
            from authored_item where changed_by = :accountId order by quiz_id, place, item_id
            """),
        new Part(
            "editions-published",
            """
            select quiz_id, edition, published, published_at, note, yaml, parts
            from authored_edition where published_by = :accountId order by quiz_id, edition
            """),
        new Part(
            "quizzes-shared-with-me",
            """
            select q.title, s.may from authored_share s join authored_quiz q on q.id = s.quiz_id
            where s.account_id = :accountId order by q.title
            """),
        new Part(
            "quizzes-opened",
            """
            select quiz_id, cohort_id from authored_opening where opened_by = :accountId
            """),
        new Part(
            "notes-set-aside",
            """
            select quiz_id, item_id, about, set_at from authored_aside
            where set_by = :accountId order by set_at
            """));
  }

  @Override
  public List<Held> held(long accountId) {
    return sql
        .sql(
            "select title from authored_quiz q where author_id = :accountId and not "
                + QuizRepository.SEEN_BY_NOBODY
                + " order by title, id")
        .param("accountId", accountId)
        .query(String.class)
        .list()
        .stream()
        .map(title -> new Held(Held.Kind.QUIZ, requireNonNull(title)))
        .toList();
  }

  @Override
  public void handOver(long accountId, long successorId) {
    // Which they are is asked before shares go: one that only the successor saw is handed over too.
    List<Quiz> quizzes =
        sql.sql(
                "select q.id, q.title from authored_quiz q where author_id = ? and not "
                    + QuizRepository.SEEN_BY_NOBODY
                    + " order by q.id for update")
            .param(accountId)
            .query((row, _) -> new Quiz(row.getString("id"), row.getString("title")))
            .list();
    if (quizzes.isEmpty()) {
      return;
    }
    List<String> ids = quizzes.stream().map(Quiz::id).toList();
    int has =
        sql.sql("select count(*) from authored_quiz where author_id = ?")
            .param(successorId)
            .query(Integer.class)
            .single();
    if (has + ids.size() > Drafts.MAX_QUIZZES) {
      throw new NoRoom(successorId);
    }
    int unusedShares =
        sql.sql("delete from authored_share where account_id = :next and quiz_id in (:ids)")
            .param("next", successorId)
            .param("ids", ids)
            .update();
    int unused =
        sql.sql("update authored_quiz set author_id = :next where id in (:ids)")
            .param("next", successorId)
            .param("ids", ids)
            .update();
    String next = accounts.require(successorId).username();
    quizzes.forEach(
        quiz -> audit.record(AuditNote.of(AuditKind.QUIZ_HANDED_OVER).to(next).with(quiz.title())));
  }

  @Override
  public void forget(long accountId) {
    // Held as somebody who brings an image would, and in that order: the quiz, then images.
    List<String> drafts =
        sql
            .sql(
                "select q.id from authored_quiz q where author_id = :accountId and "
                    + QuizRepository.SEEN_BY_NOBODY
                    + " order by q.id for update")
            .param("accountId", accountId)
            .query(String.class)
            .list()
            .stream()
            .map(id -> requireNonNull(id))
            .toList();
    if (!drafts.isEmpty()) {
      pictures.letGoOfAll(drafts);
      int unused =
          sql.sql("delete from authored_quiz where id in (:drafts)")
              .param("drafts", drafts)
              .update();
    }
    run("delete from authored_share where account_id = :accountId", accountId);
  }

  private void run(String statement, long accountId) {
    int unused = sql.sql(statement).param("accountId", accountId).update();
  }
}
