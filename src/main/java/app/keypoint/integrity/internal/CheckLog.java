package app.keypoint.integrity.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.LastCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers what checks said, beyond a restart; the differences themselves until then only. */
@Component
@OpenTo(Audience.FEATURES)
class CheckLog implements LastCheck {

  private static final int LONGEST = 1_000;

  private final JdbcTemplate sql;
  private volatile @Nullable Report latest;

  CheckLog(JdbcTemplate sql) {
    this.sql = sql;
  }

  void keep(Report report) {
    latest = report;
    sql.update(
        """
        insert into data_check (started_at, finished_at, state, learners, done, entries,
          differences, rebuilt, backup, failure)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        utc(report.startedAt()),
        utc(report.finishedAt()),
        report.state().name(),
        report.learners(),
        report.done(),
        report.entries(),
        report.differences(),
        report.rebuilt(),
        shortened(report.backup()),
        shortened(report.failure()));
  }

  @Override
  public Summary last() {
    Report report = stored();
    return new Summary(
        report.state(), report.finishedAt(), report.differences(), report.lastClean());
  }

  /** The last one, with its differences if it ran in this process and none has run since. */
  Report report() {
    Report remembered = latest;
    Report stored = stored();
    return remembered != null && sameMoment(remembered, stored) ? remembered : stored;
  }

  private static boolean sameMoment(Report one, Report other) {
    return one.startedAt() != null
        && other.startedAt() != null
        && one.startedAt().toEpochMilli() == other.startedAt().toEpochMilli();
  }

  private Report stored() {
    Instant clean = clean();
    return sql
        .query("select * from data_check order by id desc limit 1", (row, _) -> report(row, clean))
        .stream()
        .findFirst()
        .orElseGet(
            () -> new Report(State.NEVER, null, null, 0, 0, 0, 0, 0, List.of(), null, null, null));
  }

  /** When one last left nothing that differs. */
  @Nullable Instant clean() {
    OffsetDateTime at =
        sql.queryForObject(
            "select max(finished_at) from data_check where state in ('CLEAN', 'REPAIRED')",
            OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Report report(ResultSet row, @Nullable Instant clean) throws SQLException {
    return new Report(
        State.valueOf(row.getString("state")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("finished_at", OffsetDateTime.class).toInstant(),
        row.getInt("learners"),
        row.getInt("done"),
        row.getLong("entries"),
        row.getLong("differences"),
        row.getLong("rebuilt"),
        List.of(),
        row.getString("backup"),
        row.getString("failure"),
        clean);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
