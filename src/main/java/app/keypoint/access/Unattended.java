package app.keypoint.access;

import java.util.function.Supplier;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets this program act in nobody's name while it answers somebody: a calendar program, say, that
 * has shown a token instead of signing in. What is called meanwhile is open as to the program.
 */
public final class Unattended {

  /**
   * In a request of Vaadin's, whoever is signed in to its session goes before what is set for the
   * thread.
   */
  private static final ScopedValue<Boolean> NOW = ScopedValue.newInstance();

  private Unattended() {}

  /** Runs an action as the program itself. */
  public static <T> T call(Supplier<T> action) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext program = SecurityContextHolder.createEmptyContext();
    program.setAuthentication(new Program());
    SecurityContextHolder.setContext(program);
    try {
      return ScopedValue.where(NOW, true).call(action::get);
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  /** Whether the program is acting by {@link #call}. */
  public static boolean isNow() {
    return NOW.isBound();
  }

  private static final class Program extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    Program() {
      super(AuthorityUtils.NO_AUTHORITIES);
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return "keypoint";
    }
  }
}
