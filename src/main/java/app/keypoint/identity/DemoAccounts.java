package app.keypoint.identity;

import java.util.List;

/**
 * The accounts that the sign-in page offers with one click; only the demo has an implementation.
 */
public interface DemoAccounts {

  /** In the order in which the page shows them. */
  List<DemoAccount> all();

  /**
   * One of them.
   *
   * @param password in clear, which is why there is none of this outside the demo
   * @param roleKey the message key of what this person does, as "demo.learner"
   */
  record DemoAccount(String username, String password, String roleKey) {}
}
