package app.keypoint.identity.internal;

import app.keypoint.identity.Role;
import app.keypoint.identity.SecondFactorAdministration;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.factor.RecoveryCodes;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SecondFactorAdministrationService implements SecondFactorAdministration {

  private final AccountRepository accounts;
  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;
  private final Policy policy;

  SecondFactorAdministrationService(
      AccountRepository accounts,
      AuthenticatorApps apps,
      RecoveryCodes recoveryCodes,
      Policy policy) {
    this.accounts = accounts;
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
    this.policy = policy;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Role> requiredOf() {
    return policy.roles();
  }

  @Override
  public void requireOf(Set<Role> roles) {
    if (roles.contains(Role.LEARNER)) {
      throw new IllegalArgumentException("Learners decide for themselves");
    }
    policy.require(roles);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean has(long accountId) {
    return apps.since(accountId).isPresent();
  }

  @Override
  public void remove(long accountId) {
    apps.remove(accountId);
    recoveryCodes.removeAll(accountId);
    accounts.findById(accountId).orElseThrow().endSessions();
  }
}
