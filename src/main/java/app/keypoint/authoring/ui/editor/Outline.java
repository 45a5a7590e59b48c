package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.ui.ItemNames;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a quiz in their order, each with how many findings it has. */
final class Outline extends Nav {

  private final Consumer<String> onOpen;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private List<String> order = List.of();

  /** Of the retired parts, and which of them are marked as not saved. */
  private @Nullable NativeDetails details;

  private Set<String> marked = Set.of();

  private static final class Entry extends NativeButton {
    private final Span name = new Span();
    private final Span errors = new Span();
    private final Span hints = new Span();
    private final Span unsaved = new Span();

    Entry(String kind, Runnable onOpen) {
      addClassNames("entry", kind);
      errors.addClassNames("tag", "bad");
      hints.addClassNames("tag", "warn");
      unsaved.addClassNames("tag", "bad");
      unsaved.setVisible(false);
      add(name, errors, hints, unsaved);
      addClickListener(click -> onOpen.run());
    }

    void show(String text, List<ItemFinding> findings, boolean kept, boolean current) {
      name.setText(text);
      unsaved.setVisible(!kept);
      unsaved.setText(kept ? "" : getTranslation("authoring.part-unsaved"));
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

  /**
   * Shows how the draft stands; what stays where it is is not built anew.
   *
   * @param current the part that is open
   * @param unsaved the parts that are not saved as they are written
   */
  void show(Draft draft, DraftCheck check, String current, Set<String> unsaved) {
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
        entry.show(
            ItemNames.of(item, this),
            check.of(item.id()),
            !unsaved.contains(item.id()),
            item.id().equals(current));
      }
    }
    showMarked(
        retired.stream().map(DraftItem::id).filter(unsaved::contains).collect(Collectors.toSet()));
  }

  /** A mark that comes is seen; whoever closes the list then has it closed. */
  private void showMarked(Set<String> now) {
    if (details != null && !marked.containsAll(now)) {
      details.setOpen(true);
    }
    marked = now;
  }

  /**
   * The part after this one, or before it; itself at either end. From a retired part one goes on
   * from where it stood.
   */
  static String neighbour(Draft draft, String itemId, int step) {
    List<String> parts = sorted(draft, itemId).stream().map(DraftItem::id).toList();
    int at = parts.indexOf(itemId);
    return at < 0 ? itemId : parts.get(Math.clamp(at + step, 0, parts.size() - 1));
  }

  /** Heading, article, each key point and its questions, then those of no key point. */
  static List<DraftItem> sorted(Draft draft) {
    return sorted(draft, "");
  }

  /** One part is among them even if it is retired. */
  private static List<DraftItem> sorted(Draft draft, String with) {
    List<DraftItem> sorted = new ArrayList<>(of(draft, ItemKind.HEADING, with));
    sorted.addAll(of(draft, ItemKind.ARTICLE, with));
    List<DraftItem> left = new ArrayList<>(of(draft, ItemKind.QUESTION, with));
    for (DraftItem point : of(draft, ItemKind.KEY_POINT, with)) {
      sorted.add(point);
      List<DraftItem> own = left.stream().filter(q -> asks(q, point.id())).toList();
      sorted.addAll(own);
      left.removeAll(own);
    }
    sorted.addAll(left);
    return sorted;
  }

  private static List<DraftItem> of(Draft draft, ItemKind kind, String with) {
    return draft.items().stream()
        .filter(item -> item.kind() == kind && (!item.retired() || item.id().equals(with)))
        .toList();
  }

  /** Whether it is a question about a key point. */
  static boolean asks(DraftItem item, String keyPointId) {
    return item.body() instanceof ItemBody.Question question
        && question.keyPointId().equals(keyPointId);
  }

  private void build(List<DraftItem> live, List<DraftItem> retired) {
    removeAll();
    entries.clear();
    details = null;
    marked = Set.of();
    live.forEach(item -> add(entry(item)));
    if (!retired.isEmpty()) {
      Div list = new Div();
      retired.forEach(item -> list.add(entry(item)));
      details = new NativeDetails(getTranslation("authoring.retired", retired.size()), list);
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
