package app.keypoint.content.picture;

import app.keypoint.content.Picture;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.validation.annotation.Validated;

/** Where images are kept, each once, by its hash. In the caller's transaction. */
@Validated
public interface PictureStore {

  /**
   * The most that are asked for at a time: more than the longest text of a quiz has room to name,
   * in its words as well.
   */
  int MAX = 10_000;

  /** From here on nobody else brings or lets go of images, until the transaction ends. */
  void hold();

  /** Keeps an image, unless it is there already; it stays until the transaction ends. */
  void keep(KeptPicture picture);

  /** Keeps several likewise; nobody else brings or lets go of images until all of them are. */
  void keep(@Size(max = MAX) List<KeptPicture> pictures);

  /** What is known of those that are kept, without their bytes. One query; none for none. */
  Map<String, Picture> known(
      @Size(max = MAX) Collection<@Size(max = Picture.HASH_LENGTH) String> hashes);

  /**
   * One with its bytes.
   *
   * @throws app.keypoint.identity.GoneException when it is not there
   */
  KeptPicture read(@Size(max = Picture.HASH_LENGTH) String hash);

  /** Lets go of an image, unless a question has it or ever had; the caller makes sure of others. */
  void letGo(@Size(max = Picture.HASH_LENGTH) String hash);
}
