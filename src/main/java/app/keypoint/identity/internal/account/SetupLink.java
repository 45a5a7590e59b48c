package app.keypoint.identity.internal.account;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.signin.FirstAdministrator;
import app.keypoint.identity.signin.SignedIn.Means;
import app.keypoint.time.StudyCalendar;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;

/**
 * Logs a one-time link when the server starts without an administrator; keeps its hash alone, where
 * other servers of the same database find it.
 */
@Service
@OpenTo(Audience.ANYBODY)
class SetupLink implements FirstAdministrator {

  private static final Logger log = LoggerFactory.getLogger(SetupLink.class);
  private static final int TOKEN_BYTES = 32;

  private final AccountRepository repository;
  private final AccountService accounts;
  private final BrowserRequest browser;
  private final Environment environment;
  private final SetupLinks links;
  private volatile @Nullable String own;

  SetupLink(
      AccountRepository repository,
      AccountService accounts,
      BrowserRequest browser,
      Environment environment,
      SetupLinks links) {
    this.repository = repository;
    this.accounts = accounts;
    this.browser = browser;
    this.environment = environment;
    this.links = links;
  }

  @EventListener(ApplicationReadyEvent.class)
  void offer() {
    if (environment.acceptsProfiles(Profiles.of("demo")) || hasAdministrator()) {
      return;
    }
    if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")) {
      // There is one server: whatever else is offered is of one that was killed.
      var unused = links.takeAll();
    }
    log.info(
        "There is no administrator yet. To create the first, open"
            + " http://localhost:{}{}/setup/{} (this link works once, for three days or until the server stops)",
        environment.getProperty("local.server.port", "8080"),
        environment.getProperty("server.servlet.context-path", ""),
        newToken());
  }

  /** A server that ends takes its link with it. */
  @PreDestroy
  void end() {
    String last = own;
    if (last != null) {
      links.remove(last);
      own = null;
    }
  }

  /** A fresh token; the one before it is no longer good. */
  String newToken() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    end();
    own = hash(token);
    links.add(hash(token));
    return token;
  }

  @Override
  public boolean accepts(String token) {
    return links.has(hash(token)) && !hasAdministrator();
  }

  /**
   * Of two people with a link one becomes administrator. A password is hashed outside of any
   * transaction, so the links are taken before and put back when nothing came of it.
   */
  @Override
  public synchronized Account create(
      String token, String username, String displayName, String password, ZoneId zone) {
    if (!accepts(token)) {
      throw new GoneException("such setup link");
    }
    String normalised = AccountRules.normalise(username);
    new AccountRules()
        .username(normalised)
        .displayName(displayName)
        .password(password, normalised, displayName)
        .enforce();
    List<SetupLinks.Offered> offered = links.all();
    if (!links.takeAll()) {
      throw new GoneException("such setup link");
    }
    Account account;
    try {
      account =
          accounts.create(
              new NewAccount(
                  username,
                  displayName,
                  password,
                  Role.ADMINISTRATOR,
                  new StudyCalendar(zone, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                  null));
    } catch (UsernameTaken e) {
      links.putBack(offered);
      throw new InvalidInput(Map.of(Field.USERNAME, "identity.problem.taken"));
    } catch (RuntimeException e) {
      links.putBack(offered);
      throw e;
    }
    browser.signIn(account.id(), Means.REGISTRATION);
    return account;
  }

  private boolean hasAdministrator() {
    return repository.existsByRoleAndEnabledTrue(Role.ADMINISTRATOR);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
