package app.keypoint.identity.internal.request;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP, but a request's headers have to be there in time, however steadily they drip.
 * Public because Tomcat makes it by its name.
 */
public class HeadersInTime extends Http11NioProtocol {

  private static final Log log = LogFactory.getLog(HeadersInTime.class);

  private volatile Duration grace = Duration.ofSeconds(20);
  private @Nullable ScheduledFuture<?> looking;

  void setGrace(Duration grace) {
    this.grace = grace;
  }

  @Override
  public void start() throws Exception {
    super.start();
    looking = getUtilityExecutor().scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (looking != null) {
      looking.cancel(false);
    }
    super.stop();
  }

  private void look() {
    for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
      if (isLate(connection)) {
        connection.close();
      }
    }
  }

  /** A connection at rest keeps its processor only while it waits for the rest of the headers. */
  private boolean isLate(SocketWrapperBase<NioChannel> connection) {
    if (connection.getCurrentProcessor() instanceof AbstractProcessor waiting
        && !waiting.isAsync()
        && !waiting.isUpgrade()) {
      long begun = waiting.getRequest().getStartTimeNanos();
      return begun >= 0 && System.nanoTime() - begun > grace.toNanos();
    }
    return false;
  }

  @Override
  protected Log getLog() {
    return log;
  }
}
