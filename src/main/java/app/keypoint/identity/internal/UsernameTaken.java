package app.keypoint.identity.internal;

/** Another account signs in with this name. */
class UsernameTaken extends IllegalArgumentException {

  UsernameTaken(String username) {
    super("The user name " + username + " is taken");
  }

  UsernameTaken(String username, Exception cause) {
    super("The user name " + username + " is taken", cause);
  }
}
