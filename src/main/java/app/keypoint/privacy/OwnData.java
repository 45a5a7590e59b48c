package app.keypoint.privacy;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** What is kept of somebody, for themselves. */
@Validated
public interface OwnData {

  /** The longest text beside the data, in UTF-16 units. */
  int MAX_README = 20_000;

  /** The most looks of a page. */
  int MAX_PAGE = 100;

  /**
   * Who opened one's page as a learner, or took a file along that one is in, newest first.
   *
   * @param page from 0
   * @param size 1 to {@link #MAX_PAGE}
   */
  List<Look> looks(@Own Account account, int page, int size);

  /** The names of the parts of {@link #write}, in their order. */
  List<String> parts();

  /**
   * Writes all that is kept as a ZIP, and leaves the stream open: each part as CSV and as JSON, row
   * by row. What opens the account, such as hashes and keys, is left out.
   *
   * @param readme what stands beside it
   */
  void write(@Own Account account, @Size(max = MAX_README) String readme, OutputStream target)
      throws IOException;

  /**
   * Somebody opened one's page, or took a file along.
   *
   * @param by their name, or what is left of it
   * @param what the cohort in which they did, or of which the file is and what is in it
   * @param file whether it was a file
   */
  record Look(Instant at, String by, String what, boolean file) {}
}
