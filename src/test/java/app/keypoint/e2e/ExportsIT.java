package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** An instructor takes a cohort along: as tables, as grades, as every answer, and on paper. */
class ExportsIT extends BrowserTest {

  @Test
  void tablesGradesAndAnswersAreReadBack() throws IOException {
    Visitor instructor = atTheCohort(visitor());
    instructor.control(AriaRole.LINK, "Export").click();
    instructor.page().waitForURL("**/export");
    instructor.settle();

    List<Row> learners = sheet(download(instructor, "Learners as XLSX"));
    assertThat(learners.getFirst().getCellText(0)).isEqualTo("Name");
    assertThat(learners.get(1).getCellText(0)).startsWith("Demo learner");
    assertThat(learners.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);

    List<NamedCsvRecord> grades = csv(download(instructor, "gradebook for Canvas as CSV"));
    assertThat(grades.getFirst().getField("Student")).isEqualTo("    Points Possible");
    assertThat(grades.get(1).getField("SIS Login ID")).isNotBlank();
    assertThat(grades).hasSize(learners.size());

    List<NamedCsvRecord> moodle = csv(download(instructor, "gradebook for Moodle as CSV"));
    assertThat(moodle).hasSize(learners.size() - 1);

    List<NamedCsvRecord> answers = csv(download(instructor, "Answers as CSV"));
    List<Row> same = sheet(download(instructor, "Answers as XLSX"));
    assertThat(answers).hasSizeGreaterThan(100);
    assertThat(same).hasSize(answers.size() + 1);
    assertThat(answers).extracting(row -> row.getField("Occasion")).contains("quiz", "review");
    assertThat(same.getLast().getCell(2).asDate().getYear()).isGreaterThan(2000);
  }

  @Test
  void theTableIsTakenAlongAsItIsSeen() throws IOException {
    Visitor instructor = atTheCohort(visitor());
    instructor.page().getByLabel("Find by name").fill("learner 07");
    instructor.page().locator(".members [role=status]").getByText("1 of").waitFor();
    instructor.settle();
    List<NamedCsvRecord> rows = csv(download(instructor, "Learners as CSV"));
    assertThat(rows)
        .singleElement()
        .extracting(row -> row.getField("Name"))
        .isEqualTo("Demo learner 07");
  }

  @Test
  void theReportIsPrintedOnA4AndLetterInLightColours() throws IOException {
    Visitor instructor = atTheCohort(visitor(new Look(ColorScheme.DARK, Look.DESK, "en-US")));
    instructor.control(AriaRole.LINK, "Export").click();
    instructor.page().waitForURL("**/export");
    instructor.control(AriaRole.LINK, "Report to print").click();
    instructor.page().waitForURL("**/report");
    instructor.settle();
    Page page = instructor.page();
    for (String format : List.of("A4", "Letter")) {
      Path file = Path.of("target", "e2e", "report-" + format + ".pdf");
      Files.createDirectories(file.getParent());
      page.pdf(new Page.PdfOptions().setFormat(format).setPath(file).setPrintBackground(false));
      assertThat(pages(file)).as(format).isGreaterThan(1);
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".report h1").innerText()).isEqualTo("Demo cohort");
    assertThat(page.locator(".report").innerText())
        .contains("Demo learner 07")
        .contains("Best scores");
    assertThat(page.locator(".report .tools").isVisible()).isFalse();
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.report td')).color"))
        .isEqualTo("rgb(0, 0, 0)");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.report thead')).display"))
        .as("heads are repeated")
        .isEqualTo("table-header-group");
  }

  private static Visitor atTheCohort(Visitor visitor) {
    Visitor instructor = visitor.signInAs("instructor").open("cohorts");
    instructor.control(AriaRole.LINK, "Demo cohort").click();
    instructor.page().waitForURL("**/cohorts/*");
    return instructor.settle();
  }

  private static Path download(Visitor visitor, String link) {
    Download download =
        visitor.page().waitForDownload(() -> visitor.control(AriaRole.LINK, link).click());
    assertThat(download.failure()).isNull();
    return download.path();
  }

  private static List<NamedCsvRecord> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  private static List<Row> sheet(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(bytes)) {
      return workbook.getFirstSheet().read();
    }
  }

  /** Chromium writes the objects of pages in the clear. */
  private static long pages(Path file) throws IOException {
    return Pattern.compile("/Type\\s*/Page\\b(?!s)")
        .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }
}
