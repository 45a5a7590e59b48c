package app.keypoint.reminder.ui;

import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.reminder.EmailReminders;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where learners choose how they are reminded. */
@Route("settings/reminders")
@PermitAll
class ReminderSettingsView extends Div implements HasDynamicTitle {

  ReminderSettingsView(CalendarFeeds feeds, EmailReminders emails, CurrentAccount current) {
    Account learner = current.get();
    addClassName("settings");
    add(
        new PageHeader(getTranslation("reminder.title"), getTranslation("reminder.text")),
        new SettingsNav("settings/reminders"),
        new FeedCard(feeds, learner),
        new EmailCard(emails, learner));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("reminder.title");
  }
}
