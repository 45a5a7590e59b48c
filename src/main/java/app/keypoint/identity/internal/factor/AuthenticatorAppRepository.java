package app.keypoint.identity.internal.factor;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface AuthenticatorAppRepository extends JpaRepository<AuthenticatorAppEntity, Long> {

  /** Takes the code of a step, if neither it nor a later one was taken. */
  @Modifying
  @Query(
      "update AuthenticatorAppEntity a set a.lastStep = :step"
          + " where a.accountId = :accountId and a.lastStep < :step")
  int take(long accountId, long step);

  @Modifying
  @Query("delete from AuthenticatorAppEntity a where a.accountId = :accountId")
  int deleteOf(long accountId);
}
