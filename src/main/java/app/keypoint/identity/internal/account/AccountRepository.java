package app.keypoint.identity.internal.account;

import app.keypoint.identity.Role;
import app.keypoint.identity.internal.caller.Caller;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Reads and writes accounts. */
public interface AccountRepository extends JpaRepository<AccountEntity, Long> {

  Optional<AccountEntity> findByUsername(String username);

  Optional<AccountEntity> findByIdAndEnabledTrue(long id);

  /** Which of these names accounts have. */
  @Query(
      "select new app.keypoint.identity.internal.account.AccountRepository$Named(a.username, a.id)"
          + " from AccountEntity a where a.username in :usernames")
  List<Named> findNamesIn(Collection<String> usernames);

  /** A name and whose it is. */
  record Named(String username, long id) {}

  boolean existsByUsername(String username);

  boolean existsByRoleAndEnabledTrue(Role role);

  /** The account of a session that began with this version; empty when it is to go on no longer. */
  @Query(
      "select new app.keypoint.identity.internal.caller.Caller$Of(a.id, a.role, a.passwordOneTime)"
          + " from AccountEntity a"
          + " where a.id = :id and a.sessionVersion = :sessionVersion and a.enabled")
  Optional<Caller.Of> caller(long id, int sessionVersion);

  /** Those who can administer, locked until the transaction ends, so that one at a time leaves. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select a from AccountEntity a where a.role = app.keypoint.identity.Role.ADMINISTRATOR"
          + " and a.enabled order by a.id")
  List<AccountEntity> lockAdministrators();

  String MATCHES =
      " where a.erasedAt is null and (a.username like :pattern escape '\\'"
          + " or lower(a.displayName) like :pattern escape '\\')";

  Optional<AccountEntity> findByIdAndErasedAtIsNull(long id);

  /** Without the account, which is to be read once its lock is held. */
  @Query("select a.role from AccountEntity a where a.id = :id")
  Optional<Role> roleOf(long id);

  /** Who asks that their account be erased, who has waited longest first. */
  List<AccountEntity> findByErasureAskedAtIsNotNullOrderByErasureAskedAtAscIdAsc(Limit most);

  @Query("select a from AccountEntity a" + MATCHES + " order by a.username")
  List<AccountEntity> search(String pattern, Pageable page);

  @Query("select count(a) from AccountEntity a" + MATCHES)
  int countMatches(String pattern);

  @Modifying
  @Query(
      "update AccountEntity a set a.lastSeen = :at"
          + " where a.id = :id and (a.lastSeen is null or a.lastSeen < :threshold)")
  void seen(long id, Instant at, Instant threshold);
}
