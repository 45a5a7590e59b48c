package app.keypoint.audit;

/** Where features record what has to be answered for. */
public interface AuditTrail {

  /**
   * Appends to the audit log: in the caller's transaction if there is one, so that neither the deed
   * nor its entry is without the other, and at once if there is none.
   */
  void record(AuditNote note);
}
