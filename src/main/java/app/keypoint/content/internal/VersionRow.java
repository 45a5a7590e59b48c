package app.keypoint.content.internal;

import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.file.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A row of {@code question_version}: one wording; only {@code latest} ever changes. */
@Entity
@Table(name = "question_version")
class VersionRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  @ManyToOne(optional = false)
  QuestionRow question;

  String hash;
  int series;
  String seriesHash;
  boolean latest;

  @Column(columnDefinition = "text")
  String body;

  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected VersionRow() {}

  private VersionRow(QuestionRow row, Question question, int series, Instant createdAt) {
    this.question = row;
    this.hash = Fingerprint.version(question);
    this.series = series;
    this.seriesHash = Fingerprint.series(question);
    this.body = QuestionBody.write(question);
    this.createdAt = createdAt;
  }

  /**
   * The version of a question, given those before it: one of them if it was worded so before, else
   * a new one, in the series of those with the same options and key, else in a new series.
   */
  static VersionRow following(
      Collection<VersionRow> earlier, QuestionRow row, Question question, Instant now) {
    String hash = Fingerprint.version(question);
    for (VersionRow version : earlier) {
      if (version.hash.equals(hash)) {
        return version;
      }
    }
    String seriesHash = Fingerprint.series(question);
    int series =
        earlier.stream()
            .filter(version -> version.seriesHash.equals(seriesHash))
            .mapToInt(version -> version.series)
            .findAny()
            .orElse(1 + earlier.stream().mapToInt(version -> version.series).max().orElse(0));
    return new VersionRow(row, question, series, now);
  }

  QuestionVersion toVersion() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return new QuestionVersion(id, question.quizId, series, QuestionBody.read(question.id, body));
  }
}
