package app.keypoint.identity.internal.signin;

import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.signin.SecondStep;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the form with the code that follows the password. */
class SecondStepFilter extends AbstractAuthenticationProcessingFilter {

  private final SecondSteps steps;

  SecondStepFilter(SecondSteps steps) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + SecondStep.PATH));
    this.steps = steps;
    setAuthenticationFailureHandler(SecondStepFilter::backToForm);
  }

  /** Leads from the right password to the page that asks for more. */
  static void lead(SecondStepDue due, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    due.pending().begin(request);
    String path =
        switch (due.pending().kind()) {
          case PROVE -> SecondStep.PATH;
          case SET_UP -> SecondStep.SET_UP_PATH;
        };
    response.sendRedirect(request.getContextPath() + "/" + path);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    PendingSignIn pending =
        PendingSignIn.of(request)
            .orElseThrow(() -> new BadCredentialsException("No sign-in is under way"));
    String recovery = request.getParameter("recovery");
    String code = request.getParameter("code");
    Authentication proved =
        recovery != null
            ? steps.proveByRecoveryCode(pending, recovery)
            : steps.proveByCode(pending, code == null ? "" : code);
    PendingSignIn.end(request);
    return proved;
  }

  private static void backToForm(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    SignInFailed failed =
        failure instanceof TooManyAttempts e
            ? new SignInFailed(Reason.THROTTLED, e.getRetryAfter())
            : new SignInFailed(Reason.CODE, Duration.ZERO);
    if (PendingSignIn.of(request).isPresent()) {
      request.getSession().setAttribute(SignInFailed.class.getName(), failed);
    }
    String way = request.getParameter("recovery") == null ? "" : "?recovery";
    response.sendRedirect(request.getContextPath() + "/" + SecondStep.PATH + way);
  }
}
