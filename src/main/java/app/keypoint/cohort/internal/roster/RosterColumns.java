package app.keypoint.cohort.internal.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the names stand in a roster.
 *
 * @param names columns that make up a person's name, in order; none when there is no such column
 * @param username -1 when there is no such column
 */
record RosterColumns(List<Integer> names, int username) {

  private static final Set<String> USERNAME =
      Set.of("sign-in name", "username", "user name", "user", "login", "login name", "登录名", "用户名");

  private static final Set<String> MAIL =
      Set.of(
          "mail",
          "email",
          "e-mail",
          "mail address",
          "email address",
          "e-mail address",
          "邮箱",
          "电子邮件",
          "电子邮箱",
          "邮件地址");

  private static final Set<String> NAME =
      Set.of(
          "name",
          "full name",
          "display name",
          "student",
          "student name",
          "learner",
          "姓名",
          "名字",
          "学生姓名",
          "学员");

  private static final Set<String> FIRST = Set.of("first name", "firstname", "given name");
  private static final Set<String> LAST = Set.of("last name", "lastname", "surname", "family name");

  /** As a header says; empty when the row is none. */
  static Optional<RosterColumns> named(List<String> cells) {
    List<String> words =
        cells.stream()
            .map(cell -> cell.strip().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList();
    int username = first(words, USERNAME);
    int mail = first(words, MAIL);
    List<Integer> names = new ArrayList<>();
    for (Set<String> kind : List.of(FIRST, LAST)) {
      if (first(words, kind) >= 0) {
        names.add(first(words, kind));
      }
    }
    if (names.isEmpty() && first(words, NAME) >= 0) {
      names.add(first(words, NAME));
    }
    boolean header = username >= 0 || mail >= 0 || !names.isEmpty();
    return header
        ? Optional.of(new RosterColumns(List.copyOf(names), username >= 0 ? username : mail))
        : Optional.empty();
  }

  /** As the rows suggest: the sign-in names have at signs, or stand second. */
  static RosterColumns guessed(List<List<String>> rows) {
    long first = withSign(rows, 0);
    long second = withSign(rows, 1);
    boolean one = rows.stream().allMatch(cells -> cell(cells, 1).isEmpty());
    if (one) {
      return new RosterColumns(List.of(), 0);
    }
    return first > second ? new RosterColumns(List.of(1), 0) : new RosterColumns(List.of(0), 1);
  }

  private static long withSign(List<List<String>> rows, int column) {
    return rows.stream().filter(cells -> cell(cells, column).contains("@")).count();
  }

  private static int first(List<String> words, Set<String> wanted) {
    for (int i = 0; i < words.size(); i++) {
      if (wanted.contains(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** A person's name; what stands before an at sign when there is no column for it. */
  String nameOf(List<String> cells) {
    return names.isEmpty()
        ? usernameOf(cells).replaceFirst("@.*", "")
        : names.stream()
            .map(column -> cell(cells, column))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
  }

  String usernameOf(List<String> cells) {
    return cell(cells, username);
  }

  /** Without the apostrophe that spreadsheets put before what looks like a formula. */
  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column).strip().replaceFirst("^'(?=[=+@-])", "") : "";
  }
}
