package app.keypoint.identity.internal.account;

import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.time.StudyCalendar;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@Entity
@DynamicUpdate
@Table(name = "account")
public class AccountEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  /** Two may change an account at once, its owner and an administrator: the later one is told. */
  @Version int version;

  String username;
  String displayName;
  String passwordHash;
  boolean passwordOneTime;
  @Nullable Instant oneTimeUntil;
  int sessionVersion;

  @Enumerated(EnumType.STRING)
  Role role;

  String zone;
  short rolloverHour;
  @Nullable String locale;
  boolean confidenceAsked;
  boolean enabled = true;
  Instant createdAt;
  @Nullable Instant lastSeen;
  @Nullable Instant erasureAskedAt;
  @Nullable Instant erasedAt;

  private static final AtomicLong CHANGES = new AtomicLong();

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AccountEntity() {}

  AccountEntity(
      String username,
      String displayName,
      String passwordHash,
      Role role,
      StudyCalendar calendar,
      @Nullable Locale locale,
      Instant createdAt) {
    this.username = username;
    this.displayName = displayName;
    this.passwordHash = passwordHash;
    this.role = role;
    this.zone = calendar.zone().getId();
    this.rolloverHour = (short) calendar.rolloverHour();
    this.locale = tag(locale);
    this.createdAt = createdAt;
  }

  /** Its id, once it is saved. */
  public long requireId() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  /** What they sign in with. */
  public String username() {
    return username;
  }

  /** What others see. */
  public String displayName() {
    return displayName;
  }

  /** The hash of the password. */
  public String passwordHash() {
    return passwordHash;
  }

  /** Whether the password is to be replaced before anything else. */
  public boolean passwordOneTime() {
    return passwordOneTime;
  }

  /** A session that began with another one has ended. */
  public int sessionVersion() {
    return sessionVersion;
  }

  /** What they may do. */
  public Role role() {
    return role;
  }

  /** Changes what they may do. */
  public void setRole(Role role) {
    this.role = role;
  }

  /** Whether they may sign in. */
  public boolean enabled() {
    return enabled;
  }

  /** Lets them sign in, or no longer. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** Since when they ask that the account be erased, or null. */
  public @Nullable Instant erasureAskedAt() {
    return erasureAskedAt;
  }

  /** Asks that it be erased. */
  public void askErasure(Instant at) {
    erasureAskedAt = at;
  }

  /** Asks that no longer. */
  public void withdrawErasure() {
    erasureAskedAt = null;
  }

  void setLocale(@Nullable Locale locale) {
    this.locale = tag(locale);
  }

  private static @Nullable String tag(@Nullable Locale locale) {
    return locale == null ? null : locale.toLanguageTag();
  }

  /** Changes the password; the sessions that the old one opened end. */
  public void setPassword(String hash) {
    passwordHash = hash;
    passwordOneTime = false;
    oneTimeUntil = null;
    endSessions();
  }

  /** How often this server has changed an account; what was read of any before that is old. */
  public static long changes() {
    return CHANGES.get();
  }

  @PreUpdate
  void changed() {
    CHANGES.incrementAndGet();
  }

  /** As {@link #setPassword}, with one that is to be replaced before then. */
  public void setOneTimePassword(String hash, Instant until) {
    setPassword(hash);
    passwordOneTime = true;
    oneTimeUntil = until;
  }

  /** Whether the password opens the account no more, since it was to be replaced long ago. */
  public boolean hasExpiredPassword(Instant now) {
    return oneTimeUntil != null && !oneTimeUntil.isAfter(now);
  }

  /**
   * Leaves nothing that tells whose account it was, and nothing that opens it. The zone and the
   * rollover hour stay: what was done on which day rests on them.
   *
   * @param hash of a password that nobody knows
   */
  public void erase(String hash, Instant now) {
    username = Account.numbered(requireId());
    displayName = username;
    setPassword(hash);
    role = Role.LEARNER;
    locale = null;
    confidenceAsked = false;
    enabled = false;
    lastSeen = null;
    erasureAskedAt = null;
    erasedAt = now;
  }

  /** Ends all sessions that are open. */
  public void endSessions() {
    sessionVersion++;
  }

  /** As other features see it. */
  public Account toAccount() {
    return new Account(
        requireId(),
        username,
        displayName,
        role,
        new StudyCalendar(ZoneId.of(zone), rolloverHour),
        locale == null ? null : Locale.forLanguageTag(locale),
        confidenceAsked,
        enabled,
        lastSeen);
  }
}
