package app.keypoint.upgrade;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows of all tables as texts, bytes in hexadecimal digits, on both databases. */
final class Tables {

  private final JdbcTemplate jdbc;

  Tables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that others refer to first; what tells of the schema itself is left out. */
  List<String> names() {
    Map<String, Set<String>> parents = new TreeMap<>();
    jdbc.queryForList(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
              and table_name <> 'flyway_schema_history'
            """,
            String.class)
        .forEach(name -> parents.put(name, new LinkedHashSet<>()));
    jdbc.query(
        """
        select child.table_name as child, parent.table_name as parent
        from information_schema.referential_constraints r
        join information_schema.table_constraints child
          on child.constraint_name = r.constraint_name
          and child.constraint_schema = r.constraint_schema
        join information_schema.table_constraints parent
          on parent.constraint_name = r.unique_constraint_name
          and parent.constraint_schema = r.unique_constraint_schema
        """,
        row -> {
          if (!row.getString("child").equals(row.getString("parent"))) {
            parents.get(row.getString("child")).add(row.getString("parent"));
          }
        });
    Set<String> sorted = new LinkedHashSet<>();
    while (sorted.size() < parents.size()) {
      List<String> next =
          parents.entrySet().stream()
              .filter(each -> !sorted.contains(each.getKey()))
              .filter(each -> sorted.containsAll(each.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("Tables that refer to each other: " + parents);
      }
      sorted.addAll(next);
    }
    return List.copyOf(sorted);
  }

  /** The columns of a table with their types. */
  Map<String, String> columns(String table) {
    Map<String, String> columns = new LinkedHashMap<>();
    jdbc.query(
        """
        select column_name, data_type from information_schema.columns
        where table_schema = 'public' and table_name = ? order by ordinal_position
        """,
        row -> {
          columns.put(row.getString(1), row.getString(2));
        },
        table);
    return columns;
  }

  /** Rows that refer to others of their table come after these. */
  List<Map<String, String>> rows(String table, Set<String> columns) {
    String order = columns.contains("id") ? " order by id" : "";
    Map<String, String> types = columns(table);
    return jdbc.query(
        "select %s from \"%s\"%s".formatted(quoted(columns), table, order),
        (row, _) -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (String column : columns) {
            values.put(
                column, binary(types, column) ? hex(row.getBytes(column)) : row.getString(column));
          }
          return values;
        });
  }

  /** Adds rows that have the same columns. */
  void insert(String table, List<Map<String, String>> rows) {
    Set<String> columns = rows.getFirst().keySet();
    Map<String, String> types = columns(table);
    String values =
        columns.stream()
            .map(column -> "cast(? as %s)".formatted(types.get(column)))
            .collect(Collectors.joining(", "));
    List<Object[]> arguments = new ArrayList<>();
    rows.forEach(
        row ->
            arguments.add(
                row.entrySet().stream()
                    .map(
                        value ->
                            binary(types, value.getKey())
                                ? bytes(value.getValue())
                                : value.getValue())
                    .toArray()));
    int[] unused =
        jdbc.batchUpdate(
            "insert into \"%s\" (%s) values (%s)".formatted(table, quoted(columns), values),
            arguments);
  }

  /** What is made next gets a number that none of the rows has. */
  void startSequencesAt(long number) {
    jdbc.queryForList(
            """
            select sequence_name from information_schema.sequences
            where sequence_schema = 'public' and sequence_name like '%seq'
            """,
            String.class)
        .forEach(name -> jdbc.execute("alter sequence %s restart with %d".formatted(name, number)));
    for (String table : names()) {
      if (!jdbc.queryForList(
              """
              select column_name from information_schema.columns
              where table_schema = 'public' and table_name = ? and column_name = 'id'
                and is_identity = 'YES'
              """,
              table)
          .isEmpty()) {
        jdbc.execute("alter table %s alter column id restart with %d".formatted(table, number));
      }
    }
  }

  private static boolean binary(Map<String, String> types, String column) {
    String type = types.getOrDefault(column, "").toUpperCase(Locale.ROOT);
    return type.startsWith("BINARY") || type.equals("BYTEA");
  }

  private static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable String hex) {
    return hex == null ? null : HexFormat.of().parseHex(hex);
  }

  private static String quoted(Set<String> columns) {
    return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
  }
}
