package app.keypoint.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form of file that tables are taken along in. */
public enum TableFormat {
  /** Values separated by commas; one table. */
  CSV("text/csv; charset=utf-8") {
    @Override
    public void write(List<Table<?>> tables, OutputStream target) throws IOException {
      CsvFile.write(tables.getFirst(), target);
    }
  },
  /** A workbook of Office Open XML; a sheet for each table. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public void write(List<Table<?>> tables, OutputStream target) throws IOException {
      XlsxFile.write(tables, target);
    }
  };

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What it is called on the web. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes tables row by row and leaves the stream open.
   *
   * @param tables one at least
   */
  public abstract void write(List<Table<?>> tables, OutputStream target) throws IOException;

  /** A name for a file, safe on every system. */
  public String fileName(LocalDate day, String... about) {
    String words =
        Stream.of(about)
            .map(part -> part.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    return (words.isEmpty() ? "table" : words) + "-" + day + "." + name().toLowerCase(Locale.ROOT);
  }
}
