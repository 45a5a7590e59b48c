package app.keypoint.identity.internal.factor;

import app.keypoint.identity.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles that may not sign in with a password alone. None, until an administrator says so. */
@Service
@Transactional
public class Policy {

  private final SecondFactorPolicyRepository roles;

  Policy(SecondFactorPolicyRepository roles) {
    this.roles = roles;
  }

  @Transactional(readOnly = true)
  public boolean requires(Role role) {
    return roles.existsById(role);
  }

  @Transactional(readOnly = true)
  public Set<Role> roles() {
    return roles.findAll().stream().map(row -> row.role).collect(Collectors.toUnmodifiableSet());
  }

  /** Requires a second factor of these roles and of no others. */
  public void require(Set<Role> wanted) {
    roles.deleteAllInBatch();
    roles.saveAll(wanted.stream().map(SecondFactorPolicyEntity::new).toList());
  }
}
