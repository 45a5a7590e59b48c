package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.SaveOutcome;
import jakarta.validation.ConstraintViolationException;
import java.util.OptionalInt;

/** Does what a step says, as a change like any other. */
final class StepTaker {

  private final Drafts drafts;
  private final long authorId;
  private final Unsaved unsaved;

  /**
   * @param unsaved of the steps' quiz; learns which wordings could not be saved
   */
  StepTaker(Drafts drafts, long authorId, Unsaved unsaved) {
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
  boolean take(Draft draft, Steps.Step step) {
    return draft.item(step.itemId()).map(item -> take(draft, item, step)).orElse(false);
  }

  private boolean take(Draft draft, DraftItem item, Steps.Step step) {
    return switch (step) {
      case Steps.Moved moved -> {
        OptionalInt place = Places.after(draft, item, moved.to());
        place.ifPresent(to -> drafts.move(authorId, draft.id(), item.id(), to));
        yield place.isPresent();
      }
      case Steps.Retired retired -> {
        drafts.retire(authorId, draft.id(), item.id(), retired.retired());
        yield true;
      }
      case Steps.Wrote wrote ->
          unsaved.body(item).equals(wrote.before()) && write(draft, item, wrote);
    };
  }

  private boolean write(Draft draft, DraftItem item, Steps.Wrote wrote) {
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

  private boolean refused(DraftItem item, int revision, Steps.Wrote wrote) {
    unsaved.refused(item.id(), revision, wrote.after());
    return true;
  }
}
