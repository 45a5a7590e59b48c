package app.keypoint.audit.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps H2 from changing entries of the audit log, and from deleting young ones. PostgreSQL has the
 * same rule in its own language. Public because H2 makes it, by its name in a migration.
 */
public class AppendOnly implements Trigger {

  /** How long nobody can delete an entry. */
  static final int SAFE_DAYS = 30;

  private static final int HAPPENED_AT = 1;

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (before == null || after != null || !isOld(connection, before[HAPPENED_AT])) {
      throw new SQLException("The audit log is only appended to", "42501");
    }
  }

  private static boolean isOld(Connection connection, Object happenedAt) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet now = statement.executeQuery("values current_timestamp")) {
      now.next();
      return ((OffsetDateTime) happenedAt)
          .isBefore(now.getObject(1, OffsetDateTime.class).minusDays(SAFE_DAYS));
    }
  }
}
