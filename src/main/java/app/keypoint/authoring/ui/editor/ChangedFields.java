package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which fields two wordings of a part differ. */
final class ChangedFields {

  /** One field for all options: where only one is right, a click marks two of them. */
  private static final String RIGHT = "/correct";

  private final Set<String> fields = new HashSet<>();

  private ChangedFields() {}

  /** By names that stay the same while more is written into the same field. */
  static Set<String> between(ItemBody before, ItemBody after) {
    ChangedFields touched = new ChangedFields();
    touched.compare("", before, after);
    return touched.fields;
  }

  private void compare(String at, @Nullable Object before, @Nullable Object after) {
    if (before instanceof Record || after instanceof Record) {
      records(at, before, after);
    } else if (inRows(before) || inRows(after)) {
      rows(at, before, after);
    } else if (!said(before).equals(said(after))) {
      fields.add(at.endsWith(RIGHT) ? RIGHT : at);
    }
  }

  private void records(String at, @Nullable Object before, @Nullable Object after) {
    Object some = before == null ? after : before;
    if (some != null) {
      for (RecordComponent part : some.getClass().getRecordComponents()) {
        if (!(some instanceof OptionText) || !part.getName().equals("id")) {
          compare(at + "/" + part.getName(), value(part, before), value(part, after));
        }
      }
    }
  }

  /** A row that is begun counts for the field that it is begun in. */
  private void rows(String at, @Nullable Object before, @Nullable Object after) {
    List<?> was = before instanceof List<?> rows ? rows : List.of();
    List<?> is = after instanceof List<?> rows ? rows : List.of();
    if (Stream.concat(was.stream(), is.stream()).allMatch(OptionText.class::isInstance)) {
      Stream.concat(was.stream(), is.stream())
          .map(row -> ((OptionText) row).id())
          .distinct()
          .forEach(id -> compare(at + "/" + id, option(was, id), option(is, id)));
      return;
    }
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      compare(at + "/" + i, i < was.size() ? was.get(i) : null, i < is.size() ? is.get(i) : null);
    }
  }

  private static @Nullable Object option(List<?> rows, String id) {
    return rows.stream().filter(row -> ((OptionText) row).id().equals(id)).findFirst().orElse(null);
  }

  private static boolean inRows(@Nullable Object value) {
    return value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Record;
  }

  /** What is not there says as much as what is empty. */
  private static Object said(@Nullable Object value) {
    return value == null || value.equals(false) || value.equals(List.of()) ? "" : value;
  }

  private static @Nullable Object value(RecordComponent part, @Nullable Object of) {
    try {
      return of == null ? null : part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(part.toString(), e);
    }
  }
}
