package app.keypoint.audit;

import java.util.Collection;
import java.util.List;

/** Where features record what has to be answered for. */
public interface AuditTrail {

  /**
   * Appends to the audit log: in the caller's transaction if there is one, so that neither the deed
   * nor its entry is without the other, and at once if there is none.
   */
  void record(AuditNote note);

  /**
   * The same of what must not happen unrecorded, such as a look at a named learner.
   *
   * @throws TooMuchToRecord when no more entries of this person are kept for now
   */
  void recordOrRefuse(AuditNote note);

  /**
   * Appends what one deed brought, as one entry towards how many somebody may cause: or a large
   * import would leave no room for what the same person does next.
   */
  void recordOfOneDeed(List<AuditNote> notes);

  /**
   * Appends one entry of what is about many, for each of them to see among who looked at them. One
   * statement for all of them.
   *
   * @throws TooMuchToRecord when no more entries of this person are kept for now
   */
  void recordOfMany(AuditNote note, Collection<Long> accountIds);
}
