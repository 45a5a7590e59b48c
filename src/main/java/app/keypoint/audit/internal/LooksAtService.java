package app.keypoint.audit.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.LooksAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class LooksAtService implements LooksAt {

  private final JdbcClient jdbc;

  LooksAtService(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Each of the two ranges is read as far as the page reaches, so that a long past costs nothing.
   */
  @Override
  public List<AuditEntry> looksAt(long accountId, String username, int page, int size) {
    if (page < 0) {
      throw new IllegalArgumentException("page is " + page);
    }
    if (size < 1 || size > MAX) {
      throw new IllegalArgumentException("size is " + size + ", not 1 to " + MAX);
    }
    long skipped = (long) page * size;
    return jdbc.sql(
            """
            select * from (
              (select id, happened_at, kind, actor, subject, detail, address from audit_entry
                where subject = :username and kind = :viewed
                order by happened_at desc, id desc limit :reached)
              union all
              (select e.id, e.happened_at, e.kind, e.actor, e.subject, e.detail, e.address
                from audit_seen s join audit_entry e on e.id = s.entry_id
                where s.account_id = :accountId
                order by s.happened_at desc, s.entry_id desc limit :reached)) looks
            order by happened_at desc, id desc limit :size offset :skipped
            """)
        .param("username", username)
        .param("viewed", AuditKind.LEARNER_VIEWED.name())
        .param("accountId", accountId)
        .param("reached", skipped + size)
        .param("size", size)
        .param("skipped", skipped)
        .query((row, _) -> entry(row))
        .list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        AuditKind.valueOf(row.getString("kind")),
        row.getString("actor"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("address"));
  }
}
