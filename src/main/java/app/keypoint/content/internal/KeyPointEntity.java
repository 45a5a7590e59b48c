package app.keypoint.content.internal;

import app.keypoint.content.KeyPoint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code key_point}. */
@Entity
@Table(name = "key_point")
class KeyPointEntity {

  @Id String id;
  String quizId;
  int ordinal;
  String title;
  @Nullable String topic;
  String text;
  int paragraph;
  boolean retired;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected KeyPointEntity() {}

  @SuppressWarnings("NullAway.Init") // set by update
  KeyPointEntity(String id) {
    this.id = id;
  }

  void update(KeyPoint keyPoint, int ordinal) {
    quizId = keyPoint.quizId();
    this.ordinal = ordinal;
    title = keyPoint.title();
    topic = keyPoint.topic();
    text = keyPoint.text();
    paragraph = keyPoint.paragraph();
    retired = false;
  }

  KeyPoint toKeyPoint() {
    return new KeyPoint(id, quizId, title, topic, text, paragraph);
  }
}
