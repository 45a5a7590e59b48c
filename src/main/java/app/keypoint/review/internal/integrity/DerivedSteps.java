package app.keypoint.review.internal.integrity;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.review.internal.log.LogRepository;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A learner's steps are counted at least as far as the log has them, or the next one would get a
 * number that is taken. First, since whoever rebuilds something else takes a step.
 */
@Component
@OpenTo(Audience.FEATURES)
@Order(0)
class DerivedSteps implements Derived {

  private final JdbcTemplate sql;
  private final LogRepository log;

  DerivedSteps(JdbcTemplate sql, LogRepository log) {
    this.sql = sql;
    this.log = log;
  }

  @Override
  public long check(long learnerId, Consumer<Difference> found) {
    Long kept = kept(learnerId, "");
    Long latest = latest(learnerId);
    if (latest != null && (kept == null || kept < latest)) {
      found.accept(
          new Difference(
              learnerId,
              Kind.STEP,
              "steps",
              String.valueOf(kept),
              latest + " or more",
              log.findFirstByLearnerIdAndStepOrderByCardId(learnerId, latest).describe()));
    }
    return 0;
  }

  @Override
  public void repair(long learnerId) {
    sql.update(
        "insert into review_learner (learner_id, steps) values (?, 0) on conflict do nothing",
        learnerId);
    Long kept = kept(learnerId, " for update");
    Long latest = latest(learnerId);
    if (kept != null && latest != null && kept < latest) {
      sql.update("update review_learner set steps = ? where learner_id = ?", latest, learnerId);
    }
  }

  private @Nullable Long kept(long learnerId, String lock) {
    return sql
        .query(
            "select steps from review_learner where learner_id = ?" + lock,
            (row, _) -> row.getLong("steps"),
            learnerId)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private @Nullable Long latest(long learnerId) {
    return sql.queryForObject(
        "select max(step) from review_log where learner_id = ?", Long.class, learnerId);
  }
}
