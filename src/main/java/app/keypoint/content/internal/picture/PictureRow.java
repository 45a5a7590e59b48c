package app.keypoint.content.internal.picture;

import app.keypoint.content.Picture;
import app.keypoint.content.picture.KeptPicture;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code picture}, which never changes. */
@Entity
@Table(name = "picture")
class PictureRow {

  @Id String hash;

  @Enumerated(EnumType.STRING)
  Picture.Format format;

  int width;
  int height;
  byte[] bytes;
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected PictureRow() {}

  PictureRow(KeptPicture kept, Instant now) {
    hash = kept.picture().hash();
    format = kept.picture().format();
    width = kept.picture().width();
    height = kept.picture().height();
    bytes = kept.bytes();
    createdAt = now;
  }

  KeptPicture kept() {
    return new KeptPicture(new Picture(hash, format, width, height, ""), bytes);
  }
}
