package app.keypoint.interchange.ui;

import app.keypoint.interchange.LogColumn;
import app.keypoint.interchange.Reading;
import app.keypoint.interchange.ReviewLogCsv;
import app.keypoint.review.history.ImportRefused;
import com.vaadin.flow.component.Component;

/** Why a file cannot be imported, and what to do about it. */
final class Reasons {

  private static final long MEGABYTE = 1024L * 1024;

  private Reasons() {}

  /**
   * @param asker in whose language
   */
  static String text(Component asker, Reading.Refused reason) {
    return switch (reason) {
      case Reading.TooLarge _ -> tooLarge(asker);
      case Reading.TooManyRows(int most) -> tooManyRows(asker, most);
      case Reading.NotText _ -> asker.getTranslation("interchange.refused.encoding");
      case Reading.NoRows _ -> asker.getTranslation("interchange.refused.empty");
      case Reading.MissingColumns(var missing, var found) ->
          asker.getTranslation(
              "interchange.refused.columns",
              String.join(", ", missing),
              found.isEmpty() ? "–" : String.join(", ", found),
              String.join(", ", LogColumn.titles()));
      case Reading.DoubleColumn(var title) ->
          asker.getTranslation("interchange.refused.double", title);
      case Reading.BrokenRow(long line) -> asker.getTranslation("interchange.refused.broken", line);
    };
  }

  /** Why nothing was imported although the file is in order. */
  static String text(Component asker, ImportRefused why) {
    return switch (why.reason()) {
      case BUSY -> asker.getTranslation("interchange.refused.busy");
      case TOO_MANY -> tooManyRows(asker, why.most());
      case FULL -> asker.getTranslation("interchange.refused.full", why.most());
    };
  }

  private static String tooManyRows(Component asker, int most) {
    return asker.getTranslation("interchange.refused.rows", most);
  }

  static String tooLarge(Component asker) {
    return asker.getTranslation("interchange.refused.size", ReviewLogCsv.MAX_BYTES / MEGABYTE);
  }
}
