package app.keypoint.identity.internal.account;

/** Another account signs in with this name. */
public class UsernameTaken extends IllegalArgumentException {

  UsernameTaken(String username) {
    super("The user name " + username + " is taken");
  }

  UsernameTaken(String username, Exception cause) {
    super("The user name " + username + " is taken", cause);
  }
}
