package app.keypoint.identity;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/** What registration needs to know of cohorts; implemented by them, since they use accounts. */
@Validated
public interface JoinCodes {

  /**
   * The name of the cohort that this code leads to, however it was typed; empty if there is none.
   */
  Optional<String> cohortNamed(@Size(max = Accounts.MAX_TYPED) String code);

  /**
   * Makes an account a member, in the caller's transaction; nothing changes if it is one already.
   *
   * @throws IllegalArgumentException when there is no such code
   */
  void enrol(long accountId, @Size(max = Accounts.MAX_TYPED) String code);
}
