package app.keypoint.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param actor user name of who did it; null for somebody who was not signed in
 * @param subject user name of whom it was done to, or null
 * @param detail a word or a name more; may be empty
 * @param address network address that the request came from; empty when there was none
 */
public record AuditEntry(
    Instant at,
    AuditKind kind,
    @Nullable String actor,
    @Nullable String subject,
    String detail,
    String address) {}
