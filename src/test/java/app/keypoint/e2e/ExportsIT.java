package app.keypoint.e2e;

import static app.keypoint.e2e.TakenAlong.csv;
import static app.keypoint.e2e.TakenAlong.download;
import static app.keypoint.e2e.TakenAlong.printed;
import static app.keypoint.e2e.TakenAlong.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.e2e.TakenAlong.Printed;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** An instructor takes a cohort of twelve weeks along: as tables, every answer, and on paper. */
class ExportsIT extends BrowserTest {

  @Test
  void tablesGradesAndAnswersAreReadBack() throws IOException {
    Visitor instructor = atTheExports(visitor());
    List<Row> learners = sheet(download(instructor, "Learners as XLSX"));
    assertThat(learners.getFirst().getCellText(0)).isEqualTo("Name");
    assertThat(learners.get(1).getCellText(0)).startsWith("Demo learner");
    assertThat(learners.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);

    List<NamedCsvRecord> grades = csv(download(instructor, "gradebook for Canvas as CSV"));
    assertThat(grades.getFirst().getField("Student")).isEqualTo("    Points Possible");
    assertThat(grades.get(1).getField("SIS Login ID")).isNotBlank();
    assertThat(grades).hasSize(learners.size());

    List<NamedCsvRecord> answers = csv(download(instructor, "Answers as CSV"));
    List<Row> same = sheet(download(instructor, "Answers as XLSX"));
    assertThat(answers).hasSizeGreaterThan(100);
    assertThat(same).hasSize(answers.size() + 1);
    assertThat(answers).extracting(row -> row.getField("Occasion")).contains("quiz", "review");
    assertThat(same.getLast().getCell(2).asDate().getYear()).isGreaterThan(2000);
  }

  @Test
  void theReportIsPrintedOnA4AndLetterInLightColours() throws IOException {
    Visitor instructor = atTheExports(visitor(new Look(ColorScheme.DARK, Look.DESK, "en-US")));
    new InstructorAtWork(instructor).follow("Report to print", "report");
    Page page = instructor.page();
    for (String paper : List.of("A4", "Letter")) {
      Printed report = printed(instructor, paper, "report");
      assertThat(report.sheets()).as(paper).hasSizeGreaterThan(1);
      assertThat(report.text()).as(paper).contains("Demo learner 07", "Best scores");
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".report h1").innerText()).isEqualTo("Demo cohort");
    assertThat(page.locator(".report .tools").isVisible()).isFalse();
    // What :has() says of the page is worked out again a moment after the medium has changed.
    page.waitForFunction(
        "getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.report td')).color"))
        .isEqualTo("rgb(0, 0, 0)");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.report thead')).display"))
        .as("heads are repeated")
        .isEqualTo("table-header-group");
  }

  private static Visitor atTheExports(Visitor visitor) {
    InstructorAtWork work = new InstructorAtWork(visitor.enterAs("instructor"));
    work.openCohort("Demo cohort");
    work.follow("Export", "export");
    return visitor;
  }
}
