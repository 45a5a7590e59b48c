package app.keypoint.identity.internal.factor;

import app.keypoint.identity.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code second_factor_policy}. */
@Entity
@Table(name = "second_factor_policy")
class SecondFactorPolicyEntity {

  @Id
  @Enumerated(EnumType.STRING)
  Role role;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected SecondFactorPolicyEntity() {}

  SecondFactorPolicyEntity(Role role) {
    this.role = role;
  }
}
