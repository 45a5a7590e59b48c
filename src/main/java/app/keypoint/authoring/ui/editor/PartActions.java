package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is done to parts as a whole: added, moved, retired; and any change taken back. */
final class PartActions {

  private final Drafts drafts;
  private final long authorId;
  private final Clock clock;
  private final OpenDraft quiz;
  private final ItemCard card;
  private final PartSaver saver;
  private final EditorScreen screen;

  PartActions(
      Drafts drafts,
      long authorId,
      Clock clock,
      OpenDraft quiz,
      ItemCard card,
      PartSaver saver,
      EditorScreen screen) {
    this.drafts = drafts;
    this.authorId = authorId;
    this.clock = clock;
    this.quiz = quiz;
    this.card = card;
    this.saver = saver;
    this.screen = screen;
  }

  void addPoint(String passage) {
    add(new ItemBody.KeyPoint("", "", "", 0, passage));
  }

  void addQuestion() {
    ItemCard.Open here = card.open();
    ItemBody.Type type = ItemBody.Type.SINGLE;
    String point = "";
    if (here != null) {
      switch (here.item().body()) {
        case ItemBody.KeyPoint body -> point = here.id();
        case ItemBody.Question body -> {
          point = body.keyPointId();
          type = body.type();
        }
        case ItemBody.Heading body -> {}
        case ItemBody.Article body -> {}
      }
    }
    List<DraftItem> points = quiz.draft().live(ItemKind.KEY_POINT);
    if (point.isEmpty() && !points.isEmpty()) {
      point = points.getLast().id();
    }
    add(ItemBody.Question.empty(type, point));
  }

  /** After the one of its kind that is open, or else where the outline will show it. */
  private void add(ItemBody body) {
    if (saver.asked()) {
      return;
    }
    ItemCard.Open here = card.open();
    String open = here == null ? "" : here.id();
    try {
      // Places are those of now: another author may have added parts since.
      Draft now = drafts.draft(authorId, quiz.draft().id());
      DraftItem item = drafts.add(authorId, now.id(), Places.ofNew(now, open, body), body);
      quiz.history().did(new UndoHistory.Retired(item.id(), false), clock.instant());
      saver.saved(item.id(), ItemCard.nothing());
      screen.open(item.id());
    } catch (Drafts.TooMuch e) {
      tell("authoring.too-much");
    }
  }

  void duplicate() {
    ItemCard.Open here = card.open();
    if (here == null || !movable(here.kind()) || saver.asked()) {
      return;
    }
    if (quiz.unsaved().of(here.id()).isPresent()) {
      tell("authoring.duplicate.unsaved");
    } else {
      add(here.item().body());
    }
  }

  void move(int by) {
    ItemCard.Open here = card.open();
    if (here == null || !movable(here.kind()) || saver.asked()) {
      return;
    }
    quiz.reload();
    Places.moved(quiz.draft(), here.id(), by).ifPresent(this::did);
    screen.refresh();
  }

  void retire(boolean retired) {
    ItemCard.Open here = card.open();
    if (here != null && movable(here.kind()) && !saver.asked()) {
      did(new UndoHistory.Retired(here.id(), retired));
      screen.open(here.id());
    }
  }

  void retireOrBack() {
    ItemCard.Open here = card.open();
    if (here != null) {
      retire(!quiz.draft().item(here.id()).orElseThrow().retired());
    }
  }

  private static boolean movable(ItemKind kind) {
    return kind == ItemKind.KEY_POINT || kind == ItemKind.QUESTION;
  }

  void undo() {
    if (!saver.asked()) {
      quiz.history().undo().ifPresent(this::again);
    }
  }

  void redo() {
    if (!saver.asked()) {
      quiz.history().redo().ifPresent(this::again);
    }
  }

  private void again(UndoHistory.Edit edit) {
    quiz.reload();
    if (!apply(edit)) {
      tell("authoring.undo.changed");
    }
    screen.open(edit.itemId());
  }

  private void did(UndoHistory.Edit edit) {
    var unused = apply(edit);
    quiz.history().did(edit, clock.instant());
  }

  private boolean apply(UndoHistory.Edit edit) {
    ObjectNode said = edit instanceof UndoHistory.Wrote ? known(edit.itemId()) : ItemCard.nothing();
    boolean done = quiz.apply(edit);
    if (done) {
      saver.saved(edit.itemId(), said);
    }
    return done;
  }

  /** What the server knows of a part's fields, which another wording is to take the place of. */
  private ObjectNode known(String itemId) {
    ItemCard.Open here = card.open();
    if (here != null && here.id().equals(itemId)) {
      return card.said(itemId);
    }
    return quiz.unsaved()
        .of(itemId)
        .map(refused -> ItemCard.said(refused.revision(), screen.form(refused.body())))
        .orElseGet(ItemCard::nothing);
  }

  private void tell(String key) {
    Notification.show(card.getTranslation(key));
  }
}
