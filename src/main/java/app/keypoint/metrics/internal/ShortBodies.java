package app.keypoint.metrics.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is longer than a key and a word, and what does not say how long it is. */
class ShortBodies extends OncePerRequestFilter {

  private static final int LONGEST = 1_024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LONGEST
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
      return;
    }
    chain.doFilter(request, response);
  }
}
