package app.keypoint.authoring.internal.pictures;

import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.internal.ItemRepository;
import app.keypoint.authoring.internal.QuizEntity;
import app.keypoint.content.Picture;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureNames;
import app.keypoint.content.picture.PictureSource;
import app.keypoint.content.picture.PictureStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
public class QuizPictures {

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
  public PictureSource of(String quizId, String yaml) {
    Set<String> named = PictureNames.in(yaml);
    return named.isEmpty()
        ? PictureSource.NONE
        : PictureSource.of(store.known(pictures.among(quizId, named)));
  }

  /** Their hashes by the names that the text has for them. */
  public Map<String, String> named(String quizId, String yaml) {
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
    if (pictures.named(quiz.id(), Set.of(hash), clock.instant()) > 0) {
      return true;
    }
    sweep(quiz.id(), Reach.WHAT_NOTHING_NAMES);
    if (pictures.sizeOf(quiz.id()) + picture.size() > DraftPictures.MAX_OF_QUIZ) {
      sweep(quiz.id(), Reach.WHAT_EDITIONS_OF_THE_PAST_NAME);
    }
    makeRoom(quiz.authorId(), picture.size());
    boolean room =
        pictures.sizeOf(quiz.id()) + picture.size() <= DraftPictures.MAX_OF_QUIZ
            && pictures.sizeOfAll(quiz.authorId()) + picture.size() <= DraftPictures.MAX_OF_AUTHOR;
    if (room) {
      pictures.save(new PictureEntity(quiz.id(), hash, picture.size(), clock.instant()));
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
  public List<String> takeAll(QuizEntity quiz, List<KeptPicture> images) {
    if (images.isEmpty()) {
      return List.of();
    }
    store.keep(images);
    long wanted = images.stream().mapToLong(KeptPicture::size).sum();
    makeRoom(quiz.authorId(), wanted);
    long room =
        Math.min(
            DraftPictures.MAX_OF_QUIZ,
            DraftPictures.MAX_OF_AUTHOR - pictures.sizeOfAll(quiz.authorId()));
    List<String> withoutRoom = new ArrayList<>();
    for (KeptPicture image : images) {
      String hash = image.picture().hash();
      if (image.size() <= room) {
        room -= image.size();
        pictures.save(new PictureEntity(quiz.id(), hash, image.size(), clock.instant()));
      } else {
        withoutRoom.add(hash);
      }
    }
    withoutRoom.forEach(this::letGo);
    return withoutRoom;
  }

  /** Among all quizzes of an author, if they have not enough left. */
  private void makeRoom(long authorId, long wanted) {
    for (Reach reach : Reach.values()) {
      if (pictures.sizeOfAll(authorId) + wanted > DraftPictures.MAX_OF_AUTHOR) {
        pictures.quizzesWithPictures(authorId).forEach(quizId -> sweep(quizId, reach));
      }
    }
  }

  /**
   * Gives a quiz again the images of an edition that made room, as far as they are kept and there
   * is room now. The check of the draft names questions whose image is missing after that. All are
   * taken before anything makes room for them: what makes room would let go of one that is wanted
   * and that only another of the author's quizzes still had.
   *
   * @param published what was published: only then it had them all
   */
  public void bringBack(QuizEntity quiz, Collection<ItemBody> published) {
    Set<String> wanted = hashes(published);
    if (wanted.isEmpty()) {
      return;
    }
    wanted.removeAll(pictures.among(quiz.id(), wanted));
    if (wanted.isEmpty()) {
      return;
    }
    store.hold();
    wanted.retainAll(store.known(wanted).keySet());
    for (String hash : wanted) {
      int size = store.read(hash).size();
      pictures.save(new PictureEntity(quiz.id(), hash, size, clock.instant()));
    }
    sweep(quiz.id(), Reach.WHAT_NOTHING_NAMES);
    if (pictures.sizeOf(quiz.id()) > DraftPictures.MAX_OF_QUIZ) {
      sweep(quiz.id(), Reach.WHAT_EDITIONS_OF_THE_PAST_NAME);
    }
    makeRoom(quiz.authorId(), 0);
    for (String hash : List.copyOf(wanted).reversed()) {
      if (pictures.sizeOf(quiz.id()) <= DraftPictures.MAX_OF_QUIZ
          && pictures.sizeOfAll(quiz.authorId()) <= DraftPictures.MAX_OF_AUTHOR) {
        break;
      }
      int unused = pictures.remove(quiz.id(), hash);
      letGo(hash);
    }
  }

  /** Lets go of all that quizzes have which are about to be deleted, unless others have it too. */
  public void letGoOfAll(List<String> quizIds) {
    Set<String> had = pictures.of(quizIds);
    if (!had.isEmpty()) {
      store.hold();
      int unused = pictures.deleteOf(quizIds);
      had.forEach(this::letGo);
    }
  }

  /** From now on undo may want the images that parts of a draft no longer show. */
  public void left(String quizId, Collection<ItemBody> before, Collection<ItemBody> now) {
    Set<String> left = hashes(before);
    left.removeAll(hashes(now));
    if (!left.isEmpty()) {
      var unused = pictures.named(quizId, left, clock.instant());
    }
  }

  private static Set<String> hashes(Collection<ItemBody> bodies) {
    Set<String> hashes = new LinkedHashSet<>();
    for (ItemBody body : bodies) {
      if (body instanceof ItemBody.Question question) {
        hashes.addAll(PictureNames.in(question.image().file()));
      }
    }
    return hashes;
  }

  /** What a quiz lets go of, in this order; never what its draft or its served edition names. */
  private enum Reach {
    WHAT_NOTHING_NAMES,

    /** But for the drafts that were put aside last: of what was published, wordings keep theirs. */
    WHAT_EDITIONS_OF_THE_PAST_NAME
  }

  /** Lets go of images, unless they came or left lately. */
  private void sweep(String quizId, Reach reach) {
    Instant before = clock.instant().minus(UNDOABLE);
    var old = pictures.findByQuizIdAndBroughtAtBefore(quizId, before);
    if (old.isEmpty()) {
      return;
    }
    Set<String> named = new HashSet<>();
    items.findOf(quizId).forEach(item -> named.addAll(PictureNames.in(item.json())));
    for (PictureEntity picture : old) {
      if (!named.contains(picture.hash)
          && !inAnEdition(quizId, picture.hash, reach)
          && pictures.delete(quizId, picture.hash, before) > 0) {
        letGo(picture.hash);
      }
    }
  }

  private boolean inAnEdition(String quizId, String hash, Reach reach) {
    return switch (reach) {
      case WHAT_NOTHING_NAMES -> pictures.inAnEdition(quizId, hash);
      case WHAT_EDITIONS_OF_THE_PAST_NAME -> pictures.inAnEditionThatMatters(quizId, hash);
    };
  }

  private void letGo(String hash) {
    if (!pictures.existsByHash(hash)) {
      store.letGo(hash);
    }
  }
}
