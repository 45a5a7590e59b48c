package app.keypoint.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How long the database takes for each statement, from a proxy around the data source. What the
 * program does by itself meanwhile is among them.
 */
final class StatementTimes {

  private final Map<String, Sum> sums = new ConcurrentHashMap<>();

  private static final class Sum {
    long times;
    long nanos;
  }

  void clear() {
    sums.clear();
  }

  /** The dearest first, with the milliseconds of each time that it was sent. */
  void print(int most) {
    sums.entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<String, Sum> each) -> -each.getValue().nanos))
        .limit(most)
        .forEach(
            each -> {
              Sum sum = each.getValue();
              String sql = each.getKey().replaceAll("\\s+", " ");
              System.out.printf(
                  "  %8.1f ms: %s%n",
                  sum.nanos / 1e6 / sum.times, sql.substring(0, Math.min(150, sql.length())));
            });
  }

  /** A source of connections that times what is sent by them. */
  DataSource around(DataSource source) {
    return proxy(DataSource.class, source, null);
  }

  private <T> T proxy(Class<T> type, Object of, @Nullable String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              long start = System.nanoTime();
              try {
                Object result = method.invoke(of, arguments);
                if (sql != null && method.getName().startsWith("execute")) {
                  Sum sum = sums.computeIfAbsent(sql, _ -> new Sum());
                  sum.times++;
                  sum.nanos += System.nanoTime() - start;
                }
                return switch (result) {
                  case Connection connection -> proxy(Connection.class, connection, null);
                  case PreparedStatement statement
                      when arguments != null && arguments[0] instanceof String text ->
                      proxy(PreparedStatement.class, statement, text);
                  case null, default -> result;
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
