package app.keypoint.ui.chart;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart drawn by one of our web components. The server makes all its words, in the learner's
 * language; people who do not see the drawing get a label that sums it up and a table.
 */
abstract class Chart extends Component {

  /** What stands for a day in {@link #tips}. */
  static final String DAY = "{0}";

  /** Gives the drawing its data and its label. */
  void draw(ObjectNode data, String label) {
    data.put("label", label);
    getElement().setPropertyJson("data", data);
  }

  /**
   * Gives it the table that stands for the drawing, made by the browser: as elements it would be
   * most of what the page weighs. The first cell of each row is its heading.
   */
  void table(String caption, List<String> headings, List<List<String>> rows) {
    ObjectNode table = JsonNodeFactory.instance.objectNode();
    table.put("caption", caption);
    ArrayNode head = table.putArray("headings");
    headings.forEach(head::add);
    ArrayNode body = table.putArray("rows");
    for (List<String> cells : rows) {
      ArrayNode row = body.addArray();
      cells.forEach(row::add);
    }
    getElement().setPropertyJson("table", table);
  }

  /**
   * Words for each value that occurs, with {0} where the page puts a day: it names the days itself,
   * since as words they would be most of what the page weighs.
   */
  static ObjectNode tips(IntStream values, IntFunction<String> words) {
    ObjectNode tips = JsonNodeFactory.instance.objectNode();
    values.distinct().forEach(value -> tips.put(Integer.toString(value), words.apply(value)));
    return tips;
  }

  /** A day in full, such as "Friday, 27 November 2026". */
  String fullDay(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(getLocale()).format(day);
  }

  /** A day in few letters, such as "27 Nov". */
  String shortDay(LocalDate day) {
    return DateTimeFormatter.ofPattern(getTranslation("ui.day-format"), getLocale()).format(day);
  }
}
