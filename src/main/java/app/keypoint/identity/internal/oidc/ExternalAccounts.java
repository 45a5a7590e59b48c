package app.keypoint.identity.internal.oidc;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.account.AccountRules;
import app.keypoint.identity.internal.account.AccountService;
import app.keypoint.identity.internal.account.UsernameTaken;
import app.keypoint.identity.internal.password.OneTimePassword;
import app.keypoint.identity.signin.ExternalSignIn;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts of people who sign in at the provider, tied by issuer and subject alone. */
@Service
@OpenTo(Audience.ANYBODY)
class ExternalAccounts implements ExternalSignIn {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ISSUER = 500;
  private static final int LONGEST_SUBJECT = 255;

  private final OidcSettings settings;
  private final ExternalIdentityRepository identities;
  private final AccountRepository accounts;
  private final AccountService service;
  private final TransactionOperations transaction;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ExternalAccounts(
      OidcSettings settings,
      ExternalIdentityRepository identities,
      AccountRepository accounts,
      AccountService service,
      TransactionOperations transaction,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.settings = settings;
    this.identities = identities;
    this.accounts = accounts;
    this.service = service;
    this.transaction = transaction;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Optional<String> provider() {
    return settings.isConfigured() ? Optional.of(settings.shownName()) : Optional.empty();
  }

  @Override
  @OpenTo(Audience.ACCOUNTS)
  public boolean isFor(long accountId) {
    return identities.existsByAccountId(accountId);
  }

  /**
   * The account of somebody whom the provider let in, with the role that the claims give.
   *
   * @throws DisabledException when it is switched off here
   * @throws OAuth2AuthenticationException when there is none and none is to be made
   */
  OidcUser enter(OidcUser person) {
    // Spring Security has checked that the token has both.
    String issuer = Objects.requireNonNull(person.getIssuer()).toString();
    String subject = Objects.requireNonNull(person.getSubject());
    if (issuer.length() > LONGEST_ISSUER || subject.length() > LONGEST_SUBJECT) {
      throw refused("subject_too_long");
    }
    Role role = settings.roleOf(person.getClaims());
    AccountEntity account =
        known(issuer, subject, role).orElseGet(() -> create(person, issuer, subject, role));
    if (!account.enabled()) {
      throw new DisabledException("Switched off");
    }
    events.publishEvent(new SignedIn(account.requireId(), clock.instant(), Means.PROVIDER));
    return new SignedInOidcUser(account, person.getIdToken());
  }

  private Optional<AccountEntity> known(String issuer, String subject, @Nullable Role role) {
    return Objects.requireNonNull(
        transaction.execute(
            _ ->
                identities
                    .findByIssuerAndSubject(issuer, subject)
                    .map(known -> accounts.findById(known.accountId).orElseThrow())
                    .map(account -> inRole(account, role))));
  }

  /** A changed role ends the sessions that were opened with the one before. */
  private AccountEntity inRole(AccountEntity account, @Nullable Role role) {
    if (role != null && account.role() != role) {
      account.setRole(role);
      account.endSessions();
      audit.record(
          AuditNote.of(AuditKind.ROLE_CHANGED)
              .by(account.username())
              .to(account.username())
              .with(role));
    }
    return account;
  }

  private AccountEntity create(
      OidcUser person, String issuer, String subject, @Nullable Role role) {
    if (!settings.createAccounts()) {
      throw refused("no_account");
    }
    String username = freeUsername(person);
    // Nobody knows this password, so the account opens at the provider alone.
    NewAccount account =
        new NewAccount(
            username,
            displayName(person, username),
            OneTimePassword.random() + OneTimePassword.random() + OneTimePassword.random(),
            role == null ? Role.LEARNER : role,
            new StudyCalendar(zone(person), StudyCalendar.DEFAULT_ROLLOVER_HOUR),
            locale(person));
    try {
      Account made =
          service.create(
              account,
              false,
              also ->
                  identities.saveAndFlush(new ExternalIdentityEntity(also.id(), issuer, subject)));
      return accounts.findById(made.id()).orElseThrow();
    } catch (UsernameTaken | DataIntegrityViolationException e) {
      // Another tab of the same person was first, or somebody took the name since the look above.
      return known(issuer, subject, role).orElseThrow(() -> refused("try_again"));
    }
  }

  /** The name that the provider prefers, or one like it: a name that is taken is somebody else. */
  private String freeUsername(OidcUser person) {
    String wanted = Objects.requireNonNullElse(person.getPreferredUsername(), "");
    String base = wanted.length() > LONGEST_NAME / 2 ? "" : AccountRules.normalise(wanted);
    if (!AccountRules.isUsername(base)) {
      base = "member";
    } else if (!accounts.existsByUsername(base)) {
      return base;
    }
    String username;
    do {
      username = base + "-" + OneTimePassword.random().substring(0, 4).toLowerCase(Locale.ROOT);
    } while (accounts.existsByUsername(username));
    return username;
  }

  private static String displayName(OidcUser person, String username) {
    String name = Objects.requireNonNullElse(person.getFullName(), "").strip();
    String plain = name.replaceAll("\\p{C}", "");
    if (plain.isEmpty()) {
      return username;
    }
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
  }

  private static ZoneId zone(OidcUser person) {
    try {
      String zone = person.getZoneInfo();
      return zone == null || zone.length() > 60 ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** One of ours, or null for the browser's. */
  private static @Nullable Locale locale(OidcUser person) {
    String locale = Objects.requireNonNullElse(person.getLocale(), "");
    return switch (Locale.forLanguageTag(locale.replace('_', '-')).getLanguage()) {
      case "zh" -> Locale.SIMPLIFIED_CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> null;
    };
  }

  private static OAuth2AuthenticationException refused(String code) {
    return new OAuth2AuthenticationException(new OAuth2Error(code));
  }
}
