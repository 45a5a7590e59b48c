package app.keypoint.audit.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.LastEntries;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class LastEntriesService implements LastEntries {

  private final AuditRepository entries;

  LastEntriesService(AuditRepository entries) {
    this.entries = entries;
  }

  @Override
  public List<AuditEntry> last(AuditKind kind, int most) {
    if (most < 1 || most > MAX) {
      throw new IllegalArgumentException("most is " + most + ", not 1 to " + MAX);
    }
    return entries.findByKindOrderByHappenedAtDescIdDesc(kind, Limit.of(most)).stream()
        .map(AuditRow::toEntry)
        .toList();
  }
}
