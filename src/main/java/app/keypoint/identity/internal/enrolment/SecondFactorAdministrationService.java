package app.keypoint.identity.internal.enrolment;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.AccountPasskeys;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.factor.RecoveryCodes;
import app.keypoint.identity.signin.SecondFactorAdministration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ADMINISTRATORS)
class SecondFactorAdministrationService implements SecondFactorAdministration {

  private final AccountRepository accounts;
  private final AuthenticatorApps apps;
  private final AccountPasskeys passkeys;
  private final RecoveryCodes recoveryCodes;
  private final AuditTrail audit;
  private final Policy policy;

  SecondFactorAdministrationService(
      AccountRepository accounts,
      AuthenticatorApps apps,
      AccountPasskeys passkeys,
      RecoveryCodes recoveryCodes,
      AuditTrail audit,
      Policy policy) {
    this.accounts = accounts;
    this.apps = apps;
    this.passkeys = passkeys;
    this.recoveryCodes = recoveryCodes;
    this.audit = audit;
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
    audit.record(
        AuditNote.of(AuditKind.SIGN_IN_RULES_CHANGED)
            .with(roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "))));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean has(long accountId) {
    return apps.since(accountId).isPresent() || passkeys.count(accountId) > 0;
  }

  @Override
  public void remove(long accountId) {
    apps.remove(accountId);
    passkeys.removeAll(accountId);
    recoveryCodes.removeAll(accountId);
    AccountEntity account = accounts.findById(accountId).orElseThrow();
    account.endSessions();
    audit.record(AuditNote.of(AuditKind.SECOND_FACTOR_REMOVED).to(account.username()));
  }
}
