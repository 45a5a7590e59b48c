package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.ago;
import static app.keypoint.progress.ui.Texts.percent;
import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.progress.QuizProgress;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.ui.Bar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say of a quiz and its learner, in few words. */
final class QuizFacts {

  private QuizFacts() {}

  /** How large it is, and how often and how well it was taken. */
  static String of(QuizProgress quiz) {
    return join(
        text("quiz.questions", quiz.quiz().questions().size()),
        text("quiz.key-points", quiz.quiz().keyPoints().size()),
        taken(quiz));
  }

  /** What is retained today; or that there is nothing to retain yet. */
  static String retained(QuizProgress quiz) {
    return quiz.cards() == 0
        ? text("quiz.not-started")
        : text("quiz.retained", percent(quiz.retained()));
  }

  /** Attempts and best score; null before the first. */
  static @Nullable String taken(QuizProgress quiz) {
    Double best = quiz.best();
    return best == null
        ? null
        : join(text("quiz.attempts", quiz.attempts()), text("quiz.best", percent(best)));
  }

  /** Where its open attempt is, or else {@link #of}. */
  static String now(QuizProgress quiz, Instant now) {
    QuizStanding standing = quiz.standing();
    if (standing == null || standing.openAttempt() == null) {
      return of(quiz);
    }
    int question = Math.min(standing.answered() + 1, standing.total());
    Instant saved = standing.savedAt();
    return join(
        text("quiz.at", question, standing.total()),
        saved == null ? null : text("quiz.saved", ago(saved, now)));
  }

  /** A bar with its meaning in words: the open attempt's progress, or what is retained. */
  static Div standing(QuizProgress quiz) {
    return switch (quiz.state()) {
      case NEW -> bar(0, text("quiz.not-started"));
      case OPEN -> {
        QuizStanding open = Objects.requireNonNull(quiz.standing());
        yield bar((double) open.answered() / Math.max(1, open.total()), text("quiz.in-progress"));
      }
      case TAKEN -> bar(quiz.retained(), retained(quiz));
    };
  }

  private static Div bar(double share, String words) {
    Span label = new Span(words);
    label.addClassNames("muted", "small", "num");
    Div standing = new Div(new Bar(share, words), label);
    standing.addClassName("standing");
    return standing;
  }

  private static String join(@Nullable String... facts) {
    return Stream.of(facts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }
}
