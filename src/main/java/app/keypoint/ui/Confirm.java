package app.keypoint.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done. */
public final class Confirm {

  private Confirm() {}

  /**
   * Asks before something that loses no work, or that can be done again.
   *
   * @param yes on the button that does it
   * @param no on the button that leaves all as it is
   */
  public static void ask(String title, String text, String yes, String no, Runnable action) {
    dialog(title, text, yes, no, action).open();
  }

  /** The same before something is lost: the keyboard begins on what leaves all as it is. */
  public static void askToLose(String title, String text, String yes, String no, Runnable action) {
    ConfirmDialog dialog = dialog(title, text, yes, no, action);
    dialog.setConfirmButtonTheme("error primary");
    // The dialog focuses what it confirms by, once it is open.
    dialog
        .getElement()
        .executeJs(
            """
            const [yes, no] = ['confirm', 'cancel'].map(
                which => this.querySelector(`[slot=${which}-button]`));
            yes.addEventListener('focus', () => setTimeout(() => no.focus()), { once: true });
            """);
    dialog.open();
  }

  private static ConfirmDialog dialog(
      String title, String text, String yes, String no, Runnable action) {
    ConfirmDialog dialog = new ConfirmDialog(title, text, yes, _ -> action.run());
    dialog.setCancelable(true);
    dialog.setCancelText(no);
    return dialog;
  }
}
