package app.keypoint.review.internal.integrity;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Accounts;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is noted of an import follows from the answers that it brought. */
@Component
@OpenTo(Audience.FEATURES)
class DerivedImports implements Derived {

  private final JdbcTemplate sql;
  private final LogWriter writer;
  private final Accounts accounts;
  private final Clock clock;

  DerivedImports(JdbcTemplate sql, LogWriter writer, Accounts accounts, Clock clock) {
    this.sql = sql;
    this.writer = writer;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public long check(long learnerId, Consumer<Difference> found) {
    List<Noted> imports = differing(learnerId);
    imports.forEach(noted -> found.accept(noted.difference(learnerId)));
    return 0;
  }

  @Override
  public void repair(long learnerId) {
    if (differing(learnerId).isEmpty()) {
      return;
    }
    // Imports come and go under the learner's lock.
    Step unused = writer.begin(learnerId, accounts.require(learnerId).calendar(), clock.instant());
    for (Noted noted : differing(learnerId)) {
      sql.update(
          "update history_import set answers = ?, first_day = ?, last_day = ? where id = ?",
          noted.follows().answers(),
          noted.follows().firstDay(),
          noted.follows().lastDay(),
          noted.id());
    }
  }

  /** What is noted. */
  private record Facts(int answers, LocalDate firstDay, LocalDate lastDay) {}

  private record Noted(long id, Facts kept, Facts follows, @Nullable OffsetDateTime latest) {

    Difference difference(long learnerId) {
      Differing differing = Differing.of(kept.toString(), follows.toString());
      return new Difference(
          learnerId,
          Kind.IMPORT,
          "import " + id,
          differing.kept(),
          differing.follows(),
          latest == null ? null : "the answer brought of " + latest.toInstant());
    }
  }

  private List<Noted> differing(long learnerId) {
    return sql
        .query(
            """
            select h.id, h.answers, h.first_day, h.last_day, count(p.at) as brought,
              coalesce(min(p.study_day), h.first_day) as first_brought,
              coalesce(max(p.study_day), h.last_day) as last_brought, max(p.at) as latest
            from history_import h left join past_review p on p.import_id = h.id
            where h.learner_id = ?
            group by h.id, h.answers, h.first_day, h.last_day
            order by h.id
            """,
            (row, _) ->
                new Noted(
                    row.getLong("id"),
                    new Facts(
                        row.getInt("answers"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)),
                    new Facts(
                        row.getInt("brought"),
                        row.getObject("first_brought", LocalDate.class),
                        row.getObject("last_brought", LocalDate.class)),
                    row.getObject("latest", OffsetDateTime.class)),
            learnerId)
        .stream()
        .filter(noted -> !noted.kept().equals(noted.follows()))
        .toList();
  }
}
