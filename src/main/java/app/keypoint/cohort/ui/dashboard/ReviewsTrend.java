package app.keypoint.cohort.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reviews by week as small bars, as high as the learner's own busiest week; the figures are read
 * out.
 */
class ReviewsTrend extends Span {

  private static final int BAR = 6;
  private static final int STEP = 8;
  private static final int HEIGHT = 20;

  /**
   * @param weeks reviews of each, oldest first; not empty
   */
  ReviewsTrend(Component in, List<Integer> weeks) {
    addClassName("trend");
    String words =
        in.getTranslation(
            "cohort.trend.words",
            weeks.size(),
            weeks.stream()
                .map(reviews -> in.getTranslation("cohort.number", reviews))
                .collect(Collectors.joining(", ")));
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", words);
    setTitle(words);
    int most = Math.max(1, Collections.max(weeks));
    // Numbers alone, so nothing in it has to be escaped; one element instead of one a bar.
    getElement()
        .setProperty(
            "innerHTML",
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" aria-hidden=\"true\">%s</svg>"
                .formatted(
                    weeks.size() * STEP,
                    HEIGHT,
                    weeks.size() * STEP,
                    HEIGHT,
                    IntStream.range(0, weeks.size())
                        .mapToObj(week -> bar(week, weeks.get(week), most))
                        .collect(Collectors.joining())));
  }

  private static String bar(int week, int reviews, int most) {
    int height = reviews == 0 ? 1 : Math.max(2, Math.round((float) HEIGHT * reviews / most));
    return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"1\"%s/>"
        .formatted(
            week * STEP, HEIGHT - height, BAR, height, reviews == 0 ? " class=\"none\"" : "");
  }
}
