package app.keypoint.authoring.internal.files;

import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.QuizFiles.NotTaken;
import app.keypoint.authoring.QuizFiles.Upload;
import app.keypoint.authoring.internal.Printable;
import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureSource;
import app.keypoint.identity.GoneException;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes drafts of quiz files that somebody uploads, or says why not. */
@Component
class QuizUploads {

  /** Faults of structure that would cost something of what the file says; others are gaps. */
  private static final Set<String> STRUCTURE =
      Set.of("yaml", "unknown-key", "wrong-type", "unknown-value", "bad-id", "schema");

  /** Without these nothing can be made of a part. */
  private static final Pattern NEEDED = Pattern.compile(".*/(schema|id|type)");

  private final DraftMaker drafts;
  private final Validator validator;

  QuizUploads(DraftMaker drafts, Validator validator) {
    this.drafts = drafts;
    this.validator = validator;
  }

  /**
   * @param images by the names that the file has for them
   * @param faults of those that cannot be shown
   */
  Upload upload(
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
          return DraftMaker.showing(body, kept.picture());
        });
    if (DraftMaker.tooLarge(parts)
        || parts.values().stream().anyMatch(part -> !validator.validate(part).isEmpty())) {
      return new Upload.Refused(List.of(tooMuch()));
    }
    if (named.values().stream().mapToLong(KeptPicture::size).sum() > DraftPictures.MAX_OF_QUIZ) {
      return new Upload.Refused(List.of(tooMuchOfImages()));
    }
    DraftMaker.Made made = drafts.make(instructorId, parts, List.copyOf(named.values()));
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
  static Finding finding(String rule, String message, String advice) {
    return new Finding(Severity.ERROR, "upload.yaml", 0, 0, null, rule, message, advice);
  }
}
