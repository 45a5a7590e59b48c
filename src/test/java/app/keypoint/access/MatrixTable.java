package app.keypoint.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of each attempt: a row for each thing, a column for each person. */
final class MatrixTable {

  private final String name;
  private final Map<String, Map<Persona, String>> rows = new TreeMap<>();

  MatrixTable(String name) {
    this.name = name;
  }

  void put(String thing, Persona persona, String outcome) {
    rows.computeIfAbsent(thing, _ -> new EnumMap<>(Persona.class)).put(persona, outcome);
  }

  int size() {
    return rows.size();
  }

  /** What nobody has tried. */
  List<String> emptyCells() {
    List<String> empty = new ArrayList<>();
    rows.forEach(
        (thing, cells) ->
            Stream.of(Persona.values())
                .filter(persona -> cells.getOrDefault(persona, "").isBlank())
                .forEach(persona -> empty.add(thing + " as " + persona.words)));
    return empty;
  }

  /** Prints the table, and keeps it with what the build leaves. */
  void print() {
    int first = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder(name).append('\n');
    line(text, first, "", Stream.of(Persona.values()).map(Persona::name).toList());
    rows.forEach(
        (thing, cells) ->
            line(
                text,
                first,
                thing,
                Stream.of(Persona.values()).map(p -> cells.getOrDefault(p, "")).toList()));
    System.out.println(text);
    try {
      Path file = Path.of("target", "wrong-person", name.replace(' ', '-') + ".txt");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(StringBuilder text, int first, String head, List<String> cells) {
    text.append(head).append(" ".repeat(Math.max(0, first - head.length())));
    text.append(
        cells.stream().map(cell -> " | %-14.14s".formatted(cell)).collect(Collectors.joining()));
    text.append('\n');
  }
}
