package app.keypoint.authoring.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.content.QuizTexts;
import app.keypoint.content.file.QuizFile;
import app.keypoint.identity.GoneException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class QuizFilesService implements QuizFiles {

  /** Faults of structure that would cost something of what the file says; others are gaps. */
  private static final Set<String> STRUCTURE =
      Set.of("yaml", "unknown-key", "wrong-type", "unknown-value", "bad-id", "schema");

  /** Without these nothing can be made of a part. */
  private static final Pattern NEEDED = Pattern.compile(".*/(schema|id|type)");

  private final QuizRepository quizzes;
  private final ItemRepository items;
  private final EditionRepository editions;
  private final Access access;
  private final DraftReader reader;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final QuizTexts texts;
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
      QuizTexts texts,
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
    Quiz quiz =
        catalogue
            .quiz(quizId)
            .filter(served -> open.inFile(served.id()))
            .orElseThrow(() -> new GoneException("file of quiz " + quizId));
    audit.record(AuditNote.of(AuditKind.EXPORTED).with(quiz.title()));
    return texts.text(quizId).orElseThrow(() -> new GoneException("file of quiz " + quizId));
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
    var unused = open.require(instructorId, quizId);
    String text = texts.text(quizId).orElseThrow(() -> new GoneException("quiz " + quizId));
    return make(instructorId, FileItems.of(text));
  }

  @Override
  public Upload upload(long instructorId, byte[] file) {
    return switch (ArticleFile.read(Articles.Format.TEXT, file)) {
      case ArticleFile.Refused(Articles.Reason reason) -> new Upload.Unreadable(reason);
      case ArticleFile.Text(String text, var _) -> upload(instructorId, text);
    };
  }

  @Override
  public Upload upload(long instructorId, String yaml) {
    String text = Printable.text(yaml);
    QuizFile file = QuizFile.parse("upload.yaml", text);
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
    if (tooLarge(parts)
        || parts.values().stream().anyMatch(part -> !validator.validate(part).isEmpty())) {
      return new Upload.Refused(List.of(tooMuch()));
    }
    return new Upload.Taken(make(instructorId, parts));
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
    return new Finding(
        Severity.ERROR,
        "upload.yaml",
        1,
        1,
        null,
        "duplicate-id",
        "A key point and a question, or the quiz itself, have the same id.",
        "Give every part an id of its own; none may be “%s”.".formatted(Drafts.ARTICLE));
  }

  private static Finding tooMuch() {
    return new Finding(
        Severity.ERROR,
        "upload.yaml",
        1,
        1,
        null,
        "too-long",
        "There are more parts, more in them together, or more answers in one, than a quiz may"
            + " have.",
        "Give up to %d parts of %d characters together and up to %d answers in each."
            .formatted(Drafts.MAX_ITEMS, Drafts.MAX_SIZE, ItemBody.MAX_PARTS));
  }

  /** All ids anew: those of the original are tied to its learners' histories. */
  private Draft make(long instructorId, Map<String, ItemBody> parts) {
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
