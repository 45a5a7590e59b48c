package app.keypoint.cohort.ui;

import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Nudge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Who needs a nudge and why, the most pressing first. */
class NudgeList extends Section {

  /** Hides one nudge for a while. */
  interface Dismissal {
    void dismiss(long learnerId, Nudge nudge);
  }

  /** So many are shown; the others are found in the learners' table. */
  private static final int MOST = 6;

  /**
   * @param all shows everybody who needs one
   */
  NudgeList(Dashboard dashboard, Dismissal dismissal, Runnable all) {
    addClassNames("card", "nudges");
    List<Dashboard.Member> members = dashboard.toNudge();
    add(new H2(getTranslation("cohort.nudges.title", members.size())));
    if (members.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("cohort.nudges.none"));
      none.addClassName("muted");
      add(none);
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    for (Dashboard.Member member : members.subList(0, Math.min(MOST, members.size()))) {
      ListItem item =
          new ListItem(
              new RouterLink(
                  member.name(),
                  CohortLearnerView.class,
                  CohortLearnerView.route(dashboard.cohort().id(), member.learnerId())));
      member
          .nudges()
          .forEach(
              nudge ->
                  item.add(
                      reason(
                          this,
                          nudge,
                          member.name(),
                          () -> dismissal.dismiss(member.learnerId(), nudge))));
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
    add(about);
  }

  /** One reason with its level and the button that hides it. */
  static Div reason(Component in, Nudge nudge, String name, Runnable dismiss) {
    String words = NudgeText.reason(in, nudge);
    NativeButton button =
        new NativeButton(in.getTranslation("cohort.nudges.dismiss"), click -> dismiss.run());
    button.addClassNames("link");
    button.setAriaLabel(in.getTranslation("cohort.nudges.dismiss-one", name, words));
    Div reason = new Div(NudgeText.level(in, nudge.level()), new Span(words), button);
    reason.addClassName("reason");
    return reason;
  }
}
