package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.content.Finding.Severity;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The parts of a quiz in their order, each with how many findings it has. */
final class Outline extends Nav {

  private final Consumer<String> onOpen;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private List<String> order = List.of();

  private static final class Entry extends NativeButton {
    private final Span name = new Span();
    private final Span errors = new Span();
    private final Span hints = new Span();

    Entry(String kind, Runnable onOpen) {
      addClassNames("entry", kind);
      errors.addClassNames("tag", "bad");
      hints.addClassNames("tag", "warn");
      add(name, errors, hints);
      addClickListener(click -> onOpen.run());
    }

    void show(String text, List<ItemFinding> findings, boolean current) {
      name.setText(text);
      long bad = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
      count(errors, "authoring.errors", bad);
      count(hints, "authoring.hints", findings.size() - bad);
      if (current) {
        getElement().setAttribute("aria-current", "true");
      } else {
        getElement().removeAttribute("aria-current");
      }
    }

    private void count(Span tag, String key, long number) {
      tag.setVisible(number > 0);
      tag.setText(number > 0 ? getTranslation(key, number) : "");
    }
  }

  /**
   * @param onOpen called with the id of the part that was chosen
   */
  Outline(Consumer<String> onOpen) {
    this.onOpen = onOpen;
    addClassName("outline");
    setAriaLabel(getTranslation("authoring.outline"));
  }

  /** Shows how the draft stands; what stays where it is is not built anew. */
  void show(Draft draft, DraftCheck check, String current) {
    List<DraftItem> sorted = sorted(draft);
    List<DraftItem> retired = draft.items().stream().filter(DraftItem::retired).toList();
    List<String> now = new ArrayList<>(sorted.stream().map(DraftItem::id).toList());
    now.add("");
    retired.forEach(item -> now.add(item.id()));
    if (!now.equals(order)) {
      order = List.copyOf(now);
      build(sorted, retired);
    }
    for (DraftItem item : draft.items()) {
      Entry entry = entries.get(item.id());
      if (entry != null) {
        entry.show(Names.of(item, this), check.of(item.id()), item.id().equals(current));
      }
    }
  }

  /** The part after this one, or before it; itself at either end. */
  String neighbour(String itemId, int step) {
    List<String> live = order.subList(0, order.indexOf(""));
    int at = live.indexOf(itemId);
    return at < 0 ? itemId : live.get(Math.clamp(at + step, 0, live.size() - 1));
  }

  /** Heading, article, each key point and its questions, then those of no key point. */
  static List<DraftItem> sorted(Draft draft) {
    List<DraftItem> sorted = new ArrayList<>(draft.live(ItemKind.HEADING));
    sorted.addAll(draft.live(ItemKind.ARTICLE));
    List<DraftItem> left = new ArrayList<>(draft.live(ItemKind.QUESTION));
    for (DraftItem point : draft.live(ItemKind.KEY_POINT)) {
      sorted.add(point);
      List<DraftItem> own = left.stream().filter(q -> asks(q, point.id())).toList();
      sorted.addAll(own);
      left.removeAll(own);
    }
    sorted.addAll(left);
    return sorted;
  }

  /** Whether it is a question about a key point. */
  static boolean asks(DraftItem item, String keyPointId) {
    return item.body() instanceof ItemBody.Question question
        && question.keyPointId().equals(keyPointId);
  }

  private void build(List<DraftItem> live, List<DraftItem> retired) {
    removeAll();
    entries.clear();
    live.forEach(item -> add(entry(item)));
    if (!retired.isEmpty()) {
      Div list = new Div();
      retired.forEach(item -> list.add(entry(item)));
      NativeDetails details =
          new NativeDetails(getTranslation("authoring.retired", retired.size()), list);
      add(details);
    }
  }

  private Component entry(DraftItem item) {
    String kind = item.kind() == ItemKind.QUESTION ? "question-entry" : "point-entry";
    Entry entry = new Entry(kind, () -> onOpen.accept(item.id()));
    entries.put(item.id(), entry);
    return entry;
  }
}
