package app.keypoint.identity;

import jakarta.validation.constraints.Size;
import org.springframework.validation.annotation.Validated;

/** Finds the instructors with whom an instructor shares something. */
@Validated
public interface Colleagues {

  /** Names that nobody has, in ten minutes, after which an instructor waits. */
  int MAX_IN_VAIN = 20;

  /**
   * Another instructor by their sign-in name. A few names in vain are allowed, since the answer
   * tells who is an instructor here.
   *
   * @param instructorId who asks
   * @throws GoneException when there is none of this name, or it is oneself
   * @throws TooManyAttempts after {@link #MAX_IN_VAIN} names in vain
   */
  Account require(long instructorId, @Size(max = Accounts.MAX_TYPED) String username);
}
