package app.keypoint.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is the victim's in whatever came out. What it cannot look into counts as a leak,
 * so that whoever returns a new kind of thing says here what is in it.
 */
final class Leaks {

  private static final byte[] ZIP = {'P', 'K'};

  /** What can name nobody. */
  private static final List<Class<?>> HARMLESS =
      List.of(
          Boolean.class,
          Character.class,
          Integer.class,
          Short.class,
          Byte.class,
          Double.class,
          Float.class,
          Enum.class,
          TemporalAccessor.class,
          TemporalAmount.class,
          ZoneId.class,
          Locale.class,
          OptionalInt.class,
          int[].class,
          float[].class,
          double[].class,
          boolean[].class);

  /** Packages of whose values all fields are looked at. */
  private static final List<String> OPEN =
      List.of("app.keypoint.", "org.springframework.security.web.webauthn.api.");

  private final String mark;
  private final Set<Long> ids;
  private final Set<String> known;
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();

  /**
   * @param mark what every text of the victim's holds
   * @param ids those of all that is the victim's
   */
  Leaks(String mark, Set<Long> ids) {
    this(mark, ids, Set.of());
  }

  /**
   * @param known texts with the mark that whoever asks has seen by right
   */
  Leaks(String mark, Set<Long> ids, Set<String> known) {
    this.mark = mark;
    this.ids = ids;
    this.known = known;
  }

  /** The first thing of the victim's, if there is any. */
  Optional<String> in(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case CharSequence text -> inText(text.toString());
      case Long id -> ids.contains(id) ? Optional.of("id " + id) : Optional.empty();
      case Optional<?> some -> in(some.orElse(null));
      case Map<?, ?> map -> in(map.keySet()).or(() -> in(map.values()));
      case Collection<?> many -> in(many.stream());
      case Stream<?> many -> many.map(this::in).flatMap(Optional::stream).findFirst();
      case Object[] many -> in(Arrays.stream(many));
      case long[] many -> in(Arrays.stream(many).boxed());
      case byte[] bytes -> inBytes(bytes);
      case Record record -> seen.put(record, true) == null ? inRecord(record) : Optional.empty();
      default -> inOther(value);
    };
  }

  private Optional<String> inText(String text) {
    String rest = text;
    for (String seenByRight : known) {
      rest = rest.replace(seenByRight, "");
    }
    return rest.contains(mark) ? Optional.of(text) : Optional.empty();
  }

  private Optional<String> inOther(Object value) {
    if (HARMLESS.stream().anyMatch(type -> type.isInstance(value))) {
      return Optional.empty();
    }
    String name = value.getClass().getName();
    if (OPEN.stream().noneMatch(name::startsWith)) {
      return Optional.of("a " + name + ", into which nobody can look");
    }
    return seen.put(value, true) == null ? inFields(value) : Optional.empty();
  }

  private Optional<String> inFields(Object value) {
    for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        try {
          field.setAccessible(true);
          Optional<String> leak = in(field.get(value));
          if (leak.isPresent()) {
            return leak.map(found -> field.getName() + ": " + found);
          }
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    return Optional.empty();
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

  /** Files are text, or archives of them as spreadsheets are. */
  private Optional<String> inBytes(byte[] bytes) {
    if (bytes.length > ZIP.length && Arrays.equals(bytes, 0, ZIP.length, ZIP, 0, ZIP.length)) {
      return inArchive(bytes);
    }
    return in(new String(bytes, StandardCharsets.UTF_8));
  }

  /** By its directory at the end: spreadsheets do not say before an entry how long it is. */
  private Optional<String> inArchive(byte[] bytes) {
    try {
      Path file = Files.write(Files.createTempFile("leaks", ".zip"), bytes);
      try (ZipFile archive = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(archive.entries())) {
          Optional<String> leak = in(entry.getName()).or(() -> inBytes(content(archive, entry)));
          if (leak.isPresent()) {
            return leak;
          }
        }
        return Optional.empty();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(ZipFile archive, ZipEntry entry) {
    try (InputStream in = archive.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
