package app.keypoint.audit;

/** Details that are one of a few words. Names are stored: add, never rename. */
public enum AuditWord {
  /** An authenticator app. */
  APP,
  PASSKEY,
  /** What a learner may take along of their own. */
  OWN_DATA,
  REVIEW_LOG,
  /** What instructors who bring a roster are allowed. */
  MAKING_ACCOUNTS,
  JOINING_UNASKED,
  ASKING_ONLY,
  /** Whoever runs the server, by its key or its command line. */
  OPERATOR
}
