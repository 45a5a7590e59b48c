package app.keypoint.cohort.ui;

import app.keypoint.cohort.JoinCode;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.Memberships.Membership;
import app.keypoint.cohort.RemovedMemberException;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.ListFormat;
import java.util.List;

/** Where a learner joins a cohort by its code, sees their cohorts and leaves them. */
@Route("join")
@PermitAll
class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Memberships memberships;
  private final Account learner;
  private final TextField code = new TextField(getTranslation("cohort.join.code"));
  private final Section own = new Section();

  JoinView(Memberships memberships, CurrentAccount current) {
    this.memberships = memberships;
    this.learner = current.get();
    addClassNames("join", "narrow");
    code.setPlaceholder("K7Q-4MD");
    code.setMaxLength(JoinCode.MAX_TYPED);
    Button join = new Button(getTranslation("cohort.join.button"), click -> join());
    join.addThemeVariants(ButtonVariant.PRIMARY);
    join.addClickShortcut(Key.ENTER).listenOn(code);
    Div form = new Div(code, join);
    form.addClassName("form");
    Section card = new Section(form);
    card.addClassName("card");
    own.addClassName("card");
    add(
        new PageHeader(getTranslation("cohort.join.title"), getTranslation("cohort.join.about")),
        card,
        own);
    showOwn();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event.getLocation().getQueryParameters().getSingleParameter("code").ifPresent(code::setValue);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("cohort.join.title");
  }

  private void join() {
    try {
      Membership joined = memberships.join(learner.id(), code.getValue());
      code.clear();
      code.setInvalid(false);
      Notification.show(getTranslation("cohort.join.done", joined.cohort()));
      showOwn();
    } catch (IllegalArgumentException e) {
      refuse(getTranslation("cohort.join.unknown"));
    } catch (RemovedMemberException e) {
      refuse(getTranslation("cohort.join.removed"));
    } catch (TooManyAttempts e) {
      refuse(getTranslation("cohort.join.wait", e.getRetryAfter().toMinutes() + 1));
    }
  }

  private void refuse(String why) {
    Alerts.at(code, why);
  }

  private void showOwn() {
    List<Membership> cohorts = memberships.of(learner.id());
    own.removeAll();
    own.setVisible(!cohorts.isEmpty());
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    cohorts.forEach(membership -> list.add(new ListItem(item(membership))));
    own.add(new H2(getTranslation("cohort.join.own")), list);
  }

  private Component item(Membership membership) {
    Span instructors =
        new Span(
            getTranslation(
                "cohort.join.instructor", membership.instructors().size(), names(membership)));
    instructors.addClassNames("muted", "small");
    Button leave = new Button(getTranslation("cohort.leave"), click -> confirmLeaving(membership));
    leave.setAriaLabel(getTranslation("cohort.leave.title", membership.cohort()));
    Div words = new Div(new Span(membership.cohort()), instructors);
    if (membership.notes() > 0) {
      Span notes = new Span(getTranslation("cohort.notes.kept", membership.notes()));
      notes.addClassNames("muted", "small");
      words.add(notes);
    }
    if (membership.archived()) {
      words.add(new Tag(getTranslation("cohort.archived"), Tag.Kind.PLAIN));
    }
    Div item = new Div(words, leave);
    item.addClassName("membership");
    return item;
  }

  private String names(Membership membership) {
    return ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(membership.instructors());
  }

  private void confirmLeaving(Membership membership) {
    Confirm.ask(
        getTranslation("cohort.leave.title", membership.cohort()),
        getTranslation("cohort.leave.confirm", membership.instructors().size(), names(membership)),
        getTranslation("cohort.leave"),
        getTranslation("cohort.cancel"),
        () -> {
          memberships.leave(learner.id(), membership.cohortId());
          showOwn();
        });
  }
}
