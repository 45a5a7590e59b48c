package app.keypoint.reminder.internal;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves calendars to programs that have no sign-in, only the address. */
@RestController
class FeedController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final FeedService feeds;

  FeedController(FeedService feeds) {
    this.feeds = feeds;
  }

  /** What never was, what ended and what belongs to a disabled account are the same: not there. */
  @GetMapping("/calendar/{token}.ics")
  ResponseEntity<byte[]> calendar(@PathVariable String token) {
    return feeds
        .read(token)
        .map(
            text ->
                ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .body(text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(
            () ->
                ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .build());
  }
}
