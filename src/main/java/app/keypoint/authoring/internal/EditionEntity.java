package app.keypoint.authoring.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code authored_edition}, which never changes. */
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

  /** See {@link PutAside}; null for what was published. */
  @Column(columnDefinition = "text")
  @Nullable String parts;

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
}
