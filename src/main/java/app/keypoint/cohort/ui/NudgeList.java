package app.keypoint.cohort.ui;

import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Nudge;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who needs a nudge and why, the most pressing first. */
class NudgeList extends Section {

  /** So many are shown; the others are found in the learners' table. */
  private static final int MOST = 6;

  private final H2 title;
  private final List<Row> rows;
  private final List<Row> listed = new ArrayList<>();
  private final List<NudgeReason> reasons = new ArrayList<>();

  /** Nudges of those who are listed, as they are now. */
  private final Map<Long, List<Nudge>> now = new HashMap<>();

  /** What makes the list the one it is, whatever the numbers in it are. */
  private record Row(long learnerId, String name, Nudge.Kind kind, Nudge.Level level) {

    static List<Row> of(List<Dashboard.Member> members) {
      return members.stream()
          .flatMap(
              member ->
                  member.nudges().stream()
                      .map(
                          nudge ->
                              new Row(
                                  member.learnerId(), member.name(), nudge.kind(), nudge.level())))
          .toList();
    }
  }

  /**
   * @param all shows everybody who needs one
   */
  NudgeList(Dashboard dashboard, NudgeActions actions, Runnable all) {
    addClassNames("card", "nudges");
    List<Dashboard.Member> members = dashboard.toNudge();
    rows = Row.of(members);
    title = new H2(getTranslation("cohort.nudges.title", members.size()));
    title.getElement().setAttribute("tabindex", "-1");
    add(title);
    if (members.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("cohort.nudges.none"));
      none.addClassName("muted");
      add(none, actions.hidden(this, 0));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    for (Dashboard.Member member : first(members)) {
      long id = member.learnerId();
      now.put(id, member.nudges());
      RouterLink name =
          new RouterLink(
              member.name(),
              CohortLearnerView.class,
              CohortLearnerView.route(dashboard.cohort().id(), id));
      Div who =
          new Div(
              name,
              actions.message(this, member.name(), () -> Objects.requireNonNull(now.get(id))));
      who.addClassName("who");
      ListItem item = new ListItem(who);
      for (Nudge nudge : member.nudges()) {
        NudgeReason reason = actions.reason(this, id, member.name(), nudge);
        reasons.add(reason);
        item.add(reason);
      }
      list.add(item);
    }
    listed.addAll(Row.of(first(members)));
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

  private static List<Dashboard.Member> first(List<Dashboard.Member> members) {
    return members.subList(0, Math.min(MOST, members.size()));
  }

  /**
   * Shows other numbers where they stand, so that focus and what was opened stay.
   *
   * @return false when there are other reasons or other people, and the list has to be another one
   */
  boolean show(Dashboard dashboard) {
    List<Dashboard.Member> members = dashboard.toNudge();
    if (!Row.of(members).equals(rows)) {
      return false;
    }
    int nth = 0;
    for (Dashboard.Member member : first(members)) {
      now.put(member.learnerId(), member.nudges());
      for (Nudge nudge : member.nudges()) {
        reasons.get(nth++).show(nudge);
      }
    }
    return true;
  }

  /** Puts the focus on the reason that took the place of the one gone since. */
  void focusOnNextAfter(NudgeList before) {
    for (int i = 0; i < before.listed.size() && !reasons.isEmpty(); i++) {
      if (!listed.contains(before.listed.get(i))) {
        reasons.get(Math.min(i, reasons.size() - 1)).focusOnDismissing();
        return;
      }
    }
    title.getElement().callJsFunction("focus");
  }
}
