package app.keypoint.content.picture;

import app.keypoint.access.Own;
import app.keypoint.content.Picture;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/** The images of questions, for whoever may see a question that has them. */
@Validated
public interface Pictures {

  /** The path below which a browser gets them, by hash. */
  String PATH = "picture/";

  /**
   * An image, when somebody may see a quiz that uses it: it is open to them, they write it, or they
   * were asked its question. Empty for all others, as for one that does not exist.
   */
  Optional<KeptPicture> shown(@Own long accountId, @Size(max = Picture.HASH_LENGTH) String hash);
}
