package app.keypoint.content.internal;

import app.keypoint.content.Finding;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.file.TranslationFile;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.internal.picture.PictureRows;
import app.keypoint.content.picture.PictureNames;
import app.keypoint.content.picture.PictureSource;
import app.keypoint.content.picture.PicturesBeside;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads and checks quiz files and translations; for one thread at a time. */
@Component
class SourceReader {

  private static final Logger log = LoggerFactory.getLogger(SourceReader.class);

  private final ContentSources source;
  private final PictureRows pictures;

  /** Images of files, until they are kept. */
  private final PicturesBeside beside;

  private final Map<String, Read> read = new HashMap<>();

  SourceReader(ContentSources source, PictureRows pictures) {
    this.source = source;
    this.pictures = pictures;
    this.beside = new PicturesBeside(source.files()::image);
  }

  /** A file as it was when it had this stamp. */
  private record Read(String stamp, QuizFile file) {}

  /**
   * A quiz file as it was read.
   *
   * @param failed whether it could not be looked into at all, which may be over a while later
   */
  record QuizRead(QuizFile file, boolean failed) {}

  /** A translation with what its file said; empty when that was not read. */
  record TranslationRead(String text, TranslationFile file) {}

  /** What has the same stamp is the same, and need not be checked again. */
  QuizRead quiz(String name, String stamp) {
    Read before = read.get(name);
    if (before != null && before.stamp.equals(stamp)) {
      return new QuizRead(before.file, false);
    }
    QuizRead now = read(name);
    if (now.file.quiz() != null) {
      read.put(name, new Read(stamp, now.file));
    }
    return now;
  }

  /**
   * A quiz file of which the text is at hand. By others within {@link ContentLoader#betweenLoads}
   * only: images found on the way are remembered for the load.
   */
  QuizFile parse(String name, String text) {
    PictureSource images =
        ContentSources.isPublished(name)
            ? PictureSource.of(pictures.known(PictureNames.in(text)))
            : beside;
    return QuizFile.parse(name, text, images);
  }

  /**
   * A translation, checked against what is served: that is what it is shown instead of.
   *
   * @param original null when nothing of it is served
   */
  TranslationRead translation(String name, TranslationName of, @Nullable ParsedQuiz original) {
    if (original == null) {
      return new TranslationRead("", TranslationFile.orphan(name, of.original()));
    }
    try {
      String text = source.text(name);
      return new TranslationRead(text, TranslationFile.parse(name, text, original));
    } catch (IOException e) {
      return new TranslationRead("", new TranslationFile(name, null, List.of(unreadable(name, e))));
    }
  }

  /** Lets go of all other files. */
  void keepOnly(Collection<String> names) {
    read.keySet().retainAll(names);
  }

  /** Keeps the images of the files that were read. */
  void keepPictures() {
    pictures.keep(beside.found());
    beside.forget();
  }

  private QuizRead read(String name) {
    try {
      return new QuizRead(parse(name, source.text(name)), false);
    } catch (IOException e) {
      return new QuizRead(new QuizFile(name, null, List.of(), List.of(unreadable(name, e))), false);
    } catch (RuntimeException e) {
      // Whatever one author wrote, the quizzes of all others are taken up.
      log.error("{} cannot be looked into", name, e);
      Finding finding =
          Finding.unreadable(
              name,
              "This could not be looked into: " + e + ".",
              "What was served before goes on being served, and it is tried again every minute."
                  + " If it stays so, look into the server's log.");
      return new QuizRead(new QuizFile(name, null, List.of(), List.of(finding)), true);
    }
  }

  private static Finding unreadable(String name, IOException e) {
    return Finding.unreadable(
        name,
        "The file could not be read: " + e.getMessage() + ".",
        "Check that it is readable and saved as UTF-8.");
  }
}
