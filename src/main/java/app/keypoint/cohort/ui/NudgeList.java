package app.keypoint.cohort.ui;

import app.keypoint.cohort.Dashboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Who needs a nudge and why, the most pressing first. */
class NudgeList extends Section {

  /** So many are shown; the others are found in the learners' table. */
  private static final int MOST = 6;

  /**
   * @param all shows everybody who needs one
   */
  NudgeList(Dashboard dashboard, NudgeActions actions, Runnable all) {
    addClassNames("card", "nudges");
    List<Dashboard.Member> members = dashboard.toNudge();
    add(new H2(getTranslation("cohort.nudges.title", members.size())));
    if (members.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("cohort.nudges.none"));
      none.addClassName("muted");
      add(none, actions.hidden(this, 0));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    for (Dashboard.Member member : members.subList(0, Math.min(MOST, members.size()))) {
      RouterLink name =
          new RouterLink(
              member.name(),
              CohortLearnerView.class,
              CohortLearnerView.route(dashboard.cohort().id(), member.learnerId()));
      Div who = new Div(name, actions.message(this, member.name(), member.nudges()));
      who.addClassName("who");
      ListItem item = new ListItem(who);
      member
          .nudges()
          .forEach(
              nudge -> item.add(actions.reason(this, member.learnerId(), member.name(), nudge)));
      list.add(item);
    }
    add(list);
    if (members.size() > MOST) {
      NativeButton more =
          new NativeButton(getTranslation("cohort.nudges.all", members.size()), _ -> all.run());
      more.addClassName("link");
      add(more);
    }
    Paragraph about = new Paragraph(getTranslation("cohort.nudges.about"));
    about.addClassNames("muted", "small");
    add(about, actions.hidden(this, 0));
  }
}
