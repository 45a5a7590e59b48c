package app.keypoint.audit.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ADMINISTRATORS)
class AuditSearchService implements AuditSearch {

  private static final Instant BEFORE_ALL = Instant.EPOCH;
  private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");

  private final AuditRepository entries;

  AuditSearchService(AuditRepository entries) {
    this.entries = entries;
  }

  @Override
  public List<AuditEntry> page(Filter filter, int page, int size) {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("size is " + size + ", not 1 to " + MAX_PAGE);
    }
    Collection<AuditKind> kinds =
        filter.kind() == null ? EnumSet.allOf(AuditKind.class) : EnumSet.of(filter.kind());
    return entries
        .search(
            pattern(filter.person()),
            kinds,
            filter.from() == null ? BEFORE_ALL : filter.from(),
            filter.until() == null ? AFTER_ALL : filter.until(),
            PageRequest.of(page, size))
        .stream()
        .map(AuditRow::toEntry)
        .toList();
  }

  private static String pattern(String person) {
    String literal = person.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
    return "%" + literal + "%";
  }
}
