package app.keypoint.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** The audit log as administrators read it; refuses everybody else. */
@Validated
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
      @Size(max = AuditNote.MAX_NAME) String person,
      @Nullable AuditKind kind,
      @Nullable Instant from,
      @Nullable Instant until) {

    /** Every entry. */
    public static final Filter ALL = new Filter("", null, null, null);
  }

  /**
   * A page of the entries, newest first.
   *
   * @param page from 0
   * @param size rows of a page, 1 to {@link #MAX_PAGE}
   */
  List<AuditEntry> page(@Valid Filter filter, int page, int size);
}
