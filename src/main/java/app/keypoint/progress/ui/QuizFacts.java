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

  /** How large it is. */
  static String size(QuizProgress quiz) {
    return join(
        text("quiz.questions", quiz.quiz().questions().size()),
        text("quiz.key-points", quiz.quiz().keyPoints().size()));
  }

  /** What is retained today; or that there is nothing to retain yet. */
  static String retained(QuizProgress quiz) {
    if (quiz.cards() > 0) {
      return text("quiz.retained", percent(quiz.retained()));
    }
    return text(quiz.state() == QuizProgress.State.OPEN ? "quiz.in-progress" : "quiz.not-started");
  }

  /** Attempts and best score; null before the first. */
  static @Nullable String taken(QuizProgress quiz) {
    Double best = quiz.best();
    return best == null
        ? null
        : join(text("quiz.attempts", quiz.attempts()), text("quiz.best", percent(best)));
  }

  /** Where its open attempt is, or else its size and how it was taken. */
  static String now(QuizProgress quiz, Instant now) {
    return quiz.state() == QuizProgress.State.OPEN
        ? open(quiz, now)
        : join(size(quiz), taken(quiz));
  }

  private static String open(QuizProgress quiz, Instant now) {
    QuizStanding standing = Objects.requireNonNull(quiz.standing());
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

  /** The same, with the open attempt's place or the attempts so far. */
  static Div standing(QuizProgress quiz, Instant now) {
    Div standing = standing(quiz);
    String more = quiz.state() == QuizProgress.State.OPEN ? open(quiz, now) : taken(quiz);
    if (more != null) {
      Span facts = new Span(more);
      facts.addClassNames("muted", "small", "num");
      standing.add(facts);
    }
    return standing;
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
