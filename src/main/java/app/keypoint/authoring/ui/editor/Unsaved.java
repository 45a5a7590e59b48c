package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an author wrote and the draft has not: what could not be saved, and the parts of which the
 * browser says that it still has words.
 */
final class Unsaved {

  /** Of so many parts, those last refused, all is kept here; of others, what the browser has. */
  private static final int MOST = 20;

  /**
   * What could not be saved of a part.
   *
   * @param revision that it was made from
   */
  record Refused(int revision, ItemBody body) {}

  private final Map<String, Refused> refused = new LinkedHashMap<>();
  private Set<String> inTheBrowser = Set.of();

  /** A part was not saved as it is written now. */
  void refused(String itemId, int revision, ItemBody body) {
    refused.remove(itemId);
    refused.put(itemId, new Refused(revision, body));
    if (refused.size() > MOST) {
      refused.remove(refused.keySet().iterator().next());
    }
  }

  /** All that was written in a part is in the draft, or given up. */
  void settled(String itemId) {
    refused.remove(itemId);
  }

  /** Only these parts are there yet. */
  void onlyOf(Set<String> parts) {
    refused.keySet().retainAll(parts);
  }

  /** What could not be saved of a part; empty when all of it was. */
  Optional<Refused> of(String itemId) {
    return Optional.ofNullable(refused.get(itemId));
  }

  /** What the author last wrote in a part, whether it could be saved or not. */
  ItemBody body(DraftItem item) {
    Refused own = refused.get(item.id());
    return own == null ? item.body() : own.body();
  }

  /** Of which parts but the open one the browser still has words. */
  void inTheBrowser(Set<String> parts) {
    inTheBrowser = Set.copyOf(parts);
  }

  /** Whether something could not be saved. */
  boolean any() {
    return !refused.isEmpty();
  }

  /**
   * The parts that are not saved.
   *
   * @param open which the browser does not speak of: it is told at once what is written there
   */
  Set<String> parts(String open) {
    Set<String> all = new LinkedHashSet<>(refused.keySet());
    inTheBrowser.stream().filter(part -> !part.equals(open)).sorted().forEach(all::add);
    return all;
  }
}
