package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.day;
import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.identity.Account;
import app.keypoint.progress.Progress;
import app.keypoint.progress.QuizProgress;
import app.keypoint.review.ReviewProgress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The day's one sentence and its one button. */
final class TodayHero extends Section {

  TodayHero(Account learner, Progress progress) {
    addClassNames("card", "hero");
    Paragraph date = new Paragraph(day(progress.today()));
    date.addClassName("muted");
    Paragraph more = new Paragraph(more(progress));
    more.addClassName("muted");
    Div words = new Div(date, new H1(title(learner, progress)), more);
    if (progress.review().backlog() > 0) {
      words.add(backlog(progress.review()));
    }
    add(words);
    action(progress).ifPresent(this::add);
  }

  /** What was left from before, apart from the day's own cards. */
  private static Paragraph backlog(ReviewProgress review) {
    Anchor catchUp = new Anchor("catch-up", text("today.catch-up"));
    Paragraph backlog = new Paragraph(new Text(backlogWords(review) + " "), catchUp);
    backlog.addClassNames("muted", "backlog");
    return backlog;
  }

  private static String backlogWords(ReviewProgress review) {
    String words = text("today.backlog", review.backlog());
    return review.overLimit() == 0 ? words : words + " " + text("today.held", review.overLimit());
  }

  private static String title(Account learner, Progress progress) {
    if (progress.review().left() > 0) {
      return text("today.due", progress.review().left());
    }
    if (progress.load().cards() == 0) {
      return text("today.welcome", learner.displayName());
    }
    return progress.activeToday() ? text("today.done") : text("today.free");
  }

  private static String more(Progress progress) {
    if (progress.review().left() > 0) {
      return due(progress);
    }
    if (progress.load().cards() > 0) {
      return next(progress);
    }
    boolean underWay =
        progress.quizzes().stream().anyMatch(quiz -> quiz.state() == QuizProgress.State.OPEN);
    return text(underWay ? "today.welcome-resume" : "today.welcome-text");
  }

  private static String due(Progress progress) {
    String time = text("today.time", Math.round(progress.timeDue().toSeconds() / 60.0));
    int fresh = progress.review().fresh();
    return fresh == 0 ? time : time + " " + text("today.new", fresh);
  }

  private static String next(Progress progress) {
    Optional<Map.Entry<LocalDate, Integer>> next = progress.nextDue();
    if (next.isEmpty()) {
      return text("today.next-none");
    }
    LocalDate day = next.get().getKey();
    return day.equals(progress.today().plusDays(1))
        ? text("today.next-tomorrow", next.get().getValue())
        : text("today.next", next.get().getValue(), day(day));
  }

  private static Optional<Component> action(Progress progress) {
    if (progress.review().left() > 0) {
      return Optional.of(primary(new Anchor("review", text("today.review"))));
    }
    return progress.suggestion().map(quiz -> primary(QuizLinks.namedAction(quiz)));
  }

  private static Component primary(Anchor action) {
    action.addClassNames("btn", "large");
    return QuizLinks.primary(action);
  }
}
