package app.keypoint.cohort.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.JoinCode;
import app.keypoint.cohort.statistics.CohortExports.Gradebook;
import app.keypoint.content.Quiz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradebookFileTest {

  private static final Quiz FIRST = quiz("a", "Strategy, first");
  private static final Quiz TWIN = quiz("b", "Strategy, first");

  private static final Gradebook GRADES =
      new Gradebook(
          new Cohort(7, "Seminar", new JoinCode("K7Q4MD"), Instant.EPOCH, 2, true, false),
          List.of(FIRST, TWIN),
          List.of(
              new Gradebook.Row(1, "=Ada", "ada@example.org", Map.of("a", 2 / 3.0, "b", 1.0)),
              new Gradebook.Row(2, "Bo", "bo", Map.of("b", 0.0))));

  @Test
  void moodleFindsPeopleByNameOrAddressAndTakesAHyphenForNoGrade() throws IOException {
    assertThat(written(GradebookFile.MOODLE))
        .containsExactly(
            "Username,Email address,Full name,\"Strategy, first\",\"Strategy, first – 2\"",
            "ada@example.org,ada@example.org,'=Ada,66.67,100",
            "bo,,Bo,-,0");
  }

  @Test
  void canvasHasItsColumnsAndPointsPossible() throws IOException {
    assertThat(written(GradebookFile.CANVAS))
        .containsExactly(
            "Student,ID,SIS User ID,SIS Login ID,Section,\"Strategy, first\","
                + "\"Strategy, first – 2\"",
            "    Points Possible,,,,,100,100",
            "'=Ada,,,ada@example.org,Seminar,66.67,100",
            "Bo,,,bo,Seminar,,0");
  }

  @Test
  void aNumberInBracketsAtTheEndOfATitleIsNotTakenForAnId() throws IOException {
    Gradebook numbered =
        new Gradebook(
            GRADES.cohort(),
            List.of(quiz("c", "Strategy (2)"), quiz("d", "Strategy – 2"), quiz("e", "(3) Costs")),
            List.of());
    assertThat(written(GradebookFile.CANVAS, numbered).getFirst())
        .endsWith(",Strategy – 2,Strategy – 2 – 2,(3) Costs");
  }

  private static List<String> written(GradebookFile form) throws IOException {
    return written(form, GRADES);
  }

  private static List<String> written(GradebookFile form, Gradebook grades) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    form.write(grades, file);
    return file.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Quiz quiz(String id, String title) {
    return new Quiz(
        id, title, 1, new Quiz.Article("Article", "Author", "Section"), List.of(), List.of());
  }
}
