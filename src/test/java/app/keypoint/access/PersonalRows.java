package app.keypoint.access;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that the database has of some people, in all tables, found by following foreign keys from
 * their accounts: a table that is added tomorrow is in by itself.
 */
final class PersonalRows {

  /** What holds nothing of any person, or what people are only named in. */
  private static final Map<String, String> NOBODYS =
      Map.ofEntries(
          Map.entry("flyway_schema_history", "how the schema came to be"),
          Map.entry("data_check", "sums over everybody"),
          Map.entry("content_load", "one row, held while content is brought in"),
          Map.entry("server_secret", "the server's own"),
          Map.entry("setup_link", "hashes of links, while there is no administrator yet"),
          Map.entry("second_factor_policy", "of roles"),
          Map.entry("roster_rules", "one row, of instructors"),
          Map.entry("quiz", "content"),
          Map.entry("key_point", "content"),
          Map.entry("question", "content"),
          Map.entry("question_version", "content"),
          Map.entry("picture", "content; whose it is follows from the quizzes that have it"),
          Map.entry("audit_entry", "appended to by whatever happens, see the audit tests"));

  private record Reference(String table, Map<String, String> columns) {}

  private final JdbcTemplate jdbc;
  private final Map<String, List<Reference>> references = new TreeMap<>();

  PersonalRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    jdbc.execute(
        (java.sql.Connection connection) -> {
          read(connection.getMetaData());
          return true;
        });
  }

  private void read(DatabaseMetaData schema) throws SQLException {
    try (ResultSet tables =
        schema.getTables(null, "public", "%", new String[] {"BASE TABLE", "TABLE"})) {
      while (tables.next()) {
        references.put(tables.getString("TABLE_NAME"), new ArrayList<>());
      }
    }
    for (String table : references.keySet()) {
      Map<String, Reference> byName = new LinkedHashMap<>();
      try (ResultSet keys = schema.getImportedKeys(null, "public", table)) {
        while (keys.next()) {
          String to = keys.getString("PKTABLE_NAME");
          if (!to.equals(table)) {
            byName
                .computeIfAbsent(
                    keys.getString("FK_NAME"), _ -> new Reference(to, new LinkedHashMap<>()))
                .columns()
                .put(keys.getString("FKCOLUMN_NAME"), keys.getString("PKCOLUMN_NAME"));
          }
        }
      }
      references.get(table).addAll(byName.values());
    }
  }

  /** Tables that lead to an account. */
  Set<String> tables() {
    return references.keySet().stream()
        .filter(table -> !NOBODYS.containsKey(table) && leadsToAccount(table))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tables of which nobody has said whether they are anybody's. */
  Set<String> unknown() {
    return references.keySet().stream()
        .filter(table -> !NOBODYS.containsKey(table) && !leadsToAccount(table))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean leadsToAccount(String table) {
    return table.equals("account")
        || references.get(table).stream().anyMatch(to -> leadsToAccount(to.table()));
  }

  /** Each table's rows of some accounts, in an order that does not depend on anything. */
  Map<String, List<String>> of(List<Long> accounts) {
    String ids = accounts.stream().map(String::valueOf).collect(Collectors.joining(","));
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : tables()) {
      rows.put(
          table,
          jdbc.queryForList("select * from " + table + " where " + condition(table, ids)).stream()
              .map(Object::toString)
              .sorted()
              .toList());
    }
    return rows;
  }

  /**
   * The number of H2's last change of any of these tables, whether it was taken back or not: rows
   * read at one number, outside of a transaction, are the same for as long as it stands, where one
   * thread changes them.
   */
  long lastChange() {
    Map<String, Long> changes = changes();
    return tables().stream().mapToLong(changes::get).max().orElseThrow();
  }

  private Map<String, Long> changes() {
    Map<String, Long> changes = new TreeMap<>();
    jdbc.query(
        "select table_name, last_modification from information_schema.tables",
        row -> {
          changes.put(row.getString(1), row.getLong(2));
        });
    return changes;
  }

  private String condition(String table, String ids) {
    if (table.equals("account")) {
      return "id in (" + ids + ")";
    }
    return references.get(table).stream()
        .filter(to -> leadsToAccount(to.table()) && !NOBODYS.containsKey(to.table()))
        .map(
            to ->
                to.table().equals("account")
                    ? String.join(", ", to.columns().keySet()) + " in (" + ids + ")"
                    : "(%s) in (select %s from %s where %s)"
                        .formatted(
                            String.join(", ", to.columns().keySet()),
                            String.join(", ", to.columns().values()),
                            to.table(),
                            condition(to.table(), ids)))
        .collect(Collectors.joining(" or "));
  }
}
