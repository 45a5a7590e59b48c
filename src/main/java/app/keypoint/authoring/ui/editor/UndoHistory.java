package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What an author did to a quiz, to be taken back and done again. */
public final class UndoHistory {

  /** Of so many quizzes, those last written in, edits are kept. */
  private static final int QUIZZES = 3;

  /** What is typed into one field without a longer pause is one step. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  /** Nor is what is typed for longer than this without a pause. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int MOST = 200;

  /** One change of one part. */
  sealed interface Edit {
    String itemId();

    /** What is to be done to take it back, as a step itself. */
    Edit inverse();
  }

  /** It was written in. */
  record Wrote(String itemId, ItemBody before, ItemBody after) implements Edit {
    @Override
    public Edit inverse() {
      return new Wrote(itemId, after, before);
    }
  }

  /**
   * It was moved among those of its kind. Places are said by neighbours, since others add and move
   * parts too.
   *
   * @param from the part that it came after; empty for none
   * @param to the part that it comes after now; empty for none
   */
  record Moved(String itemId, String from, String to) implements Edit {
    @Override
    public Edit inverse() {
      return new Moved(itemId, to, from);
    }
  }

  /** It was retired, or taken in again; one that is added is taken in. */
  record Retired(String itemId, boolean retired) implements Edit {
    @Override
    public Edit inverse() {
      return new Retired(itemId, !retired);
    }
  }

  /** UndoHistory go back to wordings that were refused, so these are kept as long. */
  private final Unsaved unsaved = new Unsaved();

  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private Instant lastAt = Instant.EPOCH;
  private Instant begunAt = Instant.EPOCH;
  private Set<String> lastIn = Set.of();

  /** Those of a quiz, kept as long as the page in the browser, on whatever screens it goes. */
  static UndoHistory of(UI ui, String quizId) {
    Kept kept = ComponentUtil.getData(ui, Kept.class);
    if (kept == null) {
      kept = new Kept();
      ComponentUtil.setData(ui, Kept.class, kept);
    }
    return kept.of(quizId);
  }

  /** Keeps none of a quiz any more, whose parts were all replaced. */
  public static void forget(UI ui, String quizId) {
    Kept kept = ComponentUtil.getData(ui, Kept.class);
    if (kept != null) {
      kept.byQuiz.remove(quizId);
    }
  }

  private static final class Kept {
    private final Map<String, UndoHistory> byQuiz = new LinkedHashMap<>();

    UndoHistory of(String quizId) {
      UndoHistory history = Objects.requireNonNullElseGet(byQuiz.remove(quizId), UndoHistory::new);
      byQuiz.put(quizId, history);
      if (byQuiz.size() > QUIZZES) {
        byQuiz.remove(byQuiz.keySet().iterator().next());
      }
      return history;
    }
  }

  /** What the author wrote in the same quiz and the draft has not. */
  Unsaved unsaved() {
    return unsaved;
  }

  void did(Edit edit, Instant now) {
    Set<String> in =
        edit instanceof Wrote wrote
            ? ChangedFields.between(wrote.before(), wrote.after())
            : Set.of();
    if (edit instanceof Wrote wrote
        && done.peek() instanceof Wrote last
        && last.itemId().equals(wrote.itemId())
        && last.after().equals(wrote.before())
        && Duration.between(lastAt, now).compareTo(PAUSE) < 0
        && Duration.between(begunAt, now).compareTo(LONGEST) < 0
        && !Collections.disjoint(in, lastIn)) {
      done.pop();
      done.push(new Wrote(wrote.itemId(), last.before(), wrote.after()));
    } else {
      done.push(edit);
      begunAt = now;
      if (done.size() > MOST) {
        done.removeLast();
      }
    }
    undone.clear();
    lastAt = now;
    lastIn = in;
  }

  /** What comes next is a step of its own. */
  void pause() {
    lastAt = Instant.EPOCH;
  }

  boolean canUndo() {
    return !done.isEmpty();
  }

  boolean canRedo() {
    return !undone.isEmpty();
  }

  /** What to do so that the last step is taken back. */
  Optional<Edit> undo() {
    lastAt = Instant.EPOCH;
    Edit edit = done.poll();
    if (edit == null) {
      return Optional.empty();
    }
    undone.push(edit);
    return Optional.of(edit.inverse());
  }

  /** What to do so that the step last taken back is done again. */
  Optional<Edit> redo() {
    lastAt = Instant.EPOCH;
    Edit edit = undone.poll();
    if (edit == null) {
      return Optional.empty();
    }
    done.push(edit);
    return Optional.of(edit);
  }
}
