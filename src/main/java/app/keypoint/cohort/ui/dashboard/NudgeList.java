package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.ui.learner.CohortLearnerView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who needs a nudge and why, the most pressing first. Whoever stands in it stays where they are
 * while others come and go, so that nothing moves from under whoever reads it or is about to press
 * a key.
 */
class NudgeList extends Section {

  /** So many are shown at first. */
  private static final int FEW = 6;

  /** And so many more each time that more are asked for. */
  private static final int MORE = 24;

  private final Supplier<NudgeActions> acting;
  private final H2 title = new H2();
  private final Paragraph none = new Paragraph();
  private final UnorderedList list = new UnorderedList();
  private final NativeButton more = new NativeButton();
  private final NativeButton all = new NativeButton();
  private final Paragraph about = new Paragraph(getTranslation("cohort.nudges.about"));
  private final Div hidden = new Div();
  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private Dashboard shown;
  private NudgeActions actions;
  private int most = FEW;

  /** Somebody with their reasons. */
  private final class Entry extends ListItem {

    private final String name;
    private final Map<Nudge.Kind, NudgeReason> reasons = new LinkedHashMap<>();
    private List<Nudge> now = List.of();

    Entry(Dashboard.Member member) {
      name = member.name();
      RouterLink link =
          new RouterLink(
              name,
              CohortLearnerView.class,
              CohortLearnerView.route(shown.cohort().id(), member.learnerId()));
      Div who = new Div(link, actions.message(NudgeList.this, name, () -> now));
      who.addClassName("who");
      add(who);
    }

    /** Their reasons as they are now; one that stays is the same on the page. */
    void show(Dashboard.Member member) {
      now = member.nudges();
      Set<Nudge.Kind> kinds = now.stream().map(Nudge::kind).collect(Collectors.toSet());
      List.copyOf(reasons.keySet()).stream()
          .filter(kind -> !kinds.contains(kind))
          .forEach(kind -> remove(Objects.requireNonNull(reasons.remove(kind))));
      for (Nudge nudge : now) {
        NudgeReason reason = reasons.get(nudge.kind());
        if (reason == null) {
          reason = actions.reason(NudgeList.this, member.learnerId(), name, nudge);
          reasons.put(nudge.kind(), reason);
          add(reason);
        } else {
          reason.show(nudge);
        }
      }
    }
  }

  /**
   * @param acting what can be done, asked for anew when there are other reasons
   * @param everybody shows all who need one in the table
   */
  NudgeList(Dashboard dashboard, Supplier<NudgeActions> acting, Runnable everybody) {
    this.acting = acting;
    this.actions = acting.get();
    this.shown = dashboard;
    addClassNames("card", "nudges");
    title.getElement().setAttribute("tabindex", "-1");
    none.addClassName("muted");
    list.addClassName("rows");
    more.addClassName("link");
    more.addClickListener(_ -> showMore());
    all.addClassName("link");
    all.addClickListener(_ -> everybody.run());
    Div buttons = new Div(more, all);
    buttons.addClassNames("toolbar", "more");
    about.addClassNames("muted", "small");
    add(title, none, list, buttons, about, hidden);
    arrange();
    showHidden();
  }

  /**
   * Shows what changed where it stands.
   *
   * @param dealtWith whether a colleague dismissed a reason or wrote a note since
   */
  void show(Dashboard dashboard, boolean dealtWith) {
    boolean same = !dealtWith && kinds(dashboard).equals(kinds(shown));
    shown = dashboard;
    if (!same) {
      actions = acting.get();
      showHidden();
    }
    arrange();
  }

  /** After a deed of the reader's own, which may have changed notes as well. */
  void showAfter(Dashboard dashboard) {
    List<NudgeReason> before = reasons();
    shown = dashboard;
    actions = acting.get();
    showHidden();
    arrange();
    focusOnNextAfter(before);
  }

  private void showMore() {
    List<NudgeReason> before = reasons();
    most = Math.max(most, entries.size()) + MORE;
    arrange();
    reasons().stream()
        .filter(reason -> !before.contains(reason))
        .findFirst()
        .ifPresent(NudgeReason::focusOnDismissing);
  }

  private void arrange() {
    List<Dashboard.Member> members = shown.toNudge();
    title.setText(getTranslation("cohort.nudges.title", members.size()));
    none.setText(members.isEmpty() ? none() : "");
    none.setVisible(members.isEmpty());
    list.setVisible(!members.isEmpty());
    about.setVisible(!members.isEmpty());
    place(members);
    int left = members.size() - entries.size();
    more.setText(left == 0 ? "" : getTranslation("cohort.nudges.more", Math.min(MORE, left)));
    more.setVisible(left > 0);
    all.setText(left == 0 ? "" : getTranslation("cohort.nudges.all", members.size()));
    all.setVisible(left > 0);
  }

  /** Puts newcomers before the first who is less pressing, and moves nobody. */
  private void place(List<Dashboard.Member> members) {
    Map<Long, Integer> rank = new HashMap<>();
    for (Dashboard.Member member : members) {
      rank.put(member.learnerId(), rank.size());
    }
    List.copyOf(entries.keySet()).stream()
        .filter(id -> !rank.containsKey(id))
        .forEach(id -> list.remove(Objects.requireNonNull(entries.remove(id))));
    List<Long> order = new ArrayList<>(entries.keySet());
    Set<Long> present = new HashSet<>(order);
    for (Dashboard.Member member : members.subList(0, Math.min(most, members.size()))) {
      if (present.add(member.learnerId())) {
        int at = 0;
        while (at < order.size() && rank(rank, order.get(at)) < rank(rank, member.learnerId())) {
          at++;
        }
        Entry entry = new Entry(member);
        order.add(at, member.learnerId());
        list.addComponentAtIndex(at, entry);
        entries.put(member.learnerId(), entry);
      }
    }
    Map<Long, Entry> ordered = new LinkedHashMap<>();
    order.forEach(id -> ordered.put(id, Objects.requireNonNull(entries.get(id))));
    entries.clear();
    entries.putAll(ordered);
    members.forEach(
        member -> {
          Entry entry = entries.get(member.learnerId());
          if (entry != null) {
            entry.show(member);
          }
        });
  }

  private static int rank(Map<Long, Integer> ranks, long learnerId) {
    return Objects.requireNonNull(ranks.get(learnerId));
  }

  /** Nobody is on track by having had their reasons put away. */
  private String none() {
    int putAway = shown.dealtWith();
    return putAway == 0
        ? getTranslation("cohort.nudges.none")
        : getTranslation("cohort.nudges.dealt-with", putAway);
  }

  /** As open as it was. Only with other actions, or an open list would go from under its reader. */
  private void showHidden() {
    boolean open =
        hidden
            .getChildren()
            .flatMap(Component::getChildren)
            .anyMatch(child -> child instanceof NativeDetails details && details.isOpen());
    hidden.removeAll();
    Div now = actions.hidden(this, 0);
    now.getChildren()
        .filter(NativeDetails.class::isInstance)
        .forEach(details -> ((NativeDetails) details).setOpen(open));
    hidden.add(now);
  }

  /** Of everybody, listed or not: a colleague may have dismissed any of them. */
  private static Map<Long, Set<Nudge.Kind>> kinds(Dashboard dashboard) {
    return dashboard.toNudge().stream()
        .collect(
            Collectors.toMap(
                Dashboard.Member::learnerId,
                member -> member.nudges().stream().map(Nudge::kind).collect(Collectors.toSet())));
  }

  private List<NudgeReason> reasons() {
    return entries.values().stream().flatMap(entry -> entry.reasons.values().stream()).toList();
  }

  /** Puts the focus on the reason that took the place of the one gone since. */
  private void focusOnNextAfter(List<NudgeReason> before) {
    List<NudgeReason> now = reasons();
    for (int i = 0; i < before.size() && !now.isEmpty(); i++) {
      if (!now.contains(before.get(i))) {
        now.get(Math.min(i, now.size() - 1)).focusOnDismissing();
        return;
      }
    }
    title.getElement().callJsFunction("focus");
  }
}
