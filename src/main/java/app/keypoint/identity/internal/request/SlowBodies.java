package app.keypoint.identity.internal.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Hangs up on whoever sends a body byte by byte. Tomcat's own timeout begins anew with each byte,
 * and it waits as long for what nobody reads, so a body could hold a connection for days.
 */
@Component
class SlowBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** What even a poor connection brings in a second, after the grace. */
  private static final int BYTES_A_SECOND = 4 * 1024;

  /** What is read and thrown away, so that the answer arrives; as {@code max-swallow-size}. */
  private static final int MAX_UNREAD = 1024 * 1024;

  private final Duration grace;

  SlowBodies(@Value("${keypoint.body-grace:20s}") Duration grace) {
    this.grace = grace;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.addEngineValves(new Watch(grace));
  }

  private static final class Watch extends ValveBase {

    private final Duration grace;

    Watch(Duration grace) {
      super(true);
      this.grace = grace;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      org.apache.coyote.Request coyote = request.getCoyoteRequest();
      InputBuffer original = coyote.getInputBuffer();
      coyote.setInputBuffer(new Timed(coyote, original, grace));
      try {
        getNext().invoke(request, response);
        if (!isRead(coyote)) {
          response.finishResponse();
          throwAway(coyote);
        }
      } finally {
        coyote.setInputBuffer(original);
      }
    }

    private static boolean isRead(org.apache.coyote.Request request) {
      AtomicBoolean read = new AtomicBoolean();
      request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
      return read.get();
    }

    private static void throwAway(org.apache.coyote.Request request) {
      Discarded discarded = new Discarded();
      int unread = 0;
      try {
        for (int read = request.doRead(discarded);
            read >= 0 && unread <= MAX_UNREAD;
            read = request.doRead(discarded)) {
          unread += read;
        }
        if (unread > MAX_UNREAD) {
          hangUp(request, new IOException("Nobody reads this body"));
        }
      } catch (IOException e) {
        hangUp(request, e);
      }
    }
  }

  private static void hangUp(org.apache.coyote.Request request, IOException why) {
    request.getResponse().action(ActionCode.CLOSE_NOW, why);
  }

  /** Gives what has come so far as long as enough of it has. */
  private static final class Timed implements InputBuffer {

    private final org.apache.coyote.Request request;
    private final InputBuffer body;
    private final long begun = System.nanoTime();
    private final long grace;
    private long received;

    Timed(org.apache.coyote.Request request, InputBuffer body, Duration grace) {
      this.request = request;
      this.body = body;
      this.grace = grace.toNanos();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      int read = body.doRead(handler);
      received += Math.max(0, read);
      long allowed = grace + Duration.ofSeconds(received / BYTES_A_SECOND).toNanos();
      if (read >= 0 && System.nanoTime() - begun > allowed) {
        IOException late = new IOException("The body comes too slowly");
        hangUp(request, late);
        throw late;
      }
      return read;
    }

    @Override
    public int available() {
      return body.available();
    }
  }

  private static final class Discarded implements ApplicationBufferHandler {

    private ByteBuffer buffer = EMPTY_BUFFER;

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // What is thrown away needs no room.
    }
  }
}
