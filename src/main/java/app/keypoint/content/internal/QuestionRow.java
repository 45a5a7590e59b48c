package app.keypoint.content.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code question}: what stays the same over its versions. */
@Entity
@Table(name = "question")
class QuestionRow {

  @Id String id;
  String quizId;
  int ordinal;
  boolean retired;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected QuestionRow() {}

  @SuppressWarnings("NullAway.Init") // set by update
  QuestionRow(String id) {
    this.id = id;
  }

  void update(String quizId, int ordinal) {
    this.quizId = quizId;
    this.ordinal = ordinal;
    retired = false;
  }
}
