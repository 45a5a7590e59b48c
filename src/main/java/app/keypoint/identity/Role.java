package app.keypoint.identity;

/** What an account may do. Instructors and administrators may also learn. */
public enum Role {
  LEARNER,
  INSTRUCTOR,
  ADMINISTRATOR;

  /** Role names for {@code @RolesAllowed}, which takes constants only. */
  public static final class Names {
    public static final String INSTRUCTOR = "INSTRUCTOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Names() {}
  }
}
