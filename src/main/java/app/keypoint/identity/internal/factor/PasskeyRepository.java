package app.keypoint.identity.internal.factor;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PasskeyRepository extends JpaRepository<PasskeyEntity, Long> {

  List<PasskeyEntity> findByAccountIdOrderByCreatedAt(long accountId);

  List<PasskeyEntity> findByUserHandle(String userHandle);

  Optional<PasskeyEntity> findByCredentialId(String credentialId);

  int countByAccountId(long accountId);

  @Modifying
  @Query("delete from PasskeyEntity p where p.accountId = :accountId and p.id = :id")
  int delete(long accountId, long id);

  @Modifying
  @Query("delete from PasskeyEntity p where p.accountId = :accountId")
  int deleteOf(long accountId);
}
