package app.keypoint.cohort.ui.dashboard;

import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.progress.KeyPointMastery.Level;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A learner's key points of one quiz as small bars: the height says how much is retained, so that
 * colour is not the only signal; each bar names its key point on hover, and the whole is read out
 * as a count of each level.
 */
class KeyPointStrip extends Span {

  KeyPointStrip(Component in, Quiz quiz, List<KeyPointMastery> mastery) {
    addClassName("strip");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", summary(in, quiz, mastery));
    // One element instead of one a bar: a cohort has thousands of bars.
    getElement()
        .setProperty(
            "innerHTML",
            mastery.stream().map(point -> bar(in, point)).collect(Collectors.joining()));
  }

  private static String bar(Component in, KeyPointMastery point) {
    String title =
        in.getTranslation(
            "cohort.point." + point.level(),
            QuizTexts.of(point.keyPoint()).text().title(),
            point.retained());
    return "<i class=\"%s\" style=\"--retained:%d%%\" title=\"%s\"></i>"
        .formatted(
            point.level().name().toLowerCase(Locale.ROOT),
            Math.round(point.retained() * 100),
            HtmlUtils.htmlEscape(title));
  }

  private static String summary(Component in, Quiz quiz, List<KeyPointMastery> mastery) {
    return Arrays.stream(Level.values())
        .map(
            level ->
                in.getTranslation(
                    "cohort.points." + level,
                    mastery.stream().filter(point -> point.level() == level).count()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", ", QuizTexts.title(quiz) + ": ", ""));
  }
}
