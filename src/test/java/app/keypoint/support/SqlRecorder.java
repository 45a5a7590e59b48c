package app.keypoint.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Notes the SQL that an action prepares, to ask the database how it would run it. */
public class SqlRecorder implements StatementInspector {

  private static final long serialVersionUID = 1L;

  private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();

  /**
   * The statements of an action, in their order; without those that ask for a block of ids, which
   * comes once in fifty rows, whosever they are.
   */
  public static List<String> statementsOf(Supplier<?> action) {
    RECORDED.set(new ArrayList<>());
    try {
      var unused = action.get();
      return RECORDED.get();
    } finally {
      RECORDED.remove();
    }
  }

  @Override
  public String inspect(String sql) {
    List<String> recorded = RECORDED.get();
    if (recorded != null && !sql.matches(".*next ?val.*")) {
      recorded.add(sql);
    }
    return sql;
  }
}
