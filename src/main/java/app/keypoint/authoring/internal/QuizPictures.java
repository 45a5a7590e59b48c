package app.keypoint.authoring.internal;

import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.ItemBody;
import app.keypoint.content.KeptPicture;
import app.keypoint.content.Picture;
import app.keypoint.content.PictureStore;
import app.keypoint.content.file.PictureNames;
import app.keypoint.content.file.PictureSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The images that quizzes have: taken in, found, and let go of when nothing names them any more.
 */
@Component
class QuizPictures {

  /** What was brought or named may be named again by undo, as long as somebody's page is open. */
  private static final Duration UNDOABLE = Duration.ofDays(1);

  private final PictureRepository pictures;
  private final ItemRepository items;
  private final PictureStore store;
  private final Clock clock;

  QuizPictures(PictureRepository pictures, ItemRepository items, PictureStore store, Clock clock) {
    this.pictures = pictures;
    this.items = items;
    this.store = store;
    this.clock = clock;
  }

  /** Those that a text of the quiz names. Two queries; none when it names none. */
  PictureSource of(String quizId, String yaml) {
    Set<String> named = PictureNames.in(yaml);
    return named.isEmpty()
        ? PictureSource.NONE
        : PictureSource.of(store.known(pictures.among(quizId, named)));
  }

  /** Their hashes by the names that the text has for them. */
  Map<String, String> named(String quizId, String yaml) {
    Set<String> named = PictureNames.in(yaml);
    return named.isEmpty()
        ? Map.of()
        : store.known(pictures.among(quizId, named)).values().stream()
            .collect(Collectors.toMap(Picture::file, Picture::hash, (a, _) -> a, TreeMap::new));
  }

  /**
   * Keeps an image for a quiz. What the author's quizzes no longer need makes room first.
   *
   * @return whether there is room
   */
  boolean take(QuizEntity quiz, KeptPicture picture) {
    String hash = picture.picture().hash();
    // First: from here on nobody else brings or lets go.
    store.keep(picture);
    if (pictures.named(quiz.id, Set.of(hash), clock.instant()) > 0) {
      return true;
    }
    sweep(quiz.id);
    if (pictures.sizeOfAll(quiz.authorId) + picture.size() > DraftPictures.MAX_OF_AUTHOR) {
      pictures.quizzesWithPictures(quiz.authorId).forEach(this::sweep);
    }
    boolean room =
        pictures.sizeOf(quiz.id) + picture.size() <= DraftPictures.MAX_OF_QUIZ
            && pictures.sizeOfAll(quiz.authorId) + picture.size() <= DraftPictures.MAX_OF_AUTHOR;
    if (room) {
      pictures.save(new PictureEntity(quiz.id, hash, picture.size(), clock.instant()));
    } else {
      letGo(hash);
    }
    return room;
  }

  /**
   * Keeps the images of a new quiz, each once. Others wait for the lock of all images meanwhile, so
   * nothing is asked for each that can be asked once.
   *
   * @return hashes of those without room
   */
  List<String> takeAll(QuizEntity quiz, List<KeptPicture> images) {
    if (images.isEmpty()) {
      return List.of();
    }
    store.keep(images);
    long wanted = images.stream().mapToLong(KeptPicture::size).sum();
    if (pictures.sizeOfAll(quiz.authorId) + wanted > DraftPictures.MAX_OF_AUTHOR) {
      pictures.quizzesWithPictures(quiz.authorId).forEach(this::sweep);
    }
    long room =
        Math.min(
            DraftPictures.MAX_OF_QUIZ,
            DraftPictures.MAX_OF_AUTHOR - pictures.sizeOfAll(quiz.authorId));
    List<String> withoutRoom = new ArrayList<>();
    for (KeptPicture image : images) {
      String hash = image.picture().hash();
      if (image.size() <= room) {
        room -= image.size();
        pictures.save(new PictureEntity(quiz.id, hash, image.size(), clock.instant()));
      } else {
        withoutRoom.add(hash);
      }
    }
    withoutRoom.forEach(this::letGo);
    return withoutRoom;
  }

  /** From now on undo may want the images that parts of a draft no longer show. */
  void left(String quizId, Collection<ItemBody> before, Collection<ItemBody> now) {
    Set<String> left = hashes(before);
    left.removeAll(hashes(now));
    if (!left.isEmpty()) {
      var unused = pictures.named(quizId, left, clock.instant());
    }
  }

  private static Set<String> hashes(Collection<ItemBody> bodies) {
    Set<String> hashes = new HashSet<>();
    for (ItemBody body : bodies) {
      if (body instanceof ItemBody.Question question) {
        hashes.addAll(PictureNames.in(question.image().file()));
      }
    }
    return hashes;
  }

  /** Lets go of what neither the draft nor an edition names, unless it came or left lately. */
  private void sweep(String quizId) {
    Instant before = clock.instant().minus(UNDOABLE);
    var old = pictures.findByQuizIdAndBroughtAtBefore(quizId, before);
    if (old.isEmpty()) {
      return;
    }
    Set<String> named = new HashSet<>();
    items.findOf(quizId).forEach(item -> named.addAll(PictureNames.in(item.body)));
    for (PictureEntity picture : old) {
      if (!named.contains(picture.hash)
          && !pictures.inAnEdition(quizId, picture.hash)
          && pictures.delete(quizId, picture.hash, before) > 0) {
        letGo(picture.hash);
      }
    }
  }

  private void letGo(String hash) {
    if (!pictures.existsByHash(hash)) {
      store.letGo(hash);
    }
  }
}
