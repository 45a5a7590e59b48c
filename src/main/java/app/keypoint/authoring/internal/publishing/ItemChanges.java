package app.keypoint.authoring.internal.publishing;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemChange;
import app.keypoint.authoring.ItemChange.Change;
import app.keypoint.authoring.internal.files.FileItems;
import app.keypoint.content.Question;
import app.keypoint.content.ServedQuestions.Series;
import app.keypoint.content.file.Fingerprint;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.picture.PictureSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of each part between two texts of one quiz. */
final class ItemChanges {

  private final Map<String, ItemBody> before;
  private final Map<String, ItemBody> after;
  private final Map<String, Question> asked;
  private final Map<String, Question> asking;

  /**
   * @param before null when there is nothing before
   */
  ItemChanges(@Nullable String before, String after) {
    this.before = before == null ? Map.of() : FileItems.of(before);
    this.after = FileItems.of(after);
    this.asked = before == null ? Map.of() : questions(before);
    this.asking = questions(after);
  }

  private static Map<String, Question> questions(String yaml) {
    // What makes a series does not depend on images.
    return QuizFile.readableQuestions(yaml, PictureSource.NONE).stream()
        .collect(Collectors.toMap(Question::id, Function.identity(), (first, _) -> first));
  }

  /** The ids of all parts, those of the later text first and in its order. */
  Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>(after.keySet());
    ids.addAll(before.keySet());
    return ids;
  }

  /** Whether parts that are in both texts come in another order. */
  boolean reordered() {
    List<String> first = new ArrayList<>(before.keySet());
    first.retainAll(after.keySet());
    List<String> then = new ArrayList<>(after.keySet());
    then.retainAll(before.keySet());
    return !first.equals(then);
  }

  /**
   * All parts, changed or not.
   *
   * @param series the series that questions ever had; of none, what was served is not looked at
   * @param learners how many have each question in review
   */
  List<ItemChange> all(Map<String, List<Series>> series, Map<String, Integer> learners) {
    List<ItemChange> changes = new ArrayList<>();
    for (String id : ids()) {
      ItemBody from = before.get(id);
      ItemBody to = after.get(id);
      ItemBody some = to != null ? to : from;
      if (some != null) {
        changes.add(
            new ItemChange(
                id,
                some.kind(),
                change(id, from, to, series.getOrDefault(id, List.of())),
                from,
                to,
                learners.getOrDefault(id, 0)));
      }
    }
    return changes;
  }

  private Change change(
      String id, @Nullable ItemBody from, @Nullable ItemBody to, List<Series> series) {
    Question is = asking.get(id);
    if (from == null) {
      return series.isEmpty()
          ? Change.NEW
          : is == null || known(is, series) ? Change.RESTORED : Change.RESTORED_NEW_SERIES;
    }
    if (to == null) {
      return Change.RETIRED;
    }
    if (from.equals(to)) {
      return Change.NONE;
    }
    Question was = asked.get(id);
    if (was == null || is == null || Fingerprint.series(was).equals(Fingerprint.series(is))) {
      return Change.WORDING;
    }
    return known(is, series) ? Change.EARLIER_SERIES : Change.NEW_SERIES;
  }

  private static boolean known(Question question, List<Series> series) {
    return series.contains(new Series(Fingerprint.series(question)));
  }
}
