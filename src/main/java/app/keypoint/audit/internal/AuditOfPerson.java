package app.keypoint.audit.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the audit log has of somebody. */
@Component
@OpenTo(Audience.FEATURES)
class AuditOfPerson implements PersonalData {

  private final AuditRepository entries;

  AuditOfPerson(AuditRepository entries) {
    this.entries = entries;
  }

  /** Where somebody else was when they did something is theirs. */
  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "log-entries",
            """
            select e.happened_at, e.kind, e.actor, e.subject, e.detail,
              case when e.actor = a.username then e.address else '' end as address
            from account a join (
              select t.* from audit_entry t join account p on p.id = :accountId
                and (t.actor = p.username or t.subject = p.username)
              union
              select t.* from audit_seen s join audit_entry t on t.id = s.entry_id
              where s.account_id = :accountId) e on a.id = :accountId
            order by e.happened_at, e.id
            """));
  }

  @Override
  public void forget(long accountId) {}

  /** Others note what they take from somebody, under the name. */
  @Override
  public void forgetLast(long accountId) {
    var unused = entries.numberActor(accountId);
    unused = entries.numberSubject(accountId);
  }
}
