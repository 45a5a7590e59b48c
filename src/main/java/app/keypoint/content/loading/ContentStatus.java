package app.keypoint.content.loading;

import app.keypoint.content.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the quiz files stand, for administrators and health. */
public interface ContentStatus {

  /** One entry for each file that was found, by name. */
  List<FileStatus> files();

  /** Whether every file was loaded as it is now and the files could be listed at all. */
  boolean ok();

  /** Where the files come from, in words: a folder or the packaged ones. */
  String source();

  /**
   * Where the files, as they are now, state a question; empty when none does or it is unreadable.
   */
  Optional<Place> placeOf(String questionId);

  /** What the loads since the start found left over of questions that are not served. */
  Optional<Leftovers> leftovers();

  /**
   * Cards that waited for questions that are not served, and were put away.
   *
   * @param cards at all loads since the start
   * @param at when some were found last
   */
  record Leftovers(int cards, Instant at) {}

  /**
   * A place in a file.
   *
   * @param line from 1
   */
  record Place(String file, int line) {}

  /**
   * How a file stands.
   *
   * @param loadedAt when its present content was loaded; null when it never was
   * @param questions how many of it are served
   * @param findings errors and warnings of its present content
   * @param ok whether its present content is what is served
   * @param translation how it stands to its original, if it is a translation
   */
  record FileStatus(
      String name,
      @Nullable Instant loadedAt,
      int questions,
      List<Finding> findings,
      boolean ok,
      @Nullable TranslationState translation) {}

  /**
   * How a translation stands to its original.
   *
   * @param original the file that it translates
   * @param total how many questions that has
   * @param stale how many parts are of an earlier wording of the original
   */
  record TranslationState(Locale language, String original, int total, int stale) {}
}
