package app.keypoint.authoring.internal.files;

import app.keypoint.access.Audience;
import app.keypoint.access.HeavyWork;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.QuizRepository;
import app.keypoint.authoring.internal.article.ArticleFile;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Picture;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.loading.QuizFileTexts;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureNames;
import app.keypoint.content.picture.PictureStore;
import app.keypoint.content.picture.Pictures;
import app.keypoint.identity.GoneException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class QuizFilesService implements QuizFiles {

  /** The most images that are looked for by what a text names, which costs queries for each. */
  private static final int MAX_FOUND = 200;

  private final QuizRepository quizzes;
  private final QuizAccess access;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final QuizFileTexts texts;
  private final PictureStore store;
  private final Pictures shown;
  private final HeavyWork heavy;
  private final TransactionTemplate transaction;
  private final DraftMaker drafts;
  private final QuizUploads uploads;
  private final QuizDownloads downloads;

  QuizFilesService(
      QuizRepository quizzes,
      QuizAccess access,
      Catalogue catalogue,
      OpenQuizzes open,
      QuizFileTexts texts,
      PictureStore store,
      Pictures shown,
      HeavyWork heavy,
      TransactionTemplate transaction,
      DraftMaker drafts,
      QuizUploads uploads,
      QuizDownloads downloads) {
    this.quizzes = quizzes;
    this.access = access;
    this.catalogue = catalogue;
    this.open = open;
    this.texts = texts;
    this.store = store;
    this.shown = shown;
    this.heavy = heavy;
    this.transaction = transaction;
    this.drafts = drafts;
    this.uploads = uploads;
    this.downloads = downloads;
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
    return downloads.ofServer(quizId);
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
    parts.replaceAll((id, body) -> DraftMaker.showing(body, images.get(id)));
    List<KeptPicture> kept =
        images.values().stream().map(Picture::hash).distinct().map(store::read).toList();
    return drafts.make(instructorId, parts, kept).draft();
  }

  /** No transaction waits while images are decoded, and nothing is kept before all are. */
  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Upload upload(long instructorId, byte[] file) {
    return QuizArchive.is(file)
        ? switch (QuizArchive.read(file, heavy)) {
          case QuizArchive.Unread(String rule, String message, String advice) ->
              new Upload.Refused(List.of(QuizUploads.finding(rule, message, advice)));
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
                          : uploads.upload(instructorId, text, images, faults)));
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
    return uploads.upload(instructorId, yaml, images, Map.of());
  }

  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public QuizFiles.Download fileOf(long instructorId, String quizId) {
    return downloads.packedOfServer(instructorId, quizId);
  }

  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public QuizFiles.Download file(long instructorId, String draftId) {
    return downloads.packedOfDraft(instructorId, draftId);
  }

  @Override
  public String download(long instructorId, String draftId) {
    return downloads.ofDraft(instructorId, draftId);
  }
}
