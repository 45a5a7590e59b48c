package app.keypoint.identity.signin;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** The places where one's own account is signed in, to look at and to end. */
@Validated
public interface Sessions {

  /**
   * One of them.
   *
   * @param handle names it to {@link #end}; opens nothing
   * @param since when somebody signed in to it
   * @param lastActive when its screens were last used; a page that merely stays open does not count
   * @param address the network address of its last use
   * @param browser what its browser said it is, shortened
   * @param current whether it is the one that asks
   */
  record Session(
      String handle,
      Instant since,
      Instant lastActive,
      String address,
      String browser,
      boolean current) {}

  /** One's own, the one that asks first, then the last used. */
  List<Session> own();

  /** Ends one of one's own; nothing happens if it has ended already. */
  void end(@Size(max = 100) String handle);

  /** Ends all of one's own but the one that asks. */
  void endOthers();
}
