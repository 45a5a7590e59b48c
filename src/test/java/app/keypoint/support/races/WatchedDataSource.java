package app.keypoint.support.races;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets a {@link Racer} know what its connections do; everybody else gets them as they are. */
final class WatchedDataSource extends DelegatingDataSource {

  private final boolean h2;

  WatchedDataSource(DataSource target) throws SQLException {
    super(target);
    try (Connection connection = target.getConnection()) {
      h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return Racer.PRESENT.isBound() ? watched(connection, Racer.PRESENT.get()) : connection;
  }

  /** Whether one waits for a lock of another, as the database sees it. */
  boolean waits(Racer who, Racer whom) throws SQLException {
    try (Connection connection = super.getConnection();
        PreparedStatement blockers =
            connection.prepareStatement(
                h2
                    ? "select blocker_id from information_schema.sessions where session_id = ?"
                    : "select unnest(pg_blocking_pids(cast(? as int)))")) {
      for (long session : who.sessions()) {
        blockers.setLong(1, session);
        try (ResultSet rows = blockers.executeQuery()) {
          while (rows.next()) {
            if (whom.sessions().contains(rows.getLong(1))) {
              return true;
            }
          }
        }
      }
      return false;
    } catch (SQLException e) {
      // H2 fails to list a session whose transaction ends at that moment: it waits for nobody.
      if (h2 && e.getErrorCode() == ErrorCode.GENERAL_ERROR_1) {
        return false;
      }
      throw e;
    }
  }

  private long session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(h2 ? "select session_id()" : "select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection watched(Connection connection, Racer racer) throws SQLException {
    long session = session(connection);
    racer.opened(session);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              switch (method.getName()) {
                case "commit" -> racer.beforeCommit();
                case "close" -> racer.closed(session);
                default -> {}
              }
              Object result = invoke(method, connection, arguments);
              return result instanceof PreparedStatement statement
                      && arguments != null
                      && arguments[0] instanceof String sql
                  ? watched(statement, sql, racer)
                  : result;
            });
  }

  private PreparedStatement watched(PreparedStatement statement, String sql, Racer racer) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (_, method, arguments) -> {
              if (!method.getName().startsWith("execute")) {
                return invoke(method, statement, arguments);
              }
              racer.before(sql);
              Object result = invoke(method, statement, arguments);
              racer.after(sql);
              return result;
            });
  }

  private static @Nullable Object invoke(
      Method method, Object target, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
