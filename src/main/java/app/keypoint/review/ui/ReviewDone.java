package app.keypoint.review.ui;

import app.keypoint.content.ui.Keys;
import app.keypoint.review.ReviewProgress;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** The end of the day's review: what was done and when to come back. */
class ReviewDone extends Div {

  ReviewDone(ReviewProgress progress, LocalDate today, Runnable onQuizzes, Runnable onLeave) {
    addClassName("done");
    H1 title = new H1(getTranslation("review.done.title"));
    title.addClassName("prompt");
    add(title, new Paragraph(getTranslation("review.done.cards", progress.cleared())));
    if (progress.overLimit() > 0) {
      add(new Paragraph(getTranslation("review.done.held", progress.overLimit())));
    }
    NativeButton primary;
    if (progress.nextDay() == null) {
      add(new Paragraph(getTranslation("review.done.none")));
      primary = Keys.primary(getTranslation("review.done.quizzes"), onQuizzes);
    } else {
      add(new Paragraph(next(progress, progress.nextDay(), today)));
      primary = Keys.primary(getTranslation("review.leave"), onLeave);
    }
    add(primary);
    addAttachListener(attach -> primary.focus());
  }

  /** Adds a way back for cards that were suspended. */
  void offerResume(int suspended, Runnable onResume) {
    NativeButton resume =
        new NativeButton(getTranslation("review.resume"), click -> onResume.run());
    resume.addClassName("btn");
    add(new Paragraph(getTranslation("review.suspended-cards", suspended)), resume);
  }

  private String next(ReviewProgress progress, LocalDate day, LocalDate today) {
    String when =
        day.equals(today.plusDays(1))
            ? getTranslation("review.done.tomorrow")
            : getTranslation(
                "review.done.on",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(getLocale())
                    .format(day));
    return getTranslation("review.done.next", when, progress.nextCards());
  }
}
