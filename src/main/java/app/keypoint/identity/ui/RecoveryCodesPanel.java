package app.keypoint.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Recovery codes, shown this once, to be copied or taken along as a file. */
public class RecoveryCodesPanel extends Div {

  public RecoveryCodesPanel(List<String> codes, String doneKey, Runnable done) {
    addClassName("recovery");
    H3 heading = new H3(getTranslation("identity.recovery.heading"));
    heading.getElement().setAttribute("tabindex", "-1");
    Paragraph explanation = new Paragraph(getTranslation("identity.recovery.explanation"));
    OrderedList list = new OrderedList();
    codes.forEach(code -> list.add(new ListItem(new Code(code))));
    String text = String.join("\n", codes) + "\n";
    Div actions = new Div(copy(text), download(text));
    actions.addClassName("actions");
    NativeButton next = new NativeButton(getTranslation(doneKey), click -> done.run());
    next.addClassNames("btn", "primary");
    add(heading, explanation, list, actions, next);
    // It has taken the place of what had the focus.
    heading.getElement().executeJs("this.focus()");
  }

  private Button copy(String text) {
    Button button = new Button(getTranslation("identity.recovery.copy"));
    Clipboard.onClick(button)
        .writeText(
            text,
            copied -> Notification.show(getTranslation("identity.recovery.copied")),
            refused -> Notification.show(getTranslation("identity.recovery.notCopied")));
    return button;
  }

  /** A link that holds the file itself, so that no address of the server ever does. */
  private Anchor download(String text) {
    String file = getTranslation("identity.recovery.file") + "\n\n" + text;
    Anchor link = new Anchor();
    link.setText(getTranslation("identity.recovery.download"));
    link.addClassName("btn");
    link.getElement()
        .setAttribute(
            "href",
            "data:text/plain;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8)))
        .setAttribute("download", "keypoint-recovery-codes.txt");
    return link;
  }
}
