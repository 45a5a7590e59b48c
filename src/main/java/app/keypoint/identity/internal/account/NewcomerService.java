package app.keypoint.identity.internal.account;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.Newcomers;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.password.OneTimePassword;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@OpenTo(Audience.FEATURES)
class NewcomerService implements Newcomers {

  private final AccountRepository accounts;
  private final PasswordEncoder passwords;
  private final AuditTrail audit;
  private final Clock clock;

  NewcomerService(
      AccountRepository accounts, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String normalised(String username) {
    return AccountRules.normalise(username);
  }

  @Override
  public Optional<Field> problem(Newcomer newcomer) {
    try {
      new AccountRules()
          .username(AccountRules.normalise(newcomer.username()))
          .displayName(newcomer.displayName())
          .enforce();
      return Optional.empty();
    } catch (InvalidInput e) {
      return e.getProblems().keySet().stream().min(Field::compareTo);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Long> idsOf(Collection<String> usernames) {
    return accounts.findNamesIn(usernames).stream()
        .collect(Collectors.toMap(AccountRepository.Named::username, AccountRepository.Named::id));
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public Prepared prepare(Newcomer newcomer) {
    String password = OneTimePassword.random();
    return new Prepared(
        new Newcomer(AccountRules.normalise(newcomer.username()), newcomer.displayName().strip()),
        password,
        requireNonNull(passwords.encode(password)));
  }

  @Override
  @Transactional
  public List<Long> make(List<Prepared> prepared, StudyCalendar calendar, String maker) {
    Instant now = clock.instant();
    List<AccountEntity> made =
        prepared.stream()
            .map(
                each -> {
                  AccountEntity account =
                      new AccountEntity(
                          each.newcomer().username(),
                          each.newcomer().displayName(),
                          each.hash(),
                          Role.LEARNER,
                          calendar,
                          null,
                          now);
                  account.setOneTimePassword(each.hash(), now.plus(OneTimePassword.LIFE));
                  return account;
                })
            .toList();
    try {
      accounts.saveAllAndFlush(made);
    } catch (DataIntegrityViolationException e) {
      throw new IllegalArgumentException("A name is taken", e);
    }
    audit.recordOfOneDeed(
        made.stream()
            .map(
                account ->
                    AuditNote.of(AuditKind.ACCOUNT_CREATED)
                        .by(maker)
                        .to(account.username)
                        .with(Role.LEARNER))
            .toList());
    return made.stream().map(AccountEntity::requireId).toList();
  }
}
