package app.keypoint.identity.internal.session;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Whose session it is, before the security filters have looked or without them. */
public final class SessionOwner {

  private SessionOwner() {}

  /** Who signed in to it; empty for a stranger's, for none and for one that has ended. */
  public static Optional<SignedInUser> of(@Nullable HttpSession session) {
    try {
      return session != null
              && session.getAttribute(
                      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                  instanceof SecurityContext context
              && context.getAuthentication() != null
              && context.getAuthentication().getPrincipal() instanceof SignedInUser user
          ? Optional.of(user)
          : Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.empty(); // It ended meanwhile.
    }
  }
}
