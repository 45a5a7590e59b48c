package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instructor from an empty cohort to its figures in a spreadsheet. */
class InstructorJourneyIT extends BrowserTest {

  @Test
  void opensACohortThatALearnerJoinsByItsCodeAndExportsTheFigures() throws IOException {
    Visitor instructor = visitor().signInAs("instructor").open("cohorts");
    instructor.control(AriaRole.BUTTON, "New cohort").click();
    instructor.page().getByLabel("Name").last().fill("Evening seminar");
    instructor.control(AriaRole.BUTTON, "Create").last().click();
    instructor.page().waitForURL("**/cohorts/*");
    instructor.settle();
    assertThat(instructor.heading()).isEqualTo("Evening seminar");
    String code = instructor.page().locator(".invite .code").innerText();

    Visitor newcomer = visitor().open("register?code=" + code);
    newcomer.page().getByLabel("User name").fill("newcomer");
    newcomer.page().getByLabel("Your name").fill("=New comer");
    newcomer.page().locator("vaadin-password-field input").fill("four words make sense");
    newcomer.control(AriaRole.BUTTON, "Create account").click();
    newcomer.page().waitForURL(url -> !url.contains("register"));
    newcomer.settle();
    assertThat(newcomer.heading()).contains("Welcome");

    instructor.page().reload();
    instructor.settle();
    instructor.control(AriaRole.LINK, "=New comer").waitFor();

    instructor.control(AriaRole.LINK, "Export").click();
    instructor.page().waitForURL("**/export");
    instructor.settle();
    Download download =
        instructor
            .page()
            .waitForDownload(() -> instructor.control(AriaRole.LINK, "Learners as CSV").click());
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(download.path())) {
      List<NamedCsvRecord> rows = csv.stream().toList();
      assertThat(rows).singleElement();
      assertThat(rows.getFirst().getField("Name"))
          .as("a name that a spreadsheet does not take for a formula")
          .isEqualTo("'=New comer");
      assertThat(rows.getFirst().getField("Due")).isEqualTo("0");
    }
  }

  @Test
  void findsALearnerAndOpensTheirPage() {
    Visitor instructor = visitor().signInAs("instructor").open("cohorts");
    instructor.control(AriaRole.LINK, "Demo cohort").click();
    instructor.page().getByLabel("Find by name").fill("learner 07");
    Locator learner = instructor.control(AriaRole.LINK, "Demo learner 07");
    learner.click();
    instructor.page().waitForURL("**/learners/*");
    instructor.settle();
    assertThat(instructor.heading()).isEqualTo("Demo learner 07");
  }

  @Test
  void isTheOnlyOneToSeeCohorts() {
    Visitor learner = visitor().signInAs("learner");
    assertThat(learner.control(AriaRole.LINK, "Cohorts").count()).isZero();
    learner.open("cohorts");
    assertThat(learner.heading()).isEqualTo("There is nothing here");
  }
}
