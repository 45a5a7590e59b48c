package app.keypoint.audit.internal;

import app.keypoint.audit.AuditKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Appends and reads; the one way out is the end of the time for which entries are kept. */
interface AuditRepository extends Repository<AuditRow, Long> {

  AuditRow save(AuditRow row);

  @Query(
      """
      select a from AuditRow a
      where a.happenedAt >= :from and a.happenedAt < :until and a.kind in :kinds
        and (:person = '%%' or a.actor like :person escape '\\'
             or a.subject like :person escape '\\')
      order by a.happenedAt desc, a.id desc
      """)
  List<AuditRow> search(
      String person, Collection<AuditKind> kinds, Instant from, Instant until, Pageable page);

  List<AuditRow> findByKindOrderByHappenedAtDescIdDesc(AuditKind kind, Limit most);

  @Modifying
  @Query("delete from AuditRow a where a.happenedAt < :before")
  int deleteOlderThan(Instant before);
}
