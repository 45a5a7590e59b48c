package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.identity.GoneException;
import app.keypoint.progress.Invitations;
import app.keypoint.progress.Invitations.Invitation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.text.ListFormat;
import java.util.List;

/** Cohorts that ask whether the learner wants to be a member. */
final class InvitationList extends Section {

  private final Invitations invitations;
  private final long learnerId;
  private final Runnable answered;

  /**
   * @param answered called after an answer that the screen should show
   */
  InvitationList(
      Invitations invitations, long learnerId, List<Invitation> open, Runnable answered) {
    this.invitations = invitations;
    this.learnerId = learnerId;
    this.answered = answered;
    addClassNames("card", "invitations");
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    open.forEach(invitation -> list.add(row(invitation)));
    add(new H2(text("invitations.title", open.size())), list);
  }

  private ListItem row(Invitation invitation) {
    Span who =
        new Span(
            text(
                "invitations.about",
                ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                    .format(invitation.instructors())));
    who.addClassNames("muted", "small");
    Div words = new Div(new Span(invitation.cohort()), who);
    words.addClassName("stacked");
    Button accept =
        new Button(
            text("invitations.accept"),
            click ->
                answer(
                    () ->
                        Notification.show(
                            text(
                                "invitations.accepted",
                                invitations.accept(learnerId, invitation.cohortId())))));
    accept.setAriaLabel(text("invitations.accept.label", invitation.cohort()));
    Button refuse =
        new Button(
            text("invitations.refuse"),
            click ->
                answer(
                    () -> {
                      invitations.refuse(learnerId, invitation.cohortId());
                      Notification.show(text("invitations.refused", invitation.cohort()));
                    }));
    refuse.setAriaLabel(text("invitations.refuse.label", invitation.cohort()));
    Div answers = new Div(accept, refuse);
    answers.addClassName("actions");
    ListItem item = new ListItem(words, answers);
    item.addClassName("invitation");
    return item;
  }

  /** Answered in another tab, or taken back: then it is not there any more either. */
  private void answer(Runnable answer) {
    try {
      answer.run();
    } catch (GoneException e) {
      Notification.show(text("invitations.gone"));
    }
    answered.run();
  }
}
