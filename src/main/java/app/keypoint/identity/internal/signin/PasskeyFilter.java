package app.keypoint.identity.internal.signin;

import app.keypoint.identity.signin.PasskeySignIn;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the form with a passkey's answer. */
class PasskeyFilter extends AbstractAuthenticationProcessingFilter {

  private final PasskeySignInService answers;

  PasskeyFilter(PasskeySignInService answers) {
    super(
        PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/" + PasskeySignIn.PATH));
    this.answers = answers;
    setAuthenticationFailureHandler(PasskeyFilter::backToForm);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    String answer = request.getParameter(PasskeySignIn.FIELD);
    Authentication proved = answers.signIn(request, answer == null ? "" : answer);
    PendingSignIn.end(request);
    return proved;
  }

  private static void backToForm(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    Reason reason = failure instanceof DisabledException ? Reason.DISABLED : Reason.PASSKEY;
    request
        .getSession()
        .setAttribute(SignInFailed.class.getName(), new SignInFailed(reason, Duration.ZERO));
    response.sendRedirect(request.getContextPath() + "/sign-in?error");
  }
}
