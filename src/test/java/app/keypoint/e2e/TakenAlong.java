package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** What a visitor takes along, read as the programs of others read it. */
final class TakenAlong {

  private TakenAlong() {}

  /** What a page looks like on paper. */
  record Printed(List<PDRectangle> sheets, String text) {}

  /** The file behind a link. */
  static Path download(Visitor visitor, String link) {
    Download download =
        visitor.page().waitForDownload(() -> visitor.control(AriaRole.LINK, link).click());
    assertThat(download.failure()).isNull();
    return download.path();
  }

  static List<NamedCsvRecord> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  /** The first sheet, its heads included. */
  static List<Row> sheet(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(bytes)) {
      return workbook.getFirstSheet().read();
    }
  }

  /**
   * Prints the page and leaves the file in target/e2e/.
   *
   * @param paper such as A4
   */
  static Printed printed(Visitor visitor, String paper, String name) throws IOException {
    Path file = Path.of("target", "e2e", name + "-" + paper + ".pdf");
    Files.createDirectories(file.getParent());
    visitor
        .page()
        .pdf(new Page.PdfOptions().setFormat(paper).setPath(file).setPrintBackground(false));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return new Printed(
          StreamSupport.stream(document.getPages().spliterator(), false)
              .map(PDPage::getMediaBox)
              .toList(),
          stripper.getText(document));
    }
  }
}
