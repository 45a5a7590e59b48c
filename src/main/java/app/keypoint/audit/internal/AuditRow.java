package app.keypoint.audit.internal;

import static java.util.Objects.requireNonNull;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_entry}, which the database keeps from being changed. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  Instant happenedAt;

  @Enumerated(EnumType.STRING)
  AuditKind kind;

  @Nullable String actor;
  @Nullable String subject;
  String detail;
  String address;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AuditRow() {}

  AuditRow(AuditEntry entry) {
    this.happenedAt = entry.at();
    this.kind = entry.kind();
    this.actor = entry.actor();
    this.subject = entry.subject();
    this.detail = entry.detail();
    this.address = entry.address();
  }

  long requireId() {
    return requireNonNull(id);
  }

  AuditEntry toEntry() {
    return new AuditEntry(happenedAt, kind, actor, subject, detail, address);
  }
}
