package app.keypoint.content.internal;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.file.Fingerprint;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.loading.QuestionsChanged;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the database into line with the quiz files; what left its file is retired. */
@Component
class QuizStore {

  private final EntityManager db;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  QuizStore(EntityManager db, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Writes what differs; nothing when nothing does.
   *
   * @param quizzes by file
   * @param untouched files that could not be read: what they held before stays as it is
   */
  @Transactional
  public void store(Map<String, ParsedQuiz> quizzes, Set<String> untouched) {
    takeTurn();
    Set<String> kept = storeQuizzes(quizzes, untouched);
    storeKeyPoints(quizzes, kept);
    storeQuestions(quizzes, kept);
  }

  /**
   * Waits until no other server loads: what that one wrote is read then, and not written again. Two
   * that write a new question at once would both fail to start.
   */
  private void takeTurn() {
    Object unused =
        db.createNativeQuery("select id from content_load where id = 1 for update")
            .getSingleResult();
  }

  /** Returns the ids of quizzes that stay as they are. */
  private Set<String> storeQuizzes(Map<String, ParsedQuiz> quizzes, Set<String> untouched) {
    Map<String, QuizRow> rows = all(QuizRow.class, row -> row.id);
    Set<String> stated = quizzes.values().stream().map(ParsedQuiz::id).collect(Collectors.toSet());
    Set<String> kept = new HashSet<>();
    for (QuizRow row : rows.values()) {
      if (!stated.contains(row.id)) {
        if (untouched.contains(row.file)) {
          kept.add(row.id);
        } else {
          row.retired = true;
        }
      }
    }
    quizzes.forEach(
        (file, quiz) -> put(rows, quiz.id(), QuizRow::new, row -> row.update(quiz, file)));
    return kept;
  }

  private void storeKeyPoints(Map<String, ParsedQuiz> quizzes, Set<String> keptQuizzes) {
    Map<String, KeyPointEntity> rows = all(KeyPointEntity.class, row -> row.id);
    Set<String> stated = new HashSet<>();
    for (ParsedQuiz quiz : quizzes.values()) {
      int ordinal = 0;
      for (KeyPoint keyPoint : quiz.keyPoints()) {
        stated.add(keyPoint.id());
        int place = ++ordinal;
        put(rows, keyPoint.id(), KeyPointEntity::new, row -> row.update(keyPoint, place));
      }
    }
    for (KeyPointEntity row : rows.values()) {
      row.retired |= !stated.contains(row.id) && !keptQuizzes.contains(row.quizId);
    }
  }

  private void storeQuestions(Map<String, ParsedQuiz> quizzes, Set<String> keptQuizzes) {
    Map<String, QuestionRow> rows = all(QuestionRow.class, row -> row.id);
    Map<String, VersionRow> latest =
        db
            .createQuery("from VersionRow v where v.latest", VersionRow.class)
            .getResultList()
            .stream()
            .collect(Collectors.toMap(version -> version.question.id, Function.identity()));
    Set<String> stated = new HashSet<>();
    Set<String> retired = new HashSet<>();
    Set<String> restored = new HashSet<>();
    for (ParsedQuiz quiz : quizzes.values()) {
      int ordinal = 0;
      for (Question question : quiz.questions()) {
        stated.add(question.id());
        int place = ++ordinal;
        QuestionRow before = rows.get(question.id());
        if (before != null && before.retired) {
          restored.add(before.id);
        }
        QuestionRow row =
            put(rows, question.id(), QuestionRow::new, q -> q.update(quiz.id(), place));
        storeVersion(row, question, latest.get(question.id()));
      }
    }
    for (QuestionRow row : rows.values()) {
      if (!row.retired && !stated.contains(row.id) && !keptQuizzes.contains(row.quizId)) {
        row.retired = true;
        retired.add(row.id);
      }
    }
    if (!retired.isEmpty() || !restored.isEmpty()) {
      events.publishEvent(new QuestionsChanged(Set.copyOf(retired), Set.copyOf(restored)));
    }
  }

  /** A wording seen before is served again as the version that it was, in the series it had. */
  private void storeVersion(QuestionRow row, Question question, @Nullable VersionRow latest) {
    if (latest != null && latest.hash.equals(Fingerprint.version(question))) {
      return;
    }
    List<VersionRow> earlier = List.of();
    if (latest != null) {
      latest.latest = false;
      earlier =
          db.createQuery("from VersionRow v where v.question = :row", VersionRow.class)
              .setParameter("row", row)
              .getResultList();
    }
    VersionRow version = VersionRow.following(earlier, row, question, clock.instant());
    version.latest = true;
    db.persist(version);
  }

  private <T> Map<String, T> all(Class<T> type, Function<T, String> id) {
    return db.createQuery("from " + type.getSimpleName(), type).getResultList().stream()
        .collect(Collectors.toMap(id, Function.identity()));
  }

  /** Updates a row, made first if it is not there; a new one is complete before it is saved. */
  private <T> T put(
      Map<String, T> rows, String id, Function<String, T> create, Consumer<T> update) {
    T known = rows.get(id);
    T row = known == null ? create.apply(id) : known;
    update.accept(row);
    if (known == null) {
      db.persist(row);
      rows.put(id, row);
    }
    return row;
  }
}
