package app.keypoint.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps H2 from changing entries of the audit log, and from deleting young ones; only a name may
 * become the number of the account that has it at that moment. PostgreSQL has the same rule in its
 * own language. Public because H2 makes it, by its name in a migration.
 */
public class AppendOnly implements Trigger {

  /** How long nobody can delete an entry. */
  static final int SAFE_DAYS = 30;

  private static final int HAPPENED_AT = 1;

  /** Actor and subject. */
  private static final Set<Integer> PEOPLE = Set.of(3, 4);

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    boolean allowed =
        before != null
            && (after == null
                ? isOld(connection, before[HAPPENED_AT])
                : onlyNumbers(connection, before, after));
    if (!allowed) {
      throw new SQLException("The audit log is only appended to", "42501");
    }
  }

  private static boolean onlyNumbers(Connection connection, Object[] before, Object[] after)
      throws SQLException {
    for (int i = 0; i < before.length; i++) {
      if (!Objects.equals(before[i], after[i])
          && !(PEOPLE.contains(i) && isNumberOf(connection, before[i], after[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumberOf(
      Connection connection, @Nullable Object name, @Nullable Object number) throws SQLException {
    try (PreparedStatement account =
        connection.prepareStatement("select id from account where username = ?")) {
      account.setObject(1, name);
      try (ResultSet found = account.executeQuery()) {
        return found.next() && ("#" + found.getLong(1)).equals(number);
      }
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
