package app.keypoint.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log as administrators read it; refuses everybody else. */
public interface AuditSearch {

  /** The most entries of a page. */
  int MAX_PAGE = 200;

  /**
   * Which entries.
   *
   * @param person part of the user name of who did it or to whom it was done; blank for all
   * @param kind null for all
   * @param from the first instant, or null
   * @param until the first instant after the last, or null
   */
  record Filter(
      String person, @Nullable AuditKind kind, @Nullable Instant from, @Nullable Instant until) {

    /** Every entry. */
    public static final Filter ALL = new Filter("", null, null, null);

    /**
     * @throws IllegalArgumentException when the person's name is longer than one can be
     */
    public Filter {
      if (person.length() > AuditNote.MAX_NAME) {
        throw new IllegalArgumentException(
            "person has " + person.length() + " of " + AuditNote.MAX_NAME + " characters");
      }
    }
  }

  /**
   * A page of the entries, newest first.
   *
   * @param page from 0
   * @param size rows of a page, 1 to {@link #MAX_PAGE}
   */
  List<AuditEntry> page(Filter filter, int page, int size);
}
