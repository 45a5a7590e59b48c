package app.keypoint.audit.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.LooksAt;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class LooksAtService implements LooksAt {

  private final AuditRepository entries;

  LooksAtService(AuditRepository entries) {
    this.entries = entries;
  }

  @Override
  public List<AuditEntry> looksAt(String username, int page, int size) {
    if (size < 1 || size > MAX) {
      throw new IllegalArgumentException("size is " + size + ", not 1 to " + MAX);
    }
    return entries
        .findBySubjectAndKindOrderByHappenedAtDescIdDesc(
            username, AuditKind.LEARNER_VIEWED, PageRequest.of(page, size))
        .stream()
        .map(AuditRow::toEntry)
        .toList();
  }
}
