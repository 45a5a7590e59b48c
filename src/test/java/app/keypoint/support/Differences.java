package app.keypoint.support;

import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** What a check of the data finds of one learner: nothing, whatever a test has had them do. */
public class Differences {

  private final List<Derived> derived;
  private final TransactionOperations transactions;

  Differences(List<Derived> derived, TransactionOperations transactions) {
    this.derived = derived;
    this.transactions = transactions;
  }

  /** In a program that was started without the beans of the tests. */
  public static Differences in(ApplicationContext context) {
    return new Differences(
        context.getBeanProvider(Derived.class).orderedStream().toList(),
        context.getBean(TransactionOperations.class));
  }

  /** Makes what follows from a learner's log and attempts, where a test wrote these alone. */
  public void makeFollow(long learnerId) {
    derived.forEach(
        each -> transactions.executeWithoutResult(_ -> each.repair(learnerId)));
  }

  /** All that does not follow from the learner's log. */
  public List<Difference> of(long learnerId) {
    List<Difference> found = new ArrayList<>();
    transactions.executeWithoutResult(
        _ ->
            derived.forEach(
                each -> {
                  long unused = each.check(learnerId, found::add);
                }));
    return found;
  }
}
