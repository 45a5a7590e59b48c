package app.keypoint.identity.internal.throttling;

import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.signin.SignedIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows the browsers that accounts have signed in with, by a cookie. */
@Component
public class Devices {

  /** The name of the cookie. */
  public static final String COOKIE = "keypoint-device";

  /** Browsers take a cookie of this name over TLS, for this very host alone. */
  private static final String HOST = "__Host-";

  private static final Duration KEPT = Duration.ofDays(180);

  private final AccountRepository accounts;
  private final SingletonSupplier<byte[]> key;

  Devices(AccountRepository accounts, ServerSecrets secrets) {
    this.accounts = accounts;
    this.key = SingletonSupplier.of(() -> secrets.key("device-cookie"));
  }

  /** The browser that sends this thread's request, if this account has signed in with it before. */
  public Optional<String> of(String username) {
    return attributes().flatMap(web -> cookie(web.getRequest()).deviceOf(username));
  }

  @EventListener
  void on(SignedIn event) {
    attributes()
        .ifPresent(
            web -> {
              HttpServletResponse response = web.getResponse();
              if (response != null && !response.isCommitted()) {
                accounts
                    .findById(event.accountId())
                    .ifPresent(account -> remember(web.getRequest(), response, account.username()));
              }
            });
  }

  private void remember(HttpServletRequest request, HttpServletResponse response, String username) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name(request), cookie(request).after(username))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build()
            .toString());
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? HOST + COOKIE : COOKIE;
  }

  private DeviceCookie cookie(HttpServletRequest request) {
    Optional<String> value =
        Stream.ofNullable(request.getCookies())
            .flatMap(Arrays::stream)
            .filter(cookie -> cookie.getName().equals(name(request)))
            .map(Cookie::getValue)
            .findFirst();
    return DeviceCookie.read(key.obtain(), value);
  }

  private static Optional<ServletRequestAttributes> attributes() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? Optional.of(servlet)
        : Optional.empty();
  }
}
