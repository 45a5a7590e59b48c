package app.keypoint.identity.internal.oidc;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ExternalIdentityRepository extends JpaRepository<ExternalIdentityEntity, Long> {

  Optional<ExternalIdentityEntity> findByIssuerAndSubject(String issuer, String subject);

  boolean existsByAccountId(long accountId);
}
