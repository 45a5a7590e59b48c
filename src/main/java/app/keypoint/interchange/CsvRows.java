package app.keypoint.interchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;

/**
 * Reads the rows of a CSV file from anywhere: cells are separated by comma, semicolon or tab, and
 * rows may be of different lengths.
 */
public final class CsvRows {

  /** The longest cell; a longer one is a quote that nobody closed. */
  private static final int MAX_CELL = 10_000;

  private CsvRows() {}

  /** The rows, empty ones too; reading goes on while they are asked for. */
  public static CsvReader<CsvRecord> of(BufferedReader text, int maxCells) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(Separator.of(text))
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(CsvRecordHandler.builder().maxFieldSize(MAX_CELL).maxFields(maxCells).build(), text);
  }
}
