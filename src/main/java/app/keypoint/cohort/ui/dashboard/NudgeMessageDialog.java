package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.content.ui.QuizTexts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.stream.Collectors;

/** A message to a learner that the instructor copies and sends as they like; none goes out here. */
class NudgeMessageDialog extends Dialog {

  private static final int MAX = 5_000;

  NudgeMessageDialog(String name, String cohort, List<Nudge> nudges, String address) {
    setHeaderTitle(getTranslation("cohort.message.title", name));
    setWidth("560px");
    Paragraph about = new Paragraph(getTranslation("cohort.message.about"));
    about.addClassNames("muted", "small");
    TextArea text = new TextArea(getTranslation("cohort.message.text"));
    text.setValue(words(this, name, cohort, nudges, address));
    text.setMaxLength(MAX);
    text.setWidthFull();
    text.setMinRows(8);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    Button copy = new Button(getTranslation("cohort.message.copy"));
    copy.addThemeVariants(ButtonVariant.PRIMARY);
    Clipboard.onClick(copy)
        .writeText(
            text,
            copied -> Notification.show(getTranslation("cohort.message.copied")),
            refused -> Notification.show(getTranslation("cohort.message.not-copied")));
    add(about, text);
    getFooter().add(new Button(getTranslation("cohort.message.close"), click -> close()), copy);
  }

  /** The whole message. */
  static String words(
      Component in, String name, String cohort, List<Nudge> nudges, String address) {
    String reasons =
        nudges.stream().map(nudge -> "- " + reason(in, nudge)).collect(Collectors.joining("\n"));
    return in.getTranslation("cohort.message.hello", name)
        + "\n\n"
        + in.getTranslation("cohort.message.begin", cohort)
        + "\n"
        + reasons
        + "\n\n"
        + in.getTranslation("cohort.message.end", address);
  }

  /** As said to the learner; numbers of others are not theirs to read. */
  private static String reason(Component in, Nudge nudge) {
    return switch (nudge) {
      case Nudge.NotStarted it -> in.getTranslation("cohort.message.not-started", it.days());
      case Nudge.NoReview it -> in.getTranslation("cohort.message.no-review", it.days());
      case Nudge.Overdue it -> in.getTranslation("cohort.message.overdue", it.cards());
      case Nudge.RetentionFell it -> in.getTranslation("cohort.message.retention-fell");
      case Nudge.AssignmentLate it ->
          in.getTranslation(
              "cohort.message.assignment-late", QuizTexts.title(it.quiz()), it.days(), it.others());
      case Nudge.Suspended it -> in.getTranslation("cohort.message.suspended", it.cards(), it.of());
    };
  }
}
