package app.keypoint.content.ui;

import app.keypoint.content.ProblemReports;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks what is wrong with a question. */
public class ReportDialog extends Dialog {

  private final TextArea note = new TextArea();
  private final Function<String, @Nullable Runnable> onReport;

  /**
   * @param onReport called with a note that is neither blank nor too long; gives what takes the
   *     report back, or null when nothing was reported
   */
  public ReportDialog(Function<String, @Nullable Runnable> onReport) {
    this.onReport = onReport;
    setHeaderTitle(getTranslation("content.report"));
    note.setLabel(getTranslation("content.report-note"));
    note.setMaxLength(ProblemReports.MAX_NOTE);
    note.setWidthFull();
    note.setMinRows(4);
    add(new Paragraph(getTranslation("content.report-who")), note);
    NativeButton cancel =
        new NativeButton(getTranslation("content.report-cancel"), click -> close());
    cancel.addClassName("btn");
    NativeButton send = new NativeButton(getTranslation("content.report-send"), click -> send());
    send.addClassNames("btn", "primary");
    getFooter().add(cancel, send);
    setWidth("480px");
  }

  /** A button that opens this dialog, for the actions of a {@link QuestionScreen}. */
  public static NativeButton button(Function<String, @Nullable Runnable> onReport) {
    Span icon = new Span();
    icon.addClassNames("icon", "report");
    NativeButton button = new NativeButton();
    button.add(icon);
    button.addClassName("plain");
    String label = UI.getCurrent().getTranslation("content.report");
    button.setAriaLabel(label);
    button.getElement().setAttribute("title", label + " (!)");
    button.getElement().setAttribute("data-key", "!");
    button.addClickListener(
        click -> {
          ReportDialog dialog = new ReportDialog(onReport);
          dialog.open();
          dialog.note.focus();
        });
    return button;
  }

  private void send() {
    if (note.getValue().isBlank()) {
      Alerts.at(note, getTranslation("content.report-empty"));
      return;
    }
    Runnable withdraw;
    try {
      withdraw = onReport.apply(note.getValue());
    } catch (ProblemReports.TooManyReports e) {
      note.setErrorMessage(getTranslation("content.report-enough", ProblemReports.MAX_A_DAY));
      note.setInvalid(true);
      return;
    }
    close();
    if (withdraw != null) {
      thank(withdraw);
    }
  }

  private void thank(Runnable withdraw) {
    Notification thanks = new Notification();
    NativeButton undo =
        new NativeButton(
            getTranslation("content.report-withdraw"),
            click -> {
              withdraw.run();
              thanks.close();
              Notification.show(getTranslation("content.report-withdrawn"));
            });
    undo.addClassName("link");
    Div words = new Div(new Span(getTranslation("content.report-thanks")), undo);
    words.addClassName("toolbar");
    thanks.add(words);
    thanks.setDuration(8_000);
    thanks.open();
  }
}
