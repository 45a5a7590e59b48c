package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.content.Finding.Severity;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** The quiz's title, whether all is saved, and what can be done with the quiz as a whole. */
final class EditorHead extends Header {

  private final H1 title = new H1();
  private final Span saved = new Span();
  private final Span state = new Span();
  private final NativeButton undo;
  private final NativeButton redo;
  private final Div actions = new Div();

  EditorHead(Runnable onUndo, Runnable onRedo, Runnable onTry) {
    addClassNames("view-header", "editor-head");
    RouterLink back = new RouterLink(getTranslation("authoring.list"), WriteView.class);
    back.addClassName("small");
    state.addClassNames("muted", "small");
    saved.addClassNames("saved", "muted", "small");
    saved.getElement().setAttribute("data-saving", getTranslation("authoring.saving"));
    Div words = new Div(back, title, state, saved);
    words.addClassName("words");
    undo = plain("authoring.undo", onUndo);
    redo = plain("authoring.redo", onRedo);
    Button keys =
        new Button(getTranslation("authoring.shortcuts"), click -> new ShortcutsDialog().open());
    Button trial = new Button(getTranslation("authoring.try"), click -> onTry.run());
    actions.add(undo, redo, keys, trial);
    actions.addClassName("actions");
    add(words, actions);
  }

  void show(Draft draft, DraftCheck check, Steps steps) {
    title.setText(Names.title(draft.summary().title(), this));
    long errors = check.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    long hints = check.findings().size() - errors;
    state.setText(getTranslation("authoring.state", errors, hints));
    undo.setEnabled(steps.canUndo());
    redo.setEnabled(steps.canRedo());
  }

  /** All that was typed is kept. */
  void saved(String time) {
    saved.setText(getTranslation("authoring.saved", time));
    saved.getElement().executeJs("window.keypointEditor?.saved(this)");
  }

  private NativeButton plain(String key, Runnable action) {
    NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
    button.addClassName("plain");
    return button;
  }
}
