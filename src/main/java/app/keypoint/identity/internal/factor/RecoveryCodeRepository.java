package app.keypoint.identity.internal.factor;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface RecoveryCodeRepository extends JpaRepository<RecoveryCodeEntity, Long> {

  List<RecoveryCodeEntity> findByAccountId(long accountId);

  int countByAccountId(long accountId);

  /** 1 for whoever uses the code, 0 for whoever comes after. */
  @Transactional
  @Modifying
  @Query("delete from RecoveryCodeEntity c where c.id = :id")
  int use(long id);

  @Modifying
  @Query("delete from RecoveryCodeEntity c where c.accountId = :accountId")
  int deleteOf(long accountId);
}
