package app.keypoint.identity.internal.factor;

import app.keypoint.identity.Role;
import org.springframework.data.jpa.repository.JpaRepository;

interface SecondFactorPolicyRepository extends JpaRepository<SecondFactorPolicyEntity, Role> {}
