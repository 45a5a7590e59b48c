package app.keypoint.authoring.internal;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code authored_item}. */
@Entity(name = "AuthoredItem")
@Table(name = "authored_item")
@IdClass(ItemEntity.Key.class)
public class ItemEntity {

  record Key(String quizId, String itemId) {}

  @Id String quizId;
  @Id String itemId;

  @Enumerated(EnumType.STRING)
  ItemKind kind;

  int place;

  @Column(columnDefinition = "text")
  String body;

  int revision;
  long changedBy;
  Instant changedAt;
  boolean retired;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ItemEntity() {}

  public ItemEntity(String quizId, String itemId, int place, ItemBody body, long by, Instant now) {
    this.quizId = quizId;
    this.itemId = itemId;
    this.kind = body.kind();
    this.place = place;
    this.body = StoredBody.write(body);
    this.revision = 1;
    this.changedBy = by;
    this.changedAt = now;
  }

  public void change(ItemBody to, long by, Instant now) {
    body = StoredBody.write(to);
    revision++;
    changedBy = by;
    changedAt = now;
  }

  public ItemBody body() {
    return StoredBody.read(kind, body);
  }

  public DraftItem toItem(String changedByName) {
    return new DraftItem(itemId, place, body(), revision, changedByName, changedAt, retired);
  }

  public String quizId() {
    return quizId;
  }

  public String itemId() {
    return itemId;
  }

  public boolean retired() {
    return retired;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public long changedBy() {
    return changedBy;
  }

  public ItemKind kind() {
    return kind;
  }

  public int place() {
    return place;
  }

  public int revision() {
    return revision;
  }

  /** What it says, as it is stored. */
  public String json() {
    return body;
  }

  public void retire() {
    retired = true;
  }

  /** Puts it where an edition had it. */
  public void restore(int place, boolean retired) {
    this.place = place;
    this.retired = retired;
  }
}
