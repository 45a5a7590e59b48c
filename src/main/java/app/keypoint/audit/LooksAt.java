package app.keypoint.audit;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** Who looked at somebody, for the features that tell them. */
@Validated
public interface LooksAt {

  /** The most that are told at a time. */
  int MAX = 200;

  /**
   * Looks at a learner, newest first: their page was opened, or they are in a file that was taken
   * along ({@link AuditTrail#recordOfMany}).
   *
   * @param username the learner's
   * @param page from 0
   * @param size 1 to {@link #MAX}
   */
  List<AuditEntry> looksAt(
      long accountId, @Size(max = AuditNote.MAX_NAME) String username, int page, int size);
}
