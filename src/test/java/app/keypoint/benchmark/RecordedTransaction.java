package app.keypoint.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The statements that some work sent in one transaction, with what they were given, so that they
 * can be sent again by JDBC alone. What is not to be the same each time is put in by column.
 */
final class RecordedTransaction {

  /** A statement, and the setters that were called on it. */
  private record Sent(String sql, List<Given> given) {

    int parameterOf(String column) {
      int open = sql.indexOf('(');
      List<String> columns =
          Arrays.stream(sql.substring(open + 1, sql.indexOf(')')).split(","))
              .map(String::strip)
              .toList();
      return columns.indexOf(column) + 1;
    }
  }

  private record Given(Method setter, Object[] arguments) {}

  private final List<Sent> statements = new ArrayList<>();
  private boolean recording;

  /** A source of connections that notes what is sent while {@link #record} runs. */
  DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        (method, result) ->
            recording && result instanceof Connection connection ? noting(connection) : result);
  }

  /** Does some work in one transaction and notes it. */
  void record(Runnable work) {
    recording = true;
    try {
      work.run();
    } finally {
      recording = false;
    }
  }

  int count() {
    return statements.size();
  }

  @Override
  public String toString() {
    return String.join(
        "\n", statements.stream().map(sent -> sent.sql().replaceAll("\\s+", " ")).toList());
  }

  /** The same on a connection, with statements that stay prepared. */
  Again on(Connection connection) throws SQLException {
    return new Again(connection);
  }

  /** Sends it again and again. */
  final class Again {

    private final Connection connection;
    private final List<PreparedStatement> prepared = new ArrayList<>();

    private Again(Connection connection) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
      for (Sent sent : statements) {
        PreparedStatement statement = connection.prepareStatement(sent.sql());
        prepared.add(statement);
      }
    }

    /**
     * Once more.
     *
     * @param table into which a new row goes
     * @param columns of it that get another value than was noted
     */
    void send(String table, List<String> columns, List<Object> values) throws Exception {
      for (int i = 0; i < statements.size(); i++) {
        Sent sent = statements.get(i);
        PreparedStatement statement = prepared.get(i);
        for (Given given : sent.given()) {
          var unused = given.setter().invoke(statement, given.arguments());
        }
        if (sent.sql().startsWith("insert into " + table + " ")) {
          for (int each = 0; each < columns.size(); each++) {
            statement.setObject(sent.parameterOf(columns.get(each)), values.get(each));
          }
        }
        if (statement.execute()) {
          drain(statement.getResultSet());
        }
      }
      connection.commit();
    }
  }

  private static void drain(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        var unused = rows.getObject(column);
      }
    }
    rows.close();
  }

  private Connection noting(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, result) -> {
          if (result instanceof PreparedStatement statement
              && method.arguments()[0] instanceof String sql) {
            Sent sent = new Sent(sql, new ArrayList<>());
            return noting(statement, sent);
          }
          return result;
        });
  }

  private PreparedStatement noting(PreparedStatement statement, Sent sent) {
    return proxy(
        PreparedStatement.class,
        statement,
        (call, result) -> {
          String name = call.method().getName();
          if (name.equals("addBatch")
              || name.startsWith("execute") && !name.equals("executeBatch")) {
            statements.add(sent);
          } else if (name.startsWith("set") && call.arguments().length >= 2) {
            sent.given().add(new Given(call.method(), call.arguments()));
          }
          return result;
        });
  }

  private record Call(Method method, Object[] arguments) {}

  private interface After {
    @Nullable Object result(Call call, @Nullable Object result);
  }

  private static <T> T proxy(Class<T> type, T of, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                Object[] given = arguments == null ? new Object[0] : arguments;
                return after.result(new Call(method, given), method.invoke(of, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
