package app.keypoint.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a link to a file answers instead of the file: words, shown as a page of their own. */
public final class RefusedDownload {

  private static final String SECONDS = "60";

  /** Of RFC 6585. */
  private static final int TOO_MANY_REQUESTS = 429;

  private RefusedDownload() {}

  /** All places are taken; a client may try again in a minute. */
  public static void unavailable(DownloadEvent event, String words) throws IOException {
    event.getResponse().setHeader("Retry-After", SECONDS);
    say(event, HttpStatusCode.SERVICE_UNAVAILABLE, words);
  }

  /** This person has had as much as anybody may; a client may try again in some minutes. */
  public static void tooMuch(DownloadEvent event, long minutes, String words) throws IOException {
    event.getResponse().setHeader("Retry-After", Long.toString(60 * minutes));
    say(event, TOO_MANY_REQUESTS, words);
  }

  /** Answers with a status and words. */
  public static void say(DownloadEvent event, HttpStatusCode status, String words)
      throws IOException {
    say(event, status.getCode(), words);
  }

  private static void say(DownloadEvent event, int status, String words) throws IOException {
    event.getResponse().setStatus(status);
    event.setContentType("text/plain; charset=utf-8");
    event.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
  }
}
