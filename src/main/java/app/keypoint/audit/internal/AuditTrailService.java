package app.keypoint.audit.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.TooMuchToRecord;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Service
@OpenTo(Audience.ANYBODY)
class AuditTrailService implements AuditTrail {

  /** An IPv6 address with its zone has fewer. */
  private static final int MAX_ADDRESS = 60;

  private final AuditRepository entries;
  private final EntryLimit limit;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AuditTrailService(
      AuditRepository entries,
      EntryLimit limit,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entries = entries;
    this.limit = limit;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void record(AuditNote note) {
    AuditEntry entry = entry(note);
    var unused = append(entry, admitted(entry));
  }

  @Override
  public void recordOrRefuse(AuditNote note) {
    AuditEntry entry = entry(note);
    refuseUnlessAdmitted(entry);
    var unused = append(entry, true);
  }

  @Override
  public void recordOfOneDeed(List<AuditNote> notes) {
    if (!notes.isEmpty()) {
      boolean admitted = admitted(entry(notes.getFirst()));
      for (AuditNote note : notes) {
        var unused = append(entry(note), admitted);
      }
    }
  }

  /** For features alone: nobody else may say of anybody that they were looked at. */
  @Override
  @OpenTo(Audience.FEATURES)
  public void recordOfMany(AuditNote note, Collection<Long> accountIds) {
    AuditEntry entry = entry(note);
    refuseUnlessAdmitted(entry);
    transaction.executeWithoutResult(
        status -> {
          AuditRow row = append(entry, true);
          if (row != null && !accountIds.isEmpty()) {
            int unused = entries.isAbout(row.requireId(), accountIds.toArray(Long[]::new));
          }
        });
  }

  private AuditEntry entry(AuditNote note) {
    String actor = note.actor() == null ? signedIn() : note.actor();
    return new AuditEntry(
        clock.instant(), note.kind(), actor, note.subject(), note.detail(), address());
  }

  private void refuseUnlessAdmitted(AuditEntry entry) {
    if (!admitted(entry)) {
      throw new TooMuchToRecord(EntryLimit.left(entry.at()));
    }
  }

  private boolean admitted(AuditEntry entry) {
    return entry.actor() != null
        ? limit.admitsOf(entry.actor(), entry.at())
        : entry.address().isEmpty() || limit.admits(entry.address(), entry.at());
  }

  private @Nullable AuditRow append(AuditEntry entry, boolean admitted) {
    if (!admitted) {
      events.publishEvent(new Recorded(entry, false));
      return null;
    }
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("An entry of the audit log needs a transaction that writes");
    }
    return transaction.execute(
        status -> {
          AuditRow row = entries.save(new AuditRow(entry));
          events.publishEvent(new Recorded(entry, true));
          return row;
        });
  }

  private static @Nullable String signedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken
        ? null
        : who.getName();
  }

  private static String address() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)) {
      return "";
    }
    String address = now.getRequest().getRemoteAddr();
    return address.length() <= MAX_ADDRESS ? address : address.substring(0, MAX_ADDRESS);
  }

  /**
   * An entry, for the log lines.
   *
   * @param kept whether it is in the database as well
   */
  record Recorded(AuditEntry entry, boolean kept) {}
}
