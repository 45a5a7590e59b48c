package app.keypoint.content.internal.picture;

import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.Pictures;
import app.keypoint.identity.CurrentAccount;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the images of questions. What an address stands for never changes. */
@RestController
class PictureController {

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final Pictures pictures;
  private final CurrentAccount current;

  PictureController(Pictures pictures, CurrentAccount current) {
    this.pictures = pictures;
    this.current = current;
  }

  /** What is not there and what is not for this person are the same. */
  @GetMapping("/" + Pictures.PATH + "{hash:[0-9a-f]{64}}")
  ResponseEntity<byte[]> picture(@PathVariable String hash) {
    return pictures
        .shown(current.get().id(), hash)
        .map(PictureController::answer)
        .orElseGet(
            () ->
                ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .build());
  }

  private static ResponseEntity<byte[]> answer(KeptPicture kept) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kept.picture().format().mediaType()))
        .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .body(kept.bytes());
  }
}
