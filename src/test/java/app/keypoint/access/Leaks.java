package app.keypoint.access;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what is the victim's in whatever came out. */
final class Leaks {

  private final World world;
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();

  Leaks(World world) {
    this.world = world;
  }

  /** The first thing of the victim's, if there is any. */
  Optional<String> in(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case String text -> text.contains(world.mark()) ? Optional.of(text) : Optional.empty();
      case Long id -> world.ids().contains(id) ? Optional.of("id " + id) : Optional.empty();
      case Optional<?> some -> in(some.orElse(null));
      case Map<?, ?> map -> in(map.keySet()).or(() -> in(map.values()));
      case Collection<?> many -> many.stream().map(this::in).flatMap(Optional::stream).findFirst();
      case Record record -> seen.put(record, true) == null ? inRecord(record) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> inRecord(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        Optional<String> leak = in(component.getAccessor().invoke(record));
        if (leak.isPresent()) {
          return leak.map(found -> component.getName() + ": " + found);
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return Optional.empty();
  }
}
