package app.keypoint.identity.internal.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends people on within this server by path alone: what names the server in a redirect has it from
 * the Host header, which anybody may have chosen.
 */
class OwnRedirects extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new ByPath(response, request.getServerName()));
  }

  private static final class ByPath extends HttpServletResponseWrapper {

    private final String host;

    ByPath(HttpServletResponse response, String host) {
      super(response);
      this.host = host;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
      super.sendRedirect(path(location, host));
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
      super.sendRedirect(path(location, host), status, clearBuffer);
    }
  }

  /** What comes after the host that a request was sent to; other places stay as they are. */
  static String path(String location, String host) {
    try {
      URI uri = new URI(location);
      if (uri.getHost() == null || !uri.getHost().equalsIgnoreCase(host)) {
        return location;
      }
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath().replaceFirst("^/+", "/");
      return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
