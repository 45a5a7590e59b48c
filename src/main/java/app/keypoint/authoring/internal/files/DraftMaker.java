package app.keypoint.authoring.internal.files;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.DraftReader;
import app.keypoint.authoring.internal.ItemEntity;
import app.keypoint.authoring.internal.ItemRepository;
import app.keypoint.authoring.internal.NewId;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.QuizEntity;
import app.keypoint.authoring.internal.QuizRepository;
import app.keypoint.authoring.internal.StoredBody;
import app.keypoint.authoring.internal.pictures.QuizPictures;
import app.keypoint.content.Picture;
import app.keypoint.content.picture.KeptPicture;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes drafts of the parts of a quiz file. */
@Component
class DraftMaker {

  private final QuizRepository quizzes;
  private final ItemRepository items;
  private final QuizAccess access;
  private final DraftReader reader;
  private final QuizPictures pictures;
  private final Clock clock;

  DraftMaker(
      QuizRepository quizzes,
      ItemRepository items,
      QuizAccess access,
      DraftReader reader,
      QuizPictures pictures,
      Clock clock) {
    this.quizzes = quizzes;
    this.items = items;
    this.access = access;
    this.reader = reader;
    this.pictures = pictures;
    this.clock = clock;
  }

  /**
   * A new draft.
   *
   * @param withoutRoom hashes of images that there was no room for; their questions say so too
   */
  record Made(Draft draft, List<String> withoutRoom) {}

  /**
   * All ids anew: those of the original are tied to its learners' histories.
   *
   * @throws Drafts.TooMuch when the caller has {@link Drafts#MAX_QUIZZES}
   * @throws Drafts.TooLarge when it is larger than drafts are
   */
  Made make(long instructorId, Map<String, ItemBody> parts, List<KeptPicture> images) {
    if (quizzes.countByAuthorId(instructorId) >= Drafts.MAX_QUIZZES) {
      throw new Drafts.TooMuch("quizzes", Drafts.MAX_QUIZZES);
    }
    if (tooLarge(parts)) {
      throw new Drafts.TooLarge();
    }
    Instant now = clock.instant();
    String id = NewId.quiz();
    Map<String, String> ids = new HashMap<>();
    parts.forEach(
        (old, body) ->
            ids.put(
                old,
                switch (body.kind()) {
                  case HEADING -> id;
                  case ARTICLE -> Drafts.ARTICLE;
                  case KEY_POINT -> NewId.keyPoint();
                  case QUESTION -> NewId.question();
                }));
    QuizEntity quiz = quizzes.save(new QuizEntity(id, instructorId, title(parts), now));
    List<String> withoutRoom = pictures.takeAll(quiz, images);
    int place = 0;
    for (Map.Entry<String, ItemBody> part : parts.entrySet()) {
      ItemBody body = placed(part.getValue(), ids);
      items.save(
          new ItemEntity(
              quiz.id(), ids.getOrDefault(part.getKey(), ""), place++, body, instructorId, now));
    }
    Draft draft = reader.draft(access.require(instructorId, id, Right.EDIT), instructorId);
    return new Made(draft, withoutRoom);
  }

  private static String title(Map<String, ItemBody> parts) {
    return parts.values().stream()
        .filter(ItemBody.Heading.class::isInstance)
        .map(body -> ((ItemBody.Heading) body).title())
        .findFirst()
        .orElse("");
  }

  /** After all files, and asking about the key points by their new ids. */
  private static ItemBody placed(ItemBody body, Map<String, String> ids) {
    return switch (body) {
      case ItemBody.Heading h ->
          new ItemBody.Heading(h.title(), ItemBody.Heading.AFTER_FILES, h.terms());
      case ItemBody.Question q -> q.ofKeyPoint(ids.getOrDefault(q.keyPointId(), ""));
      case ItemBody.Article a -> a;
      case ItemBody.KeyPoint k -> k;
    };
  }

  /** Whether it is larger than drafts are. */
  static boolean tooLarge(Map<String, ItemBody> parts) {
    return parts.size() > Drafts.MAX_ITEMS
        || parts.values().stream().mapToInt(part -> StoredBody.write(part).length()).sum()
            > Drafts.MAX_SIZE;
  }

  /** By the name that it has where images are kept. */
  static ItemBody showing(ItemBody body, @Nullable Picture picture) {
    return picture != null && body instanceof ItemBody.Question question
        ? question.showing(new ItemBody.ImageText(picture.file(), question.image().alt()))
        : body;
  }
}
