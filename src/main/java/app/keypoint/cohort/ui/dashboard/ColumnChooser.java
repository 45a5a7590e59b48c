package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Dashboard.Member;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.cohort.ui.export.CohortTables;
import app.keypoint.ui.LazyDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid.Column;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns of the learners' table are shown; an instructor's choice is remembered. */
final class ColumnChooser {

  private static final String USERNAME_WANTED = "shown " + CohortTables.USERNAME;

  private final TableColumns remembered;
  private final long instructorId;

  /** By what they show, since two quizzes may have one title. */
  private final Map<String, Choice> optional = new LinkedHashMap<>();

  /** A download asks on its own thread. */
  private volatile Set<String> seen = Set.of();

  /** A column that can be hidden. */
  private record Choice(String heading, Column<Member> column) {}

  ColumnChooser(TableColumns remembered, long instructorId) {
    this.remembered = remembered;
    this.instructorId = instructorId;
  }

  /** One more that can be hidden. */
  void add(String key, String heading, Column<Member> column) {
    optional.put(key, new Choice(heading, column));
  }

  /** Whether a column is shown. */
  boolean shows(String key) {
    return seen.contains(key);
  }

  /** Where they are chosen, once all are added. */
  LazyDetails details(String label) {
    show(without(hidden(remembered.hidden(instructorId))));
    LazyDetails details = new LazyDetails(label, () -> choices(label));
    details.addClassName("columns");
    return details;
  }

  private Component choices(String label) {
    CheckboxGroup<String> shown = new CheckboxGroup<>();
    shown.setAriaLabel(label);
    shown.setItemLabelGenerator(key -> Objects.requireNonNull(optional.get(key)).heading());
    shown.setItems(optional.keySet());
    shown.setValue(seen);
    shown.addValueChangeListener(
        change -> {
          show(change.getValue());
          remember(change.getValue());
        });
    return shown;
  }

  private void show(Set<String> keys) {
    seen = Set.copyOf(keys);
    optional.forEach((key, each) -> each.column().setVisible(keys.contains(key)));
  }

  /** What other cohorts' tables have hidden stays so. */
  private void remember(Set<String> keys) {
    Set<String> all = new LinkedHashSet<>(remembered.hidden(instructorId));
    all.removeAll(keys);
    all.addAll(without(keys));
    if (all.remove(CohortTables.USERNAME)) {
      all.remove(USERNAME_WANTED);
    } else {
      all.add(USERNAME_WANTED);
    }
    remembered.hide(
        instructorId, all.stream().limit(TableColumns.MAX).collect(Collectors.toUnmodifiableSet()));
  }

  /** Most do without sign-in names: what is remembered of them is that somebody wants them. */
  private static Set<String> hidden(Set<String> kept) {
    Set<String> hidden = new HashSet<>(kept);
    if (!hidden.remove(USERNAME_WANTED)) {
      hidden.add(CohortTables.USERNAME);
    }
    return hidden;
  }

  private Set<String> without(Set<String> some) {
    return optional.keySet().stream()
        .filter(key -> !some.contains(key))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
