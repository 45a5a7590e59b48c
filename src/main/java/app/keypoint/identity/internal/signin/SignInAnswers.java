package app.keypoint.identity.internal.signin;

import app.keypoint.identity.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Where people are led around signing in. */
public final class SignInAnswers {

  private SignInAnswers() {}

  /** After the sign-in a person gets the page that they wanted, not a file that it asked for. */
  public static RequestCache pagesOnly() {
    MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(pages);
    return cache;
  }

  /** The form says what happened. It is told by the address: a stranger's words are not kept. */
  public static void backToForm(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof SecondStepDue due) {
      SecondStepFilter.lead(due, request, response);
      return;
    }
    String what =
        switch (failure) {
          case TooManyAttempts e -> "error=throttled&wait=" + seconds(e.getRetryAfter());
          case DisabledException e -> "error=disabled";
          default -> "error";
        };
    response.sendRedirect(request.getContextPath() + "/sign-in?" + what);
  }

  private static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }

  /** A form whose session is gone is shown anew instead of a bare status. */
  public static ObjectPostProcessor<CsrfFilter> outdatedPagesToForm() {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends CsrfFilter> F postProcess(F filter) {
        filter.setAccessDeniedHandler(SignInAnswers::formAnew);
        return filter;
      }
    };
  }

  private static void formAnew(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.sendRedirect(request.getContextPath() + "/sign-in?expired");
  }
}
