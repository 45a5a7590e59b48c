package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.format.ParsedQuiz;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Serves from memory what the database says is served; see ADR 0012. */
@Service
@OpenTo(Audience.ANYBODY)
class CatalogueSnapshot implements Catalogue {

  private final EntityManager db;
  private volatile Snapshot served = Snapshot.of(List.of());
  private volatile Set<String> published = Set.of();

  CatalogueSnapshot(EntityManager db) {
    this.db = db;
  }

  /** Reads the database anew, in three queries; returns what each file has part in. */
  @Transactional(readOnly = true)
  public Sources refresh() {
    Map<String, List<KeyPoint>> keyPoints =
        db
            .createQuery(
                "from KeyPointEntity where not retired order by ordinal", KeyPointEntity.class)
            .getResultList()
            .stream()
            .map(KeyPointEntity::toKeyPoint)
            .collect(Collectors.groupingBy(KeyPoint::quizId));
    Map<String, List<QuestionVersion>> questions =
        db
            .createQuery(
                "from VersionRow v join fetch v.question q where v.latest and not q.retired"
                    + " order by q.ordinal",
                VersionRow.class)
            .getResultList()
            .stream()
            .map(VersionRow::toVersion)
            .collect(Collectors.groupingBy(QuestionVersion::quizId));
    List<QuizRow> rows =
        db.createQuery("from QuizRow where not retired order by position, id", QuizRow.class)
            .getResultList();
    // First, so that none is taken for a file's for a moment.
    published =
        rows.stream()
            .filter(row -> ContentSources.isPublished(row.file))
            .map(row -> row.id)
            .collect(Collectors.toUnmodifiableSet());
    served =
        Snapshot.of(
            rows.stream()
                .map(
                    row ->
                        row.toQuiz(
                            keyPoints.getOrDefault(row.id, List.of()),
                            questions.getOrDefault(row.id, List.of())))
                .toList());
    return sources(rows);
  }

  /** The ids of quizzes that come from no file. */
  Set<String> published() {
    return published;
  }

  /** Which file each served quiz, key point and question comes from. */
  record Sources(Map<String, String> fileOf, Map<String, Integer> questions) {}

  private Sources sources(List<QuizRow> rows) {
    Map<String, String> fileOf = new HashMap<>();
    Map<String, Integer> questions = new HashMap<>();
    for (QuizRow row : rows) {
      Quiz quiz = quiz(row.id).orElseThrow();
      fileOf.put("quiz " + row.id, row.file);
      quiz.keyPoints().forEach(point -> fileOf.put("key point " + point.id(), row.file));
      quiz.questions().forEach(q -> fileOf.put("question " + q.question().id(), row.file));
      questions.merge(row.file, quiz.questions().size(), Integer::sum);
    }
    return new Sources(fileOf, questions);
  }

  /** The served quizzes as drafts, by file. */
  Map<String, ParsedQuiz> byFile(Sources sources) {
    Map<String, ParsedQuiz> drafts = new HashMap<>();
    for (Quiz quiz : served.quizzes) {
      drafts.put(
          sources.fileOf().get("quiz " + quiz.id()),
          new ParsedQuiz(
              quiz.id(),
              quiz.title(),
              quiz.position(),
              quiz.article(),
              quiz.keyPoints(),
              quiz.questions().stream().map(QuestionVersion::question).toList()));
    }
    return drafts;
  }

  @Override
  public List<Quiz> quizzes() {
    return served.quizzes;
  }

  @Override
  public Optional<Quiz> quiz(String quizId) {
    return served.quizzes.stream().filter(quiz -> quiz.id().equals(quizId)).findFirst();
  }

  @Override
  public Optional<QuestionVersion> question(String questionId) {
    return Optional.ofNullable(served.questions.get(questionId));
  }

  @Override
  public Optional<KeyPoint> keyPoint(String keyPointId) {
    return Optional.ofNullable(served.keyPoints.get(keyPointId));
  }

  @Override
  public Map<Long, QuestionVersion> versions(Collection<Long> versionIds) {
    Map<Long, QuestionVersion> found = new HashMap<>();
    Set<Long> missing = new HashSet<>();
    Snapshot now = served;
    for (Long id : versionIds) {
      QuestionVersion version = now.versions.get(id);
      if (version == null) {
        missing.add(id);
      } else {
        found.put(id, version);
      }
    }
    if (!missing.isEmpty()) {
      db
          .createQuery(
              "from VersionRow v join fetch v.question where v.id in :ids", VersionRow.class)
          .setParameter("ids", missing)
          .getResultList()
          .stream()
          .map(VersionRow::toVersion)
          .forEach(version -> found.put(version.id(), version));
      missing.removeAll(found.keySet());
    }
    if (!missing.isEmpty()) {
      throw new NoSuchElementException("No question versions " + missing);
    }
    return found;
  }

  private record Snapshot(
      List<Quiz> quizzes,
      Map<String, KeyPoint> keyPoints,
      Map<String, QuestionVersion> questions,
      Map<Long, QuestionVersion> versions) {

    static Snapshot of(List<Quiz> quizzes) {
      return new Snapshot(
          quizzes,
          quizzes.stream()
              .flatMap(quiz -> quiz.keyPoints().stream())
              .collect(Collectors.toUnmodifiableMap(KeyPoint::id, Function.identity())),
          quizzes.stream()
              .flatMap(quiz -> quiz.questions().stream())
              .collect(
                  Collectors.toUnmodifiableMap(
                      version -> version.question().id(), Function.identity())),
          quizzes.stream()
              .flatMap(quiz -> quiz.questions().stream())
              .collect(Collectors.toUnmodifiableMap(QuestionVersion::id, Function.identity())));
    }
  }
}
