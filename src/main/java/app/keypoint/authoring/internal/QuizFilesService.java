package app.keypoint.authoring.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.HeavyWork;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizDownload;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.KeptPicture;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Picture;
import app.keypoint.content.PictureStore;
import app.keypoint.content.Pictures;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.QuizTexts;
import app.keypoint.content.file.PictureFault;
import app.keypoint.content.file.PictureNames;
import app.keypoint.content.file.PictureSource;
import app.keypoint.content.file.QuizFile;
import app.keypoint.identity.GoneException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class QuizFilesService implements QuizFiles {

  private final QuizRepository quizzes;
  private final ItemRepository items;
  private final EditionRepository editions;
  private final Access access;
  private final DraftReader reader;
  private final OpenQuizzes open;
  private final QuizTexts texts;
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
      OpenQuizzes open,
      QuizTexts texts,
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
  public List<Copyable> copyable(long instructorId) {
    return open.to(instructorId).stream()
        .map(quiz -> new Copyable(quiz.id(), quiz.title(), open.inFile(quiz.id())))
        .toList();
  }

  @Override
  public Draft copy(long instructorId, String quizId) {
    Quiz served = open.require(instructorId, quizId);
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
    return make(instructorId, parts, kept);
  }

  /** By the name that it has where images are kept. */
  private static ItemBody showing(ItemBody body, @Nullable Picture picture) {
    return picture != null && body instanceof ItemBody.Question question
        ? question.showing(new ItemBody.ImageText(picture.file(), question.image().alt()))
        : body;
  }

  /** An image that it names by hash is taken along, if the caller may see it. */
  @Override
  public Upload upload(long instructorId, String yaml) {
    Map<String, KeptPicture> images = new HashMap<>();
    PictureNames.in(yaml).stream()
        .limit(QuizArchive.MAX_IMAGES)
        .forEach(
            hash ->
                shown
                    .shown(instructorId, hash)
                    .ifPresent(kept -> images.put(kept.picture().file(), kept)));
    return upload(instructorId, yaml, images, Map.of());
  }

  /** No transaction waits while images are decoded, and nothing is kept before all are. */
  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Upload bring(long instructorId, byte[] file) {
    return switch (QuizArchive.read(file, heavy)) {
      case QuizArchive.Unread(String rule, String message, String advice) ->
          new Upload.Refused(List.of(finding(rule, message, advice)));
      case QuizArchive.Unpacked(String yaml, var images, var faults)
          when images.isEmpty() && faults.isEmpty() ->
          Objects.requireNonNull(transaction.execute(_ -> upload(instructorId, yaml)));
      case QuizArchive.Unpacked(String yaml, var images, var faults) ->
          Objects.requireNonNull(
              transaction.execute(_ -> upload(instructorId, yaml, images, faults)));
    };
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
    QuizFile file = QuizFile.parse("upload.yaml", Printable.text(yaml), source);
    List<Finding> findings = file.findings();
    if (file.quiz() == null
        || findings.stream().anyMatch(finding -> finding.rule().equals("duplicate-id"))) {
      return new Upload.Refused(findings.stream().filter(Finding::error).toList());
    }
    Map<String, ItemBody> parts;
    try {
      parts = FileItems.of(Printable.text(yaml));
    } catch (GoneException e) {
      return new Upload.Refused(List.of(sharedId()));
    }
    Map<String, KeptPicture> named = new LinkedHashMap<>();
    parts.replaceAll(
        (_, body) -> {
          KeptPicture kept =
              body instanceof ItemBody.Question question
                  ? images.get(question.image().file())
                  : null;
          if (kept == null) {
            return body;
          }
          named.put(kept.picture().hash(), kept);
          return showing(body, kept.picture());
        });
    if (parts.size() > Drafts.MAX_ITEMS
        || parts.values().stream().mapToInt(part -> StoredBody.write(part).length()).sum()
            > Drafts.MAX_SIZE
        || parts.values().stream().anyMatch(part -> !validator.validate(part).isEmpty())
        || named.values().stream().mapToLong(KeptPicture::size).sum() > DraftPictures.MAX_OF_QUIZ) {
      return new Upload.Refused(List.of(tooMuch()));
    }
    return new Upload.Taken(make(instructorId, parts, List.copyOf(named.values())));
  }

  private static Finding sharedId() {
    return finding(
        "duplicate-id",
        "A key point and a question, or the quiz itself, have the same id.",
        "Give every part an id of its own; none may be “%s”.".formatted(Drafts.ARTICLE));
  }

  private static Finding tooMuch() {
    return finding(
        "too-long",
        "There are more parts, more in them together, or more answers in one, than a quiz may"
            + " have.",
        "Give up to %d parts of %d characters together and up to %d answers in each, and %d MB of"
                .formatted(
                    Drafts.MAX_ITEMS,
                    Drafts.MAX_SIZE,
                    ItemBody.MAX_PARTS,
                    DraftPictures.MAX_OF_QUIZ / 1_000_000)
            + " images.");
  }

  private static Finding finding(String rule, String message, String advice) {
    return new Finding(Severity.ERROR, "upload.yaml", 1, 1, null, rule, message, advice);
  }

  /** All ids anew: those of the original are tied to its learners' histories. */
  private Draft make(long instructorId, Map<String, ItemBody> parts, List<KeptPicture> images) {
    if (quizzes.countByAuthorId(instructorId) >= Drafts.MAX_QUIZZES) {
      throw new Drafts.TooMuch("quizzes", Drafts.MAX_QUIZZES);
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
    // Without room for one the question says that it is missing.
    images.forEach(image -> pictures.take(quiz, image));
    int place = 0;
    for (Map.Entry<String, ItemBody> part : parts.entrySet()) {
      ItemBody body = placed(part.getValue(), ids);
      items.save(
          new ItemEntity(
              quiz.id, ids.getOrDefault(part.getKey(), ""), place++, body, instructorId, now));
    }
    return reader.draft(access.require(instructorId, id, Right.EDIT), instructorId);
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

  @Override
  public QuizDownload file(long instructorId, String draftId) {
    String yaml = download(instructorId, draftId);
    return heavy.inPlace(() -> QuizArchive.packed(draftId, yaml, pictures.named(draftId, yaml)));
  }

  @Override
  public String download(long instructorId, String draftId) {
    Listed listed = access.require(instructorId, draftId, Right.USE);
    audit.record(AuditNote.of(AuditKind.EXPORTED).with(listed.quiz().title));
    return listed.right(instructorId).includes(Right.EDIT)
        ? new DraftFile(draftId, reader.draft(listed, instructorId).items()).yaml()
        : editions
            .servedText(draftId)
            .orElseThrow(() -> new GoneException("edition of " + draftId));
  }
}
