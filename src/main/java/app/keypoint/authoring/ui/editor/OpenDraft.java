package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The quiz that is open: as it was last read, and what its author did to it. */
final class OpenDraft {

  private final Drafts drafts;
  private final long authorId;
  private Drafts.@Nullable Checked checked;
  private UndoHistory history = new UndoHistory();
  private EditApplier applier;

  OpenDraft(Drafts drafts, long authorId) {
    this.drafts = drafts;
    this.authorId = authorId;
    this.applier = new EditApplier(drafts, authorId, history.unsaved());
  }

  /**
   * Reads a quiz. What was refused is kept as its history is; what it has itself the browser says
   * anew.
   */
  void open(UI ui, String quizId) {
    load(quizId);
    UndoHistory kept = UndoHistory.of(ui, quizId);
    if (!kept.equals(history)) {
      history = kept;
      unsaved().inTheBrowser(Set.of());
      applier = new EditApplier(drafts, authorId, unsaved());
    }
    unsaved().onlyOf(draft().items().stream().map(DraftItem::id).collect(Collectors.toSet()));
  }

  /** Reads the same quiz anew. */
  void reload() {
    load(draft().id());
  }

  private void load(String quizId) {
    checked = drafts.checked(authorId, quizId);
  }

  Draft draft() {
    return checked().draft();
  }

  DraftCheck check() {
    return checked().check();
  }

  private Drafts.Checked checked() {
    if (checked == null) {
      throw new IllegalStateException("Nothing is open yet");
    }
    return checked;
  }

  /** Its title as it is written; empty before a quiz is open. */
  Optional<String> title() {
    return Optional.ofNullable(checked).map(quiz -> quiz.draft().summary().title());
  }

  UndoHistory history() {
    return history;
  }

  Unsaved unsaved() {
    return history.unsaved();
  }

  /**
   * Does what an edit says; not where somebody else has written in the meantime.
   *
   * @return whether it was done
   */
  boolean apply(UndoHistory.Edit edit) {
    return applier.apply(draft(), edit);
  }
}
