package app.keypoint.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the database has of a draft, read past the program. Only words of authors at work count: a
 * letter and four digits.
 */
final class WrittenDraft {

  private static final Pattern WORD = Pattern.compile("[ab]\\d{4}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate sql;
  private final String quizId;

  WrittenDraft(JdbcTemplate sql, String quizId) {
    this.sql = sql;
    this.quizId = quizId;
  }

  /** The words of a text in their order. */
  static String wordsOf(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
  }

  static Set<String> setOfWords(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All words of all parts, retired ones too. */
  Set<String> words() {
    return setOfWords(String.join("\n", bodies().values()));
  }

  /** The ids of all parts, each as often as it is there. */
  List<String> parts() {
    return sql.queryForList(
        "select item_id from authored_item where quiz_id = ? order by kind, place",
        String.class,
        quizId);
  }

  /** The words in each field of each part, by the names that the editor gives its fields. */
  Map<String, Map<String, String>> fields() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    bodies()
        .forEach(
            (part, body) -> {
              Map<String, String> fields = new LinkedHashMap<>();
              put(JSON.readTree(body), "", fields);
              all.put(part, fields);
            });
    return all;
  }

  private Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    sql.query(
        "select item_id, body from authored_item where quiz_id = ? order by item_id",
        row -> {
          bodies.put(row.getString(1), row.getString(2));
        },
        quizId);
    return bodies;
  }

  private static void put(JsonNode node, String name, Map<String, String> fields) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String field = name + entry.getKey();
      JsonNode value = entry.getValue();
      switch (entry.getKey()) {
        case "options" ->
            value.forEach(
                option -> put(option, "option/" + option.path("id").asString("") + "/", fields));
        case "wrong" -> putEach(value, 0, field + "/", fields);
        case "more" -> putEach(value, 1, "blank/", fields);
        default -> fields.put(field, wordsOf(value.toString()));
      }
    }
  }

  private static void putEach(JsonNode list, int first, String name, Map<String, String> fields) {
    for (int i = 0; i < list.size(); i++) {
      put(list.path(i), name + (first + i) + "/", fields);
    }
  }
}
