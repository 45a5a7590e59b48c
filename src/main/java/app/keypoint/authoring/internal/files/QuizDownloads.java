package app.keypoint.authoring.internal.files;

import app.keypoint.access.HeavyWork;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.DraftReader;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.authoring.internal.pictures.QuizPictures;
import app.keypoint.authoring.internal.publishing.EditionRepository;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Picture;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.loading.QuizFileTexts;
import app.keypoint.content.picture.PictureStore;
import app.keypoint.identity.GoneException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Quizzes as files to take along, each noted in the audit log. */
@Component
class QuizDownloads {

  private final EditionRepository editions;
  private final QuizAccess access;
  private final DraftReader reader;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final QuizFileTexts texts;
  private final QuizPictures pictures;
  private final PictureStore store;
  private final HeavyWork heavy;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  QuizDownloads(
      EditionRepository editions,
      QuizAccess access,
      DraftReader reader,
      Catalogue catalogue,
      OpenQuizzes open,
      QuizFileTexts texts,
      QuizPictures pictures,
      PictureStore store,
      HeavyWork heavy,
      TransactionTemplate transaction,
      AuditTrail audit) {
    this.editions = editions;
    this.access = access;
    this.reader = reader;
    this.catalogue = catalogue;
    this.open = open;
    this.texts = texts;
    this.pictures = pictures;
    this.store = store;
    this.heavy = heavy;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** A quiz that is kept in a file, as that file has it. */
  String ofServer(String quizId) {
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

  /** The same as a file. To be called without a transaction. */
  QuizFiles.Download packedOfServer(long instructorId, String quizId) {
    return packed(quizId, () -> packingOf(instructorId, quizId));
  }

  /** A draft, or what is published of it, as its text. */
  String ofDraft(long instructorId, String draftId) {
    Listed listed = access.require(instructorId, draftId, Right.USE);
    String text = textFor(instructorId, listed);
    exported(listed.quiz().title());
    return text;
  }

  /** The same as a file. To be called without a transaction. */
  QuizFiles.Download packedOfDraft(long instructorId, String draftId) {
    return packed(
        draftId,
        () -> {
          Listed listed = access.require(instructorId, draftId, Right.USE);
          String yaml = textFor(instructorId, listed);
          return new Packing(listed.quiz().title(), yaml, pictures.named(draftId, yaml), Map.of());
        });
  }

  /** What is packed, gathered in a transaction that does not wait until there is a place. */
  private record Packing(
      String title, String yaml, Map<String, String> images, Map<String, String> translations) {}

  private QuizFiles.Download packed(String quizId, Supplier<Packing> gathering) {
    Packing packing = Objects.requireNonNull(transaction.execute(_ -> gathering.get()));
    HeavyWork.Work<QuizFiles.Download, RuntimeException> work =
        () ->
            QuizArchive.packed(
                quizId, packing.yaml(), packing.images(), packing.translations(), store::read);
    QuizFiles.Download file = packing.images().isEmpty() ? work.call() : heavy.inPlace(work);
    // Last: nothing was exported when there is no place.
    transaction.executeWithoutResult(_ -> exported(packing.title()));
    return file;
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

  private String textFor(long instructorId, Listed listed) {
    String draftId = listed.quiz().id();
    return listed.right(instructorId).includes(Right.EDIT)
        ? new DraftFile(draftId, reader.draft(listed, instructorId).items()).yaml()
        : editions
            .servedText(draftId)
            .orElseThrow(() -> new GoneException("edition of " + draftId));
  }
}
