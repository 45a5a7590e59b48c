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

/**
 * Appends and reads; the one way out is the end of the time for which entries are kept, and the one
 * change that names of erased people become numbers.
 */
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

  /** Lets people see an entry as one about them; how many they are. */
  @Modifying(flushAutomatically = true)
  @Query(
      nativeQuery = true,
      value =
          """
          insert into audit_seen (account_id, happened_at, entry_id)
          select a.id, e.happened_at, e.id
          from audit_entry e, unnest(cast(:accountIds as bigint array)) as t(account_id)
            join account a on a.id = t.account_id
          where e.id = :entryId
          """)
  int isAbout(long entryId, Long[] accountIds);

  /** Puts an account's number in the place of its name: all that the database lets be changed. */
  @Modifying(flushAutomatically = true)
  @Query(
      nativeQuery = true,
      value =
          """
          update audit_entry set actor = '#' || :accountId
          where actor = (select username from account where id = :accountId)
          """)
  int numberActor(long accountId);

  /** The same of whom something was done to. */
  @Modifying(flushAutomatically = true)
  @Query(
      nativeQuery = true,
      value =
          """
          update audit_entry set subject = '#' || :accountId
          where subject = (select username from account where id = :accountId)
          """)
  int numberSubject(long accountId);

  @Modifying
  @Query("delete from AuditRow a where a.happenedAt < :before")
  int deleteOlderThan(Instant before);

  /** The same of whom they were about. */
  @Modifying
  @Query(nativeQuery = true, value = "delete from audit_seen where happened_at < :before")
  int deleteSeenOlderThan(Instant before);
}
