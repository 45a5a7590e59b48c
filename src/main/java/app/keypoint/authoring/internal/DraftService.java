package app.keypoint.authoring.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.authoring.internal.files.DraftFile;
import app.keypoint.authoring.internal.pictures.QuizPictures;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class DraftService implements Drafts {

  private final QuizRepository quizzes;
  private final ItemRepository items;
  private final QuizAccess access;
  private final DraftReader reader;
  private final QuizPictures pictures;
  private final Accounts accounts;
  private final Clock clock;

  DraftService(
      QuizRepository quizzes,
      ItemRepository items,
      QuizAccess access,
      DraftReader reader,
      QuizPictures pictures,
      Accounts accounts,
      Clock clock) {
    this.quizzes = quizzes;
    this.items = items;
    this.access = access;
    this.reader = reader;
    this.pictures = pictures;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<DraftSummary> of(long instructorId) {
    List<Listed> listed = quizzes.findOf(instructorId);
    Map<Long, Account> authors =
        accounts.byIds(
            listed.stream().map(quiz -> quiz.quiz().authorId).collect(Collectors.toSet()));
    return listed.stream()
        .map(
            quiz ->
                access.summary(quiz, instructorId, DraftReader.name(authors, quiz.quiz().authorId)))
        .toList();
  }

  @Override
  public Draft create(long instructorId, String title) {
    requireRoom(instructorId);
    Instant now = clock.instant();
    QuizEntity quiz =
        quizzes.save(new QuizEntity(NewId.quiz(), instructorId, Printable.line(title), now));
    save(
        quiz,
        quiz.id,
        0,
        new ItemBody.Heading(quiz.title, ItemBody.Heading.AFTER_FILES, List.of()));
    save(quiz, ARTICLE, 0, new ItemBody.Article("", "", "", "", false));
    return reader.draft(access.require(instructorId, quiz.id, Right.EDIT), instructorId);
  }

  private void requireRoom(long instructorId) {
    if (quizzes.countByAuthorId(instructorId) >= MAX_QUIZZES) {
      throw new TooMuch("quizzes", MAX_QUIZZES);
    }
  }

  private void save(QuizEntity quiz, String itemId, int place, ItemBody body) {
    items.save(new ItemEntity(quiz.id, itemId, place, body, quiz.authorId, quiz.createdAt));
  }

  @Override
  @Transactional(readOnly = true)
  public Draft draft(long instructorId, String draftId) {
    return reader.draft(access.require(instructorId, draftId, Right.EDIT), instructorId);
  }

  @Override
  public DraftItem add(long instructorId, String draftId, int place, ItemBody body) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    requireMovable(body.kind());
    if (items.countByQuizId(draftId) >= MAX_ITEMS) {
      throw new TooMuch("parts", MAX_ITEMS);
    }
    ItemBody written = Written.body(body);
    if (items.size(draftId) + StoredBody.write(written).length() > MAX_SIZE) {
      throw new TooMuch("characters", MAX_SIZE);
    }
    String id = body.kind() == ItemKind.QUESTION ? NewId.question() : NewId.keyPoint();
    List<ItemEntity> others = items.findOf(draftId, body.kind());
    int at = Math.clamp(place, 0, others.size());
    for (int i = 0; i < others.size(); i++) {
      others.get(i).place = i < at ? i : i + 1;
    }
    Instant now = clock.instant();
    quiz.changedAt = now;
    return items
        .save(new ItemEntity(draftId, id, at, written, instructorId, now))
        .toItem(reader.name(instructorId));
  }

  @Override
  public SaveOutcome save(
      long instructorId, String draftId, String itemId, int revision, ItemBody body) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    ItemEntity item = item(draftId, itemId);
    ItemBody written = Written.body(body);
    if (item.kind != body.kind()) {
      throw new IllegalArgumentException(itemId + " is a " + item.kind + ", no " + body.kind());
    }
    ItemBody before = item.body();
    if (before.equals(written)) {
      return new SaveOutcome.Saved(item.toItem(reader.name(item.changedBy)), before);
    }
    if (item.revision != revision) {
      return new SaveOutcome.Conflict(item.toItem(reader.name(item.changedBy)), written);
    }
    if (!items.fits(item, written)) {
      return new SaveOutcome.TooLarge(written);
    }
    pictures.left(draftId, List.of(before), List.of(written));
    item.change(written, instructorId, clock.instant());
    quiz.changedAt = item.changedAt;
    if (written instanceof ItemBody.Heading heading) {
      quiz.title = heading.title();
    }
    return new SaveOutcome.Saved(item.toItem(reader.name(instructorId)), before);
  }

  private ItemEntity item(String draftId, String itemId) {
    return items
        .findByQuizIdAndItemId(draftId, itemId)
        .orElseThrow(() -> new GoneException("item " + itemId + " in quiz " + draftId));
  }

  @Override
  public void move(long instructorId, String draftId, String itemId, int place) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    ItemEntity item = item(draftId, itemId);
    List<ItemEntity> others =
        items.findOf(draftId, item.kind).stream()
            .filter(other -> !other.itemId.equals(itemId))
            .collect(Collectors.toList());
    others.add(Math.clamp(place, 0, others.size()), item);
    for (int i = 0; i < others.size(); i++) {
      others.get(i).place = i;
    }
    quiz.changedAt = clock.instant();
  }

  @Override
  public void retire(long instructorId, String draftId, String itemId, boolean retired) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    ItemEntity item = item(draftId, itemId);
    requireMovable(item.kind);
    item.retired = retired;
    quiz.changedAt = clock.instant();
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> unseen(long instructorId) {
    return quizzes.findUnseenOf(instructorId);
  }

  @Override
  public void delete(long instructorId, String draftId) {
    var unused = access.hold(instructorId, draftId, Right.OWN);
    if (!quizzes.findUnseenOf(instructorId).contains(draftId)) {
      throw new Seen(draftId);
    }
    pictures.letGoOfAll(List.of(draftId));
    quizzes.delete(draftId);
  }

  private static void requireMovable(ItemKind kind) {
    if (kind == ItemKind.HEADING || kind == ItemKind.ARTICLE) {
      throw new IllegalArgumentException("Each quiz has one " + kind);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Checked checked(long instructorId, String draftId) {
    Draft draft = draft(instructorId, draftId);
    DraftFile file = new DraftFile(draftId, draft.items());
    return new Checked(draft, file.check(pictures.of(draftId, file.yaml())));
  }
}
