package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.SaveOutcome;
import java.util.Optional;

/** Does what a step says, as a change like any other. */
final class StepTaker {

  private final Drafts drafts;
  private final long authorId;

  StepTaker(Drafts drafts, long authorId) {
    this.drafts = drafts;
    this.authorId = authorId;
  }

  /**
   * Does it; not where somebody else has written in the meantime, or where there is no room for it.
   *
   * @param draft as it is now
   * @return whether it was done
   */
  boolean take(Draft draft, Steps.Step step) {
    return switch (step) {
      case Steps.Moved moved -> {
        drafts.move(authorId, draft.id(), moved.itemId(), moved.to());
        yield true;
      }
      case Steps.Retired retired -> {
        drafts.retire(authorId, draft.id(), retired.itemId(), retired.retired());
        yield true;
      }
      case Steps.Wrote wrote -> {
        Optional<DraftItem> item = draft.item(wrote.itemId());
        yield item.isPresent()
            && item.get().body().equals(wrote.before())
            && drafts.save(
                    authorId, draft.id(), wrote.itemId(), item.get().revision(), wrote.after())
                instanceof SaveOutcome.Saved;
      }
    };
  }
}
