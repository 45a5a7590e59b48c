package app.keypoint.cohort.ui.dashboard;

import app.keypoint.progress.KeyPointMastery.Level;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** What the bars of key points in the learners' table say. */
final class MasteryLegend extends Paragraph {

  MasteryLegend() {
    add(new Span(getTranslation("cohort.legend")));
    addClassNames("legend", "muted", "small");
    for (Level level : List.of(Level.STRONG, Level.GROWING, Level.WEAK, Level.NEW)) {
      Span bar = new Span();
      bar.addClassName("strip");
      bar.getElement()
          .setProperty(
              "innerHTML",
              "<i class=\"%s\" style=\"--retained:%s%%\"></i>"
                  .formatted(level.name().toLowerCase(Locale.ROOT), example(level)));
      Span entry = new Span(bar, new Span(getTranslation("cohort.mastery." + level)));
      entry.addClassName("entry");
      add(entry);
    }
  }

  private static int example(Level level) {
    return switch (level) {
      case STRONG -> 95;
      case GROWING -> 75;
      case WEAK -> 35;
      case NEW -> 0;
    };
  }
}
