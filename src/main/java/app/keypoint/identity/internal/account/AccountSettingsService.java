package app.keypoint.identity.internal.account;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.CalendarChanged;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.enrolment.OwnAccount;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
@OpenTo(Audience.ACCOUNTS)
class AccountSettingsService implements AccountSettings {

  private final AccountRepository accounts;
  private final CurrentAccount current;
  private final PasswordEncoder passwords;
  private final OwnAccount own;
  private final BrowserRequest browser;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AccountSettingsService(
      AccountRepository accounts,
      CurrentAccount current,
      PasswordEncoder passwords,
      OwnAccount own,
      BrowserRequest browser,
      AuditTrail audit,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.current = current;
    this.passwords = passwords;
    this.own = own;
    this.browser = browser;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Account change(
      long accountId, String displayName, StudyCalendar calendar, @Nullable Locale locale) {
    new AccountRules().displayName(displayName).enforce();
    return transaction.execute(
        status -> {
          AccountEntity account = requireOwn(accountId);
          StudyCalendar before = account.toAccount().calendar();
          account.displayName = displayName.strip();
          account.zone = calendar.zone().getId();
          account.rolloverHour = (short) calendar.rolloverHour();
          account.setLocale(locale);
          if (!calendar.equals(before)) {
            events.publishEvent(new CalendarChanged(accountId, before, calendar, clock.instant()));
          }
          return account.toAccount();
        });
  }

  @Override
  public void speak(long accountId, @Nullable Locale locale) {
    transaction.executeWithoutResult(status -> requireOwn(accountId).setLocale(locale));
  }

  @Override
  public void askConfidence(long accountId, boolean asked) {
    transaction.executeWithoutResult(status -> requireOwn(accountId).confidenceAsked = asked);
  }

  @Override
  public void changePassword(long accountId, String currentPassword, String newPassword) {
    AccountEntity account = requireOwn(accountId);
    new AccountRules().password(newPassword, account.username, account.displayName).enforce();
    replace(own.requireWithPassword(accountId, currentPassword), newPassword);
  }

  @Override
  @OpenTo(Audience.NEWCOMERS)
  public void replaceOneTimePassword(long accountId, String newPassword) {
    AccountEntity account = requireOwn(accountId);
    if (!account.passwordOneTime) {
      throw new IllegalStateException("Account " + accountId + " has no one-time password");
    }
    new AccountRules()
        .password(newPassword, account.username, account.displayName)
        .require(
            !passwords.matches(newPassword, account.passwordHash),
            Field.PASSWORD,
            "identity.problem.passwordSame")
        .enforce();
    replace(account, newPassword);
  }

  private void replace(AccountEntity account, String newPassword) {
    String hash = requireNonNull(passwords.encode(newPassword));
    transaction.executeWithoutResult(
        status -> {
          AccountEntity now = requireOwn(account.requireId());
          if (now.sessionVersion != account.sessionVersion) {
            // Reset or switched off while the old password was compared: that stands.
            throw new AccessDeniedException("This session has ended");
          }
          now.setPassword(hash);
          audit.record(AuditNote.of(AuditKind.PASSWORD_CHANGED).to(account.username));
        });
    browser.continueAs(account.requireId());
  }

  private AccountEntity requireOwn(long accountId) {
    if (current.get().id() != accountId) {
      throw new AccessDeniedException("Not one's own account");
    }
    return accounts.findById(accountId).orElseThrow();
  }
}
