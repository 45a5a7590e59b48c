package app.keypoint.identity.internal.request;

import app.keypoint.identity.internal.session.SessionOwner;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a request may bring, in bytes and before anything reads it. Strangers fill in forms;
 * only people who have signed in send more, and files only to where screens take them. Forms have
 * the server's own bound besides, since it reads them itself
 * (server.tomcat.max-http-form-post-size).
 */
class BodyLimit extends OncePerRequestFilter {

  static final int OF_STRANGERS = 64 * 1024;
  static final int OF_ACCOUNTS = 2 * 1024 * 1024;

  /** The largest file that a screen takes is 20 MiB; the screen knows its own bound better. */
  static final int OF_UPLOADS = 24 * 1024 * 1024;

  /**
   * Where Vaadin takes the files that a screen asked for, and nothing else: whatever else lies
   * below {@code /VAADIN/dynamic/} is answered as a message of a page.
   */
  private static final String UPLOADS = "/VAADIN/dynamic/resource/";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean stranger = SessionOwner.of(request.getSession(false)).isEmpty();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    int limit = stranger ? OF_STRANGERS : path.startsWith(UPLOADS) ? OF_UPLOADS : OF_ACCOUNTS;
    if (request.getContentLengthLong() > limit) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else if (request.getContentLengthLong() < 0
        && request.getHeader("Transfer-Encoding") != null) {
      chain.doFilter(new Limited(request, limit), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Fails to read on when a body of unannounced length is longer than it may be. */
  private static final class Limited extends HttpServletRequestWrapper {

    private final int limit;

    Limited(HttpServletRequest request, int limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class LimitedStream extends ServletInputStream {

    private final ServletInputStream stream;
    private long left;

    LimitedStream(ServletInputStream stream, int limit) {
      this.stream = stream;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int value = stream.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = stream.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("The request is longer than it may be");
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
