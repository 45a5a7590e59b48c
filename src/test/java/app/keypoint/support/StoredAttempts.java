package app.keypoint.support;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.content.grading.ResponseJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Attempts written by SQL, with marks that no answers have to lead to. Nothing that follows from
 * attempts is written with them: {@link #clear} takes them away again, and what was made to follow.
 */
public final class StoredAttempts {

  /** Far beyond what sequences give. */
  private static final AtomicLong IDS = new AtomicLong(50_000_000_000L);

  private static final ResponseJson JSON = new ResponseJson();

  private final JdbcTemplate jdbc;
  private final List<Object[]> written = new ArrayList<>();

  public StoredAttempts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What was answered to a question. */
  public record Answered(QuestionVersion asked, int series, Response response, double marks) {

    public Answered(QuestionVersion asked, Response response, double marks) {
      this(asked, asked.series(), response, marks);
    }
  }

  /** A finished attempt. */
  public long finished(long learnerId, Instant at, List<Answered> answers) {
    return write(learnerId, at, "FINISHED", answers);
  }

  /** An attempt that was answered in and dropped. */
  public long dropped(long learnerId, Instant at, List<Answered> answers) {
    return write(learnerId, at, "DROPPED", answers);
  }

  private long write(long learnerId, Instant at, String state, List<Answered> answers) {
    long id = IDS.getAndIncrement();
    boolean finished = state.equals("FINISHED");
    String quizId = answers.getFirst().asked().quizId();
    jdbc.update(
        """
        insert into attempt (id, learner_id, quiz_id, ordinal, state, started_at, finished_at,
          marks, max_marks)
        values (?, ?, ?, (select count(*) + 1 from attempt where learner_id = ? and quiz_id = ?),
          ?, ?, ?, ?, ?)
        """,
        id,
        learnerId,
        quizId,
        learnerId,
        quizId,
        state,
        Timestamp.from(at.minusSeconds(60)),
        finished ? Timestamp.from(at) : null,
        finished ? answers.stream().mapToDouble(Answered::marks).sum() : null,
        answers.size());
    written.add(new Object[] {id});
    List<Object[]> items = new ArrayList<>();
    for (Answered answer : answers) {
      items.add(
          new Object[] {
            IDS.getAndIncrement(),
            id,
            items.size() + 1,
            answer.asked().id(),
            answer.asked().question().id(),
            answer.series(),
            JSON.convertToDatabaseColumn(answer.response()),
            answer.marks(),
            answer.response() instanceof Response.Typed ? "NONE" : null,
            Timestamp.from(at),
            1000 * (items.size() + 1)
          });
    }
    jdbc.batchUpdate(
        """
        insert into attempt_item (id, attempt_id, position, question_version_id, question_id,
          series, option_order, response, marks, match, answered_at, millis)
        values (?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)
        """,
        items);
    return id;
  }

  /** Takes all of them away. */
  public void clear() {
    jdbc.batchUpdate(
        "delete from learner_quiz where first_attempt_id = ? or open_attempt_id = ?",
        written.stream().map(id -> new Object[] {id[0], id[0]}).toList());
    jdbc.batchUpdate("delete from attempt_item where attempt_id = ?", written);
    jdbc.batchUpdate("delete from attempt where id = ?", written);
    written.clear();
  }
}
