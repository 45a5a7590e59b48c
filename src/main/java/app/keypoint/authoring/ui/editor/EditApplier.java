package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.SaveOutcome;
import jakarta.validation.ConstraintViolationException;
import java.util.OptionalInt;

/** Does what an edit says, as a change like any other. */
final class EditApplier {

  private final Drafts drafts;
  private final long authorId;
  private final Unsaved unsaved;

  /**
   * @param unsaved of the quiz; learns which wordings could not be saved
   */
  EditApplier(Drafts drafts, long authorId, Unsaved unsaved) {
    this.drafts = drafts;
    this.authorId = authorId;
    this.unsaved = unsaved;
  }

  /**
   * Does it; not where somebody else has written in the meantime. What goes back to a wording that
   * cannot be saved is done as far as the fields go.
   *
   * @param draft as it is now
   * @return whether it was done
   */
  boolean apply(Draft draft, UndoHistory.Edit edit) {
    return draft.item(edit.itemId()).map(item -> apply(draft, item, edit)).orElse(false);
  }

  private boolean apply(Draft draft, DraftItem item, UndoHistory.Edit edit) {
    return switch (edit) {
      case UndoHistory.Moved moved -> {
        OptionalInt place = Places.after(draft, item, moved.to());
        place.ifPresent(to -> drafts.move(authorId, draft.id(), item.id(), to));
        yield place.isPresent();
      }
      case UndoHistory.Retired retired -> {
        drafts.retire(authorId, draft.id(), item.id(), retired.retired());
        yield true;
      }
      case UndoHistory.Wrote wrote ->
          unsaved.body(item).equals(wrote.before()) && write(draft, item, wrote);
    };
  }

  private boolean write(Draft draft, DraftItem item, UndoHistory.Wrote wrote) {
    int revision = unsaved.of(item.id()).map(Unsaved.Refused::revision).orElse(item.revision());
    try {
      return switch (drafts.save(authorId, draft.id(), item.id(), revision, wrote.after())) {
        case SaveOutcome.Saved _ -> {
          unsaved.settled(item.id());
          yield true;
        }
        case SaveOutcome.Conflict _ -> false;
        case SaveOutcome.TooLarge _ -> refused(item, revision, wrote);
      };
    } catch (ConstraintViolationException e) {
      return refused(item, revision, wrote);
    }
  }

  private boolean refused(DraftItem item, int revision, UndoHistory.Wrote wrote) {
    unsaved.refused(item.id(), revision, wrote.after());
    return true;
  }
}
