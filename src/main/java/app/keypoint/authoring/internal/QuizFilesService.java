package app.keypoint.authoring.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.HeavyWork;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizDownload;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Picture;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.loading.QuizFileTexts;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureNames;
import app.keypoint.content.picture.PictureSource;
import app.keypoint.content.picture.PictureStore;
import app.keypoint.content.picture.Pictures;
import app.keypoint.identity.GoneException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class QuizFilesService implements QuizFiles {

  /** Faults of structure that would cost something of what the file says; others are gaps. */
  private static final Set<String> STRUCTURE =
      Set.of("yaml", "unknown-key", "wrong-type", "unknown-value", "bad-id", "schema");

  /** Without these nothing can be made of a part. */
  private static final Pattern NEEDED = Pattern.compile(".*/(schema|id|type)");

  /** The most images that are looked for by what a text names, which costs queries for each. */
  private static final int MAX_FOUND = 200;

  private final QuizRepository quizzes;
  private final ItemRepository items;
  private final EditionRepository editions;
  private final Access access;
  private final DraftReader reader;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final QuizFileTexts texts;
  private final QuizPictures pictures;
  private final PictureStore store;
  private final Pictures shown;
  private final HeavyWork heavy;
  private final TransactionTemplate transaction;
  private final Validator validator;
  private final AuditTrail audit;
  private final Clock clock;

  QuizFilesService(
      QuizRepository quizzes,
      ItemRepository items,
      EditionRepository editions,
      Access access,
      DraftReader reader,
      Catalogue catalogue,
      OpenQuizzes open,
      QuizFileTexts texts,
      QuizPictures pictures,
      PictureStore store,
      Pictures shown,
      HeavyWork heavy,
      TransactionTemplate transaction,
      Validator validator,
      AuditTrail audit,
      Clock clock) {
    this.quizzes = quizzes;
    this.items = items;
    this.editions = editions;
    this.access = access;
    this.reader = reader;
    this.catalogue = catalogue;
    this.open = open;
    this.texts = texts;
    this.pictures = pictures;
    this.store = store;
    this.shown = shown;
    this.heavy = heavy;
    this.transaction = transaction;
    this.validator = validator;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Copyable> inFiles(long instructorId) {
    return catalogue.quizzes().stream()
        .filter(quiz -> open.inFile(quiz.id()))
        .map(quiz -> new Copyable(quiz.id(), quiz.title(), true))
        .toList();
  }

  @Override
  public String fileText(long instructorId, String quizId) {
    String text = textOf(quizInFile(quizId));
    exported(quizInFile(quizId).title());
    return text;
  }

  private Quiz quizInFile(String quizId) {
    return catalogue
        .quiz(quizId)
        .filter(served -> open.inFile(served.id()))
        .orElseThrow(() -> new GoneException("file of quiz " + quizId));
  }

  private String textOf(Quiz quiz) {
    return texts.text(quiz.id()).orElseThrow(() -> new GoneException("file of quiz " + quiz.id()));
  }

  private void exported(String title) {
    audit.record(AuditNote.of(AuditKind.EXPORTED).with(title));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Copyable> copyable(long instructorId) {
    Set<String> mayUse = open.onlyFiles() ? Set.of() : quizzes.findIdsOf(instructorId);
    return open.to(instructorId).stream()
        .map(quiz -> new Copyable(quiz.id(), quiz.title(), open.inFile(quiz.id())))
        .filter(quiz -> quiz.inFile() || mayUse.contains(quiz.quizId()))
        .toList();
  }

  @Override
  public Draft copy(long instructorId, String quizId) {
    Quiz served = open.require(instructorId, quizId);
    if (!open.inFile(quizId)) {
      // It may be for the caller as for any learner; a copy has its keys as well.
      var unused = access.require(instructorId, quizId, Right.USE);
    }
    String text = texts.text(quizId).orElseThrow(() -> new GoneException("quiz " + quizId));
    Map<String, Picture> images = new HashMap<>();
    served.questions().stream()
        .map(QuestionVersion::question)
        .filter(question -> question.picture() != null)
        .forEach(question -> images.put(question.id(), question.picture()));
    Map<String, ItemBody> parts = FileItems.of(text);
    parts.replaceAll((id, body) -> showing(body, images.get(id)));
    List<KeptPicture> kept =
        images.values().stream().map(Picture::hash).distinct().map(store::read).toList();
    return make(instructorId, parts, kept).draft();
  }

  /** By the name that it has where images are kept. */
  private static ItemBody showing(ItemBody body, @Nullable Picture picture) {
    return picture != null && body instanceof ItemBody.Question question
        ? question.showing(new ItemBody.ImageText(picture.file(), question.image().alt()))
        : body;
  }

  /** No transaction waits while images are decoded, and nothing is kept before all are. */
  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Upload upload(long instructorId, byte[] file) {
    return QuizArchive.is(file)
        ? switch (QuizArchive.read(file, heavy)) {
          case QuizArchive.Unread(String rule, String message, String advice) ->
              new Upload.Refused(List.of(finding(rule, message, advice)));
          case QuizArchive.Unpacked(byte[] quiz, var images, var faults, var languages) ->
              leavingOut(upload(instructorId, quiz, images, faults), languages);
        }
        : upload(instructorId, file, Map.of(), Map.of());
  }

  private static Upload leavingOut(Upload upload, Set<String> languages) {
    return upload instanceof Upload.Taken(Draft draft, List<NotTaken> images, var _)
        ? new Upload.Taken(draft, images, List.copyOf(languages))
        : upload;
  }

  private Upload upload(
      long instructorId,
      byte[] quiz,
      Map<String, KeptPicture> images,
      Map<String, PictureFault> faults) {
    return switch (ArticleFile.read(Articles.Format.TEXT, quiz)) {
      case ArticleFile.Refused(Articles.Reason reason) -> new Upload.Unreadable(reason);
      case ArticleFile.Text(String text, var _) ->
          Objects.requireNonNull(
              transaction.execute(
                  _ ->
                      images.isEmpty() && faults.isEmpty()
                          ? upload(instructorId, text)
                          : upload(instructorId, text, images, faults)));
    };
  }

  /** An image that it names by hash is taken along, if the caller may see it. */
  @Override
  public Upload upload(long instructorId, String yaml) {
    Map<String, KeptPicture> images = new HashMap<>();
    PictureNames.in(yaml).stream()
        .limit(MAX_FOUND)
        .forEach(
            hash ->
                shown
                    .shown(instructorId, hash)
                    .ifPresent(kept -> images.put(kept.picture().file(), kept)));
    return upload(instructorId, yaml, images, Map.of());
  }

  /**
   * @param images by the names that the file has for them
   * @param faults of those that cannot be shown
   */
  private Upload upload(
      long instructorId,
      String yaml,
      Map<String, KeptPicture> images,
      Map<String, PictureFault> faults) {
    PictureSource source =
        name -> {
          KeptPicture kept = images.get(name);
          return kept == null
              ? new PictureSource.Found.Unusable(faults.getOrDefault(name, PictureFault.MISSING))
              : new PictureSource.Found.Usable(kept.picture());
        };
    String text = Printable.text(yaml);
    QuizFile file = QuizFile.parse("upload.yaml", text, source);
    List<Finding> refusing =
        file.findings().stream()
            .filter(Finding::error)
            .filter(finding -> refuses(finding, file.quiz() != null))
            .toList();
    if (!refusing.isEmpty()) {
      return new Upload.Refused(refusing);
    }
    Map<String, ItemBody> parts;
    try {
      parts = FileItems.of(text);
    } catch (GoneException e) {
      return new Upload.Refused(List.of(sharedId()));
    }
    Map<String, KeptPicture> named = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, NotTaken> notTaken = new TreeMap<>();
    parts.replaceAll(
        (_, body) -> {
          if (!(body instanceof ItemBody.Question question) || question.image().file().isEmpty()) {
            return body;
          }
          String name = question.image().file();
          KeptPicture kept = images.get(name);
          if (kept == null) {
            PictureFault fault = faults.getOrDefault(name, PictureFault.MISSING);
            notTaken.put(name, new NotTaken(name, fault));
            return body;
          }
          named.put(kept.picture().hash(), kept);
          names.putIfAbsent(kept.picture().hash(), name);
          return showing(body, kept.picture());
        });
    if (tooLarge(parts)
        || parts.values().stream().anyMatch(part -> !validator.validate(part).isEmpty())) {
      return new Upload.Refused(List.of(tooMuch()));
    }
    if (named.values().stream().mapToLong(KeptPicture::size).sum() > DraftPictures.MAX_OF_QUIZ) {
      return new Upload.Refused(List.of(tooMuchOfImages()));
    }
    Made made = make(instructorId, parts, List.copyOf(named.values()));
    for (String hash : made.withoutRoom()) {
      String name = names.getOrDefault(hash, hash);
      notTaken.put(name, new NotTaken(name, null));
    }
    return new Upload.Taken(made.draft(), List.copyOf(notTaken.values()), List.of());
  }

  /**
   * Whether a draft could not say what the file says.
   *
   * @param whole whether the file keeps to the structure of a quiz
   */
  private static boolean refuses(Finding error, boolean whole) {
    return error.rule().equals("duplicate-id")
        || (!whole
            && (STRUCTURE.contains(error.rule())
                || (error.rule().equals("missing") && NEEDED.matcher(error.pointer()).matches())));
  }

  private static boolean tooLarge(Map<String, ItemBody> parts) {
    return parts.size() > Drafts.MAX_ITEMS
        || parts.values().stream().mapToInt(part -> StoredBody.write(part).length()).sum()
            > Drafts.MAX_SIZE;
  }

  private static Finding sharedId() {
    return finding(
        "duplicate-id",
        "A key point and a question, or the quiz itself, have the same id.",
        "Give every part an id of its own; none may be “%s”.".formatted(Drafts.ARTICLE));
  }

  private static Finding tooMuch() {
    return finding(
        "too-much",
        "There are more parts, more in them together, or more answers in one, than a quiz may"
            + " have.",
        "Give up to %d parts of %d characters together and up to %d answers in each."
            .formatted(Drafts.MAX_ITEMS, Drafts.MAX_SIZE, ItemBody.MAX_PARTS));
  }

  private static Finding tooMuchOfImages() {
    return finding(
        "too-much-images",
        "Its images are larger than those of a quiz may be.",
        "Give up to %d MB of images.".formatted(DraftPictures.MAX_OF_QUIZ / 1_000_000));
  }

  /** At no line of it. */
  private static Finding finding(String rule, String message, String advice) {
    return new Finding(Severity.ERROR, "upload.yaml", 0, 0, null, rule, message, advice);
  }

  /**
   * A new draft.
   *
   * @param withoutRoom hashes of images that there was no room for; their questions say so too
   */
  private record Made(Draft draft, List<String> withoutRoom) {}

  /** All ids anew: those of the original are tied to its learners' histories. */
  private Made make(long instructorId, Map<String, ItemBody> parts, List<KeptPicture> images) {
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
              quiz.id, ids.getOrDefault(part.getKey(), ""), place++, body, instructorId, now));
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

  /** What is packed, gathered in a transaction that does not wait until there is a place. */
  private record Packing(
      String title, String yaml, Map<String, String> images, Map<String, String> translations) {}

  private QuizDownload packed(String quizId, Supplier<Packing> gathering) {
    Packing packing = Objects.requireNonNull(transaction.execute(_ -> gathering.get()));
    HeavyWork.Work<QuizDownload, RuntimeException> work =
        () ->
            QuizArchive.packed(
                quizId, packing.yaml(), packing.images(), packing.translations(), store::read);
    QuizDownload file = packing.images().isEmpty() ? work.call() : heavy.inPlace(work);
    // Last: nothing was exported when there is no place.
    transaction.executeWithoutResult(_ -> exported(packing.title()));
    return file;
  }

  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public QuizDownload fileOf(long instructorId, String quizId) {
    return packed(quizId, () -> packingOf(instructorId, quizId));
  }

  private Packing packingOf(long instructorId, String quizId) {
    Quiz quiz = quizInFile(quizId);
    QuizFileTexts.Translated text =
        texts.translated(quizId).orElseThrow(() -> new GoneException("file of quiz " + quizId));
    String yaml = text.original();
    Map<String, String> images = new LinkedHashMap<>();
    Map<String, ItemBody> parts = FileItems.of(yaml);
    for (QuestionVersion version : open.require(instructorId, quizId).questions()) {
      Picture picture = version.question().picture();
      if (picture != null
          && parts.get(version.question().id()) instanceof ItemBody.Question question) {
        images.put(question.image().file(), picture.hash());
      }
    }
    return new Packing(quiz.title(), yaml, images, text.translations());
  }

  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public QuizDownload file(long instructorId, String draftId) {
    return packed(
        draftId,
        () -> {
          Listed listed = access.require(instructorId, draftId, Right.USE);
          String yaml = textFor(instructorId, listed);
          return new Packing(listed.quiz().title, yaml, pictures.named(draftId, yaml), Map.of());
        });
  }

  @Override
  public String download(long instructorId, String draftId) {
    Listed listed = access.require(instructorId, draftId, Right.USE);
    String text = textFor(instructorId, listed);
    exported(listed.quiz().title);
    return text;
  }

  private String textFor(long instructorId, Listed listed) {
    String draftId = listed.quiz().id;
    return listed.right(instructorId).includes(Right.EDIT)
        ? new DraftFile(draftId, reader.draft(listed, instructorId).items()).yaml()
        : editions
            .servedText(draftId)
            .orElseThrow(() -> new GoneException("edition of " + draftId));
  }
}
