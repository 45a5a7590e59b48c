package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.authoring.ui.FindingWords;
import app.keypoint.authoring.ui.Times;
import app.keypoint.identity.Account;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.notification.Notification;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Saves the open part while it is written, and keeps what cannot be saved. */
final class PartSaver {

  private final Drafts drafts;
  private final Account author;
  private final Clock clock;
  private final OpenDraft quiz;
  private final ItemCard card;
  private final EditorHead head;
  private final EditorScreen screen;

  /** Whether the author is to choose between two wordings. */
  private boolean asking;

  /** What of the open part is more than it can hold. */
  private List<ItemFinding> beyond = List.of();

  PartSaver(
      Drafts drafts,
      Account author,
      Clock clock,
      OpenDraft quiz,
      ItemCard card,
      EditorHead head,
      EditorScreen screen) {
    this.drafts = drafts;
    this.author = author;
    this.clock = clock;
    this.quiz = quiz;
    this.card = card;
    this.head = head;
    this.screen = screen;
  }

  boolean asking() {
    return asking;
  }

  /** Whether there is a choice to make first; says so if there is. */
  boolean asked() {
    if (asking) {
      Notification.show(card.getTranslation("authoring.conflict.first"));
    }
    return asking;
  }

  /** Whether something is written that the draft has not, whatever the browser has. */
  boolean more() {
    return asking || quiz.unsaved().any();
  }

  /** Another part is open: what was beyond limits was so in the last one. */
  void opened() {
    beyond = List.of();
  }

  /** Of the part that is open. */
  List<ItemFinding> findings(String itemId) {
    List<ItemFinding> findings =
        new ArrayList<>(FindingWords.named(quiz.check().of(itemId), quiz.draft(), card));
    findings.addAll(beyond);
    return findings;
  }

  /**
   * What was typed and taken back before it was sent makes no change here, and the browser still
   * has it: it hears what the fields say.
   */
  void rested() {
    ItemCard.Open here = card.open();
    if (here != null && !asking && quiz.unsaved().of(here.id()).isEmpty()) {
      head.kept(ItemCard.inTheBrowser(quiz.draft(), here.id()), card.saidAsKept(), more());
    }
  }

  /** Answers whether it is saved. */
  boolean edited(ItemBody body) {
    ItemCard.Open here = card.open();
    // What comes late, from a form that was left, is not for the part that is open by now.
    if (here == null || body.kind() != here.kind()) {
      return false;
    }
    if (asking) {
      card.keep();
      return false;
    }
    beyond = List.of();
    if (!body.equals(here.item().body())) {
      return save(here, here.revision(), body);
    }
    wrote(here, quiz.unsaved().body(here.item()), body);
    quiz.unsaved().settled(here.id());
    card.saved(here.item());
    saved(here.id(), card.said(here.id()));
    screen.around();
    return true;
  }

  private boolean save(ItemCard.Open here, int revision, ItemBody body) {
    try {
      return saveWithin(here, revision, body);
    } catch (ConstraintViolationException e) {
      beyond = LimitFindings.of(e, here.id(), body, card.locale());
      refused(here, revision, body);
      return false;
    }
  }

  private boolean saveWithin(ItemCard.Open here, int revision, ItemBody body) {
    return switch (drafts.save(author.id(), quiz.draft().id(), here.id(), revision, body)) {
      case SaveOutcome.Saved saved -> {
        ItemBody before =
            quiz.unsaved().of(here.id()).map(Unsaved.Refused::body).orElse(saved.before());
        wrote(here, before, saved.now().body());
        quiz.unsaved().settled(here.id());
        card.saved(saved.now());
        saved(here.id(), card.said(here.id()));
        screen.refresh();
        yield true;
      }
      case SaveOutcome.Conflict conflict -> {
        ask(here, conflict);
        yield false;
      }
      case SaveOutcome.TooLarge _ -> {
        refused(here, revision, body);
        card.notice(
            Alerts.problem(card.getTranslation("authoring.too-large", Drafts.MAX_SIZE / 1_000)));
        yield false;
      }
    };
  }

  /** An edit of the fields, which may say what cannot be saved. */
  private void wrote(ItemCard.Open here, ItemBody before, ItemBody now) {
    if (!before.equals(now)) {
      quiz.history().did(new UndoHistory.Wrote(here.id(), before, now), clock.instant());
    }
  }

  private void refused(ItemCard.Open here, int revision, ItemBody body) {
    wrote(here, quiz.unsaved().body(here.item()), body);
    quiz.unsaved().refused(here.id(), revision, body);
    card.keep();
    screen.around();
  }

  /** Nothing else than what is said counts as saved: fields may hold what was refused. */
  void saved(String itemId, ObjectNode said) {
    head.saved(
        Times.ofDay(clock.instant(), author, card.locale()),
        ItemCard.inTheBrowser(quiz.draft(), itemId),
        said,
        more());
  }

  /** Until one has chosen nothing is saved; the choice takes along what was typed until then. */
  private void ask(ItemCard.Open here, SaveOutcome.Conflict conflict) {
    asking = true;
    card.keep();
    screen.around();
    String when = Times.of(conflict.newest().changedAt(), author, card.locale());
    card.notice(
        new ConflictPanel(
            quiz.draft(), conflict, when, () -> keepMine(here, conflict), () -> takeTheirs(here)));
  }

  private void keepMine(ItemCard.Open here, SaveOutcome.Conflict conflict) {
    asking = false;
    DraftItem theirs = conflict.newest();
    ItemCard.Open mine = card.over(here, theirs, ItemCard.fields(screen.form(theirs.body())));
    var unused = save(mine, mine.revision(), mine.form().body());
    card.focus();
  }

  private void takeTheirs(ItemCard.Open here) {
    asking = false;
    quiz.unsaved().settled(here.id());
    card.forget();
    screen.open(here.id());
  }
}
