package app.keypoint.authoring.internal.publishing;

import app.keypoint.content.picture.PictureNames;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A row of {@code authored_edition}; what it says never changes, but is packed in time. */
@Entity(name = "AuthoredEdition")
@Table(name = "authored_edition")
@IdClass(EditionEntity.Key.class)
class EditionEntity {

  record Key(String quizId, int edition) {}

  @Id String quizId;
  @Id int edition;

  @Column(columnDefinition = "text")
  String yaml;

  long publishedBy;
  Instant publishedAt;
  String note;
  boolean published;

  /** See {@link DraftSnapshot}; null for what was published. */
  @Column(columnDefinition = "text")
  @Nullable String parts;

  /** Both texts, see {@link PackedText}; null as long as they stand for themselves. */
  byte @Nullable [] packed;

  /** The hashes of images that packed texts name, by which these are looked for. */
  @Column(columnDefinition = "text")
  @Nullable String images;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected EditionEntity() {}

  /**
   * @param parts of a draft that is put aside; null when it is published
   */
  EditionEntity(
      Key key,
      String yaml,
      long publishedBy,
      Instant publishedAt,
      String note,
      @Nullable String parts) {
    this.quizId = key.quizId();
    this.edition = key.edition();
    this.yaml = yaml;
    this.publishedBy = publishedBy;
    this.publishedAt = publishedAt;
    this.note = note;
    this.published = parts == null;
    this.parts = parts;
  }

  /** From now on its texts take less room. */
  void pack() {
    PackedText texts = new PackedText(yaml, parts);
    packed = texts.packed();
    Set<String> named = new TreeSet<>(PictureNames.in(yaml));
    if (parts != null) {
      named.addAll(PictureNames.in(parts));
    }
    images = named.isEmpty() ? null : String.join(" ", named);
    yaml = "";
    parts = null;
  }

  /** Whether anything but who and when is known of it. */
  boolean kept() {
    return packed != null || !yaml.isEmpty();
  }

  /** What it says. */
  PackedText texts() {
    return packed == null ? new PackedText(yaml, parts) : PackedText.of(packed);
  }
}
