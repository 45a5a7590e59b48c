package app.keypoint.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

  private static final Instant EVENING = Instant.parse("2026-03-09T22:30:00Z");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A row of everything that a cell can hold. */
  private record Line(
      String name,
      @Nullable Integer due,
      @Nullable Double retained,
      @Nullable Double deviation,
      @Nullable LocalDate joined,
      @Nullable Instant seen) {

    static Line of(String name) {
      return new Line(name, null, null, null, null, null);
    }
  }

  private static final Line FULL =
      new Line("王芳", 12, 2 / 3.0, 1.48324, LocalDate.of(2026, 1, 2), EVENING);

  private static Table<Line> table(String title, List<Line> lines) {
    return Table.of(
        title,
        List.of(
            Column.text("name", Line::name),
            Column.whole("due", Line::due),
            Column.share("retained", Line::retained),
            Column.decimal("deviation", Line::deviation),
            Column.day("joined", Line::joined),
            Column.moment("seen", SHANGHAI, Line::seen)),
        lines);
  }

  @Test
  void aCsvHasPlainNumbersAndDatesAsSpreadsheetsKnowThem() throws IOException {
    NamedCsvRecord row = onlyCsv(FULL);
    assertThat(row.getField("name")).isEqualTo("王芳");
    assertThat(row.getField("due")).isEqualTo("12");
    assertThat(row.getField("retained")).isEqualTo("0.6667");
    assertThat(row.getField("deviation")).isEqualTo("1.48324");
    assertThat(row.getField("joined")).isEqualTo("2026-01-02");
    assertThat(row.getField("seen (Asia/Shanghai)")).isEqualTo("2026-03-10 06:30:00");
  }

  @Test
  void aCsvLeavesUnknownEmpty() throws IOException {
    assertThat(onlyCsv(Line.of("Ada")).getFields()).containsExactly("Ada", "", "", "", "", "");
  }

  @Test
  void aCsvStartsWithAByteOrderMark() throws IOException {
    assertThat(written(TableFormat.CSV, table("Learners", List.of(FULL))))
        .startsWith(0xEF, 0xBB, 0xBF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"})
  void noSpreadsheetRunsANameInACsv(String name) throws IOException {
    assertThat(onlyCsv(Line.of(name)).getField("name")).isEqualTo("'" + name);
  }

  @Property
  void anyNameComesBackFromACsvAndNeverStartsAFormula(@ForAll String name) throws IOException {
    String read = onlyCsv(Line.of(name)).getField("name");
    assertThat(read.replace("'", "")).isEqualTo(name.replace("'", ""));
    assertThat(read).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';'})
  void noCellOfACsvStartsAFormulaHoweverItIsSplit(char separator) throws IOException {
    for (String name :
        List.of("x;=HYPERLINK(1)", "x,=1+1", "x;\"=1", "x;+1", "x; -1", "x;\"\"@SUM(A1)")) {
      String file =
          new String(
              written(TableFormat.CSV, table("Learners", List.of(Line.of(name)))),
              StandardCharsets.UTF_8);
      for (String line : file.substring(1).lines().toList()) {
        for (String cell : line.split(Character.toString(separator))) {
          assertThat(cell.replaceAll("^[\"\\s]+", "")).as(name).doesNotContainPattern("^[=+@-]");
        }
      }
    }
  }

  @Test
  void aWorkbookHasNumbersSharesAndDatesThatAreSuch() throws IOException {
    List<Row> rows = onlySheet(FULL);
    assertThat(rows.getFirst().stream().map(cell -> cell.getText()).toList())
        .containsExactly("name", "due", "retained", "deviation", "joined", "seen (Asia/Shanghai)");
    Row row = rows.get(1);
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(0).asString()).isEqualTo("王芳");
    assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("12");
    assertThat(row.getCell(2).asNumber()).isCloseTo(BigDecimal.valueOf(2 / 3.0), offset());
    assertThat(row.getCell(2).getDataFormatString()).isEqualTo("0.0%");
    assertThat(row.getCell(3).asNumber()).isCloseTo(BigDecimal.valueOf(1.48324), offset());
    assertThat(row.getCell(4).asDate()).isEqualTo(LocalDateTime.of(2026, 1, 2, 0, 0));
    assertThat(row.getCell(4).getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(row.getCell(5).asDate()).isEqualTo(LocalDateTime.of(2026, 3, 10, 6, 30));
  }

  private static Offset<BigDecimal> offset() {
    return Offset.offset(new BigDecimal("1e-9"));
  }

  @Test
  void aWorkbookLeavesUnknownEmpty() throws IOException {
    Row row = onlySheet(Line.of("Ada")).get(1);
    assertThat(row.stream().skip(1).filter(cell -> cell != null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "12", "2026-01-02", "<b>&\"'"})
  void textsOfAWorkbookAreTextsWhateverTheyBeginWith(String name) throws IOException {
    org.dhatim.fastexcel.reader.Cell cell = onlySheet(Line.of(name)).get(1).getCell(0);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getFormula()).isNull();
    assertThat(cell.asString()).isEqualTo(name);
  }

  @Test
  void textsStayTextsWhenTheyAreEdited() throws IOException {
    Map<String, String> parts =
        parts(written(TableFormat.XLSX, table("Learners", List.of(Line.of("=1+1")))));
    String styles = requireNonNull(parts.get("xl/styles.xml"));
    Matcher format = Pattern.compile("numFmtId=\"(\\d+)\" formatCode=\"@\"").matcher(styles);
    assertThat(format.find()).as(styles).isTrue();
    List<String> cells =
        Pattern.compile("<xf [^>]*>")
            .matcher(styles.replaceFirst("(?s).*<cellXfs", ""))
            .results()
            .map(MatchResult::group)
            .toList();
    Matcher cell =
        Pattern.compile("<c r=\"A2\"[^>]* s=\"(\\d+)\"")
            .matcher(requireNonNull(parts.get("xl/worksheets/sheet1.xml")));
    assertThat(cell.find()).isTrue();
    assertThat(cells.get(Integer.parseInt(cell.group(1))))
        .contains("numFmtId=\"" + format.group(1) + "\"");
  }

  /** Not as a stream: sizes stand behind what they are the size of. */
  private static Map<String, String> parts(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("keypoint-workbook-", ".xlsx");
    Map<String, String> parts = new HashMap<>();
    try {
      Files.write(file, bytes);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          try (InputStream part = zip.getInputStream(entry)) {
            parts.put(entry.getName(), new String(part.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    } finally {
      Files.delete(file);
    }
    return parts;
  }

  @Property(tries = 200)
  void anyNameMakesAWorkbookThatOpens(@ForAll String name) throws IOException {
    String read = onlySheet(Line.of("x" + name)).get(1).getCell(0).asString();
    assertThat(read).startsWith("x");
  }

  @Test
  void whatIsTooLongForACellIsCut() throws IOException {
    String name = "x".repeat(32_766) + "😀";
    assertThat(onlySheet(Line.of(name)).get(1).getCell(0).asString()).hasSize(32_767);
  }

  @Test
  void eachTableHasASheetOfItsOwnWhateverItIsCalled() throws IOException {
    String title = "[Quiz]: a/b\\c? *with* a title longer than a sheet's name may be";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    TableFormat.XLSX.write(
        List.of(table(title, List.of(FULL)), table(title, List.of()), table("Third", List.of())),
        file);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      List<String> names = workbook.getSheets().map(Sheet::getName).toList();
      assertThat(names).hasSize(3).doesNotHaveDuplicates().last().isEqualTo("Third");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "XLSX"})
  void whatHasBeenWrittenIsNotHeld(String format) throws IOException {
    List<WeakReference<Line>> first = new ArrayList<>();
    boolean[] gone = {false};
    Table.Rows<Line> rows =
        row -> {
          for (int i = 0; i < 3_000; i++) {
            Line line = new Line("Learner " + i, i, 0.5, 0.5, LocalDate.EPOCH, EVENING);
            if (i == 0) {
              first.add(new WeakReference<>(line));
            }
            row.accept(line);
          }
          System.gc();
          gone[0] = first.getFirst().get() == null;
        };
    Table<Line> like = table("Learners", List.of());
    TableFormat.valueOf(format)
        .write(
            List.of(new Table<>(like.title(), like.columns(), rows)),
            OutputStream.nullOutputStream());
    assertThat(gone[0]).isTrue();
  }

  @Test
  void aFileIsNamedForWhatIsInIt() {
    LocalDate day = LocalDate.of(2026, 3, 10);
    assertThat(TableFormat.CSV.fileName(day, "Strategy seminar, autumn!", "Learners"))
        .isEqualTo("Strategy-seminar-autumn-Learners-2026-03-10.csv");
    assertThat(TableFormat.XLSX.fileName(day, "../战略/研讨")).isEqualTo("战略-研讨-2026-03-10.xlsx");
    assertThat(TableFormat.CSV.fileName(day, "!?")).isEqualTo("table-2026-03-10.csv");
  }

  private static NamedCsvRecord onlyCsv(Line line) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(
                new ByteArrayInputStream(
                    written(TableFormat.CSV, table("Learners", List.of(line)))),
                StandardCharsets.UTF_8)) {
      return reader.stream().toList().getFirst();
    }
  }

  private static List<Row> onlySheet(Line line) throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(
            new ByteArrayInputStream(written(TableFormat.XLSX, table("Learners", List.of(line)))),
            new ReadingOptions(true, false))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static byte[] written(TableFormat format, Table<?> table) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      format.write(List.of(table), file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
