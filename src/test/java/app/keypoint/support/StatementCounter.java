package app.keypoint.support;

import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;

/** Counts the SQL statements that an action prepares, to notice an N+1. */
public class StatementCounter {

  private final EntityManagerFactory factory;

  StatementCounter(EntityManagerFactory factory) {
    this.factory = factory;
  }

  public long statementsOf(Supplier<?> action) {
    var statistics = factory.unwrap(SessionFactory.class).getStatistics();
    long before = statistics.getPrepareStatementCount();
    var unused = action.get();
    return statistics.getPrepareStatementCount() - before;
  }
}
