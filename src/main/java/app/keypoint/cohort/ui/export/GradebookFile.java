package app.keypoint.cohort.ui.export;

import app.keypoint.cohort.statistics.CohortExports.Gradebook;
import app.keypoint.content.Quiz;
import app.keypoint.table.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores as another program's gradebook imports them: the best of each quiz, in points of a
 * hundred; docs/adr/0168. Without a byte order mark, which not all of them know, and sign-in names
 * as they are, since by them people are found.
 */
enum GradebookFile {
  /** Columns are matched by hand there; a hyphen is no grade. */
  MOODLE {
    @Override
    List<String> head(List<String> titles) {
      return with(List.of("Username", "Email address", "Full name"), titles);
    }

    @Override
    List<List<String>> before(int quizzes, String cohort) {
      return List.of();
    }

    @Override
    List<String> person(Gradebook.Row row, String cohort) {
      return List.of(
          row.username(),
          row.username().contains("@") ? row.username() : "",
          SpreadsheetText.guarded(row.name()));
    }

    @Override
    String none() {
      return "-";
    }
  },
  /** Columns are found by their names and order; the second row says what can be reached. */
  CANVAS {
    @Override
    List<String> head(List<String> titles) {
      return with(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section"), titles);
    }

    @Override
    List<List<String>> before(int quizzes, String cohort) {
      List<String> row = new ArrayList<>(List.of("    Points Possible", "", "", "", ""));
      for (int i = 0; i < quizzes; i++) {
        row.add(Integer.toString(POINTS));
      }
      return List.of(row);
    }

    @Override
    List<String> person(Gradebook.Row row, String cohort) {
      return List.of(
          SpreadsheetText.guarded(row.name()),
          "",
          "",
          row.username(),
          SpreadsheetText.guarded(cohort));
    }

    @Override
    String none() {
      return "";
    }
  };

  private static final int POINTS = 100;

  /** What Canvas takes for the id of an assignment. */
  private static final Pattern ID = Pattern.compile("\\s*\\((\\d+)\\)\\s*$");

  abstract List<String> head(List<String> titles);

  abstract List<List<String>> before(int quizzes, String cohort);

  abstract List<String> person(Gradebook.Row row, String cohort);

  abstract String none();

  /**
   * Writes the file and leaves the stream open. Columns have the titles in which quizzes are
   * written, whoever asks in whatever language: by them a column is found again the next time.
   */
  void write(Gradebook gradebook, OutputStream target) throws IOException {
    String cohort = gradebook.cohort().name();
    CsvWriter csv = CsvWriter.builder().build(target, StandardCharsets.UTF_8);
    csv.writeRecord(head(distinct(gradebook.quizzes().stream().map(Quiz::title).toList())));
    before(gradebook.quizzes().size(), cohort).forEach(csv::writeRecord);
    for (Gradebook.Row row : gradebook.rows()) {
      csv.writeRecord(
          with(
              person(row, cohort),
              gradebook.quizzes().stream()
                  .map(quiz -> points(row.best().get(quiz.id())))
                  .toList()));
    }
    csv.flush();
  }

  private String points(@Nullable Double share) {
    return share == null
        ? none()
        : BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(POINTS))
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  private static List<String> with(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /**
   * Two columns of one name would be one. Not by a number in brackets: Canvas takes it for an id,
   * also where it ends the title itself.
   */
  private static List<String> distinct(List<String> titles) {
    Set<String> seen = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String title : titles) {
      String guarded = SpreadsheetText.guarded(ID.matcher(title).replaceFirst(" – $1"));
      String name = guarded;
      for (int i = 2; !seen.add(name); i++) {
        name = guarded + " – " + i;
      }
      distinct.add(name);
    }
    return distinct;
  }
}
