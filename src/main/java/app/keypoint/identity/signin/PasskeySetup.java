package app.keypoint.identity.signin;

/**
 * What a browser is asked for when a passkey is made. For one account, after its password was
 * right.
 */
public interface PasskeySetup {

  /** The question, as JSON for {@code navigator.credentials.create}. */
  String options();
}
