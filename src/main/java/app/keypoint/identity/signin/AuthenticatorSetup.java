package app.keypoint.identity.signin;

/**
 * What an authenticator app is to be told. Made for one account after its password was right, and
 * worth nothing until a code shows that the app has it.
 */
public interface AuthenticatorSetup {

  /** For typing, in Base32. */
  String secret();

  /** For a QR code. */
  String uri();
}
