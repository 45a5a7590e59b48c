package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.authoring.ui.WriteView;
import app.keypoint.content.Finding.Severity;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import tools.jackson.databind.node.ObjectNode;

/** The quiz's title, whether all is saved, and what can be done with the quiz as a whole. */
final class EditorHead extends Header {

  private final H1 title = new H1();
  private final Span saved = new Span();
  private final Span state = new Span();
  private final NativeButton undo;
  private final NativeButton redo;
  private final Div actions = new Div();
  private final Div late = new Div();
  private String lateWords = "";

  /** What the buttons do. */
  record Actions(
      Runnable undo,
      Runnable redo,
      Runnable trial,
      Runnable history,
      Runnable learners,
      Runnable share,
      Runnable publish) {}

  EditorHead(Actions does) {
    addClassNames("view-header", "editor-head");
    RouterLink back = new RouterLink(getTranslation("authoring.list"), WriteView.class);
    back.addClassName("small");
    state.addClassNames("muted", "small");
    saved.addClassNames("saved", "muted", "small");
    Div words = new Div(back, title, state, saved);
    words.addClassName("words");
    undo = plain("authoring.undo", does.undo());
    redo = plain("authoring.redo", does.redo());
    Button keys =
        new Button(getTranslation("authoring.shortcuts"), click -> new ShortcutsDialog().open());
    Button trial = new Button(getTranslation("authoring.try"), click -> does.trial().run());
    Button history = new Button(getTranslation("authoring.history"), click -> does.history().run());
    Button learners = new Button(getTranslation("authoring.heard"), click -> does.learners().run());
    Button share = new Button(getTranslation("authoring.share"), click -> does.share().run());
    Button publish = new Button(getTranslation("authoring.publish"), click -> does.publish().run());
    publish.addThemeVariants(ButtonVariant.PRIMARY);
    actions.add(undo, redo, keys, trial, history, learners, share, publish);
    actions.addClassName("actions");
    saving("authoring.saving");
    late.addClassName("late");
    add(words, actions, late);
  }

  void show(Draft draft, DraftCheck check, UndoHistory history) {
    title.setText(ItemNames.title(draft.summary().title(), this));
    long errors = check.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    long hints = check.findings().size() - errors;
    state.setText(getTranslation("authoring.state", errors, hints));
    String words = late(draft.summary());
    if (!words.equals(lateWords)) {
      lateWords = words;
      late.removeAll();
      if (!words.isEmpty()) {
        late.add(Alerts.problem(words));
      }
    }
    undo.setEnabled(history.canUndo());
    redo.setEnabled(history.canRedo());
  }

  /** Empty when learners have what they are to have. */
  private String late(DraftSummary quiz) {
    if (quiz.reached()) {
      return "";
    }
    return quiz.edition() == null
        ? getTranslation("authoring.late.withdrawn.text")
        : getTranslation("authoring.late.text", quiz.edition());
  }

  /**
   * Something was saved. The browser says so unless it still has words that were not.
   *
   * @param item the part that was saved, as the card names it
   * @param said what was saved of it
   * @param more whether something else could not be saved
   */
  void saved(String time, String item, ObjectNode said, boolean more) {
    saved.setText(getTranslation("authoring.saved", time));
    kept(item, said, more);
  }

  /** The same of what was there already. */
  void kept(String item, ObjectNode said, boolean more) {
    saved
        .getElement()
        .executeJs("window.keypointEditor?.saved(this, $0, $1, $2)", item, said, more);
  }

  /** What is shown while something is not saved: that it is on its way, or that it is not. */
  void unsaved(boolean some) {
    saving(some ? "authoring.not-saved" : "authoring.saving");
  }

  /** Shown by the browser in place of when it was saved, from what is typed until it is saved. */
  private void saving(String key) {
    saved.getElement().setAttribute("data-saving", getTranslation(key));
  }

  private NativeButton plain(String key, Runnable action) {
    NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
    button.addClassName("plain");
    return button;
  }
}
