package app.keypoint.quiz.ui;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Worded;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.Outcome;
import app.keypoint.content.ui.PictureFigure;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.quiz.Attempt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A question of a finished attempt, to be opened: what was answered, what is right, and why. */
class AnsweredQuestion extends NativeDetails {

  private final Question question;
  private final Locale language;

  AnsweredQuestion(Attempt.Item item) {
    this(item, "quiz.score.you");
  }

  /**
   * @param answered key of what precedes the answer
   */
  AnsweredQuestion(Attempt.Item item, String answered) {
    Attempt.Answer answer = Objects.requireNonNull(item.answer());
    Worded<Question> worded = QuizTexts.answered(item.asked().question(), answer.response());
    question = worded.text();
    language = worded.language();
    setSummary(summary(answer));
    DescriptionList list = new DescriptionList();
    if (!answer.outcome().right()) {
      list.add(new Term(getTranslation(answered)), new Description(yours(answer)));
    }
    list.add(new Term(getTranslation("quiz.score.answer")), new Description(right()));
    Paragraph why = new Paragraph(markdown(question.explanation()));
    Div content = new Div();
    PictureFigure.of(worded, item.asked().question()).ifPresent(content::add);
    content.add(list, why);
    setContent(content);
    addClassName("answered");
  }

  private Component summary(Attempt.Answer answer) {
    Outcome outcome = answer.outcome();
    String how = outcome.right() ? "right" : outcome.marks() > 0 ? "part" : "wrong";
    Span tag = new Span(getTranslation("quiz.score.tag." + how));
    tag.addClassNames("tag", outcome.right() ? "ok" : "bad");
    Span summary = new Span(markdown(question.prompt()), withConfidence(tag, answer.confidence()));
    summary.addClassName("line");
    return summary;
  }

  private Component withConfidence(Span tag, @Nullable Confidence confidence) {
    if (confidence == null) {
      return tag;
    }
    Span said = new Span(getTranslation("content.confidence." + confidence));
    said.addClassNames("muted", "small");
    Span both = new Span(said, tag);
    both.addClassName("said");
    return both;
  }

  private Component[] yours(Attempt.Answer answer) {
    return switch (answer.response()) {
      case Response.Picked picked -> {
        List<Option> options =
            options().stream().filter(option -> picked.optionIds().contains(option.id())).toList();
        yield options.isEmpty()
            ? new Component[] {nothing()}
            : options.stream().map(this::withReason).toArray(Component[]::new);
      }
      case Response.Typed typed when typed.texts().size() > 1 ->
          IntStream.range(0, typed.texts().size())
              .mapToObj(i -> blank(i, typed.texts().get(i), answer.outcome().blanks()))
              .toArray(Component[]::new);
      case Response.Typed typed -> {
        Div text = new Div(typed.text().isBlank() ? nothing() : new Span(typed.text()));
        if (answer.outcome().why() != null) {
          text.add(reason(answer.outcome().why(), typed.language()));
        }
        yield new Component[] {text};
      }
    };
  }

  private Component[] right() {
    return switch (question) {
      case Question.Choice choice ->
          choice.options().stream()
              .filter(Option::correct)
              .map(option -> new Div(markdown(option.text())))
              .toArray(Component[]::new);
      case Question.Typed typed when typed.keys().size() > 1 ->
          IntStream.range(0, typed.keys().size())
              .mapToObj(i -> numbered(i, marked(typed.keys().get(i).answer())))
              .toArray(Component[]::new);
      case Question.Typed typed -> new Component[] {new Div(marked(typed.answer()))};
    };
  }

  /**
   * @param outcomes of all blanks, if they are known
   */
  private Component blank(int nth, String typed, List<Outcome> outcomes) {
    Span text = typed.isBlank() ? nothing() : new Span(typed);
    if (outcomes.isEmpty()) {
      return numbered(nth, text);
    }
    Outcome outcome = outcomes.get(nth);
    Span tag = new Span(getTranslation("quiz.score.tag." + (outcome.right() ? "right" : "wrong")));
    tag.addClassNames("tag", outcome.right() ? "ok" : "bad");
    Div line = numbered(nth, text);
    line.add(" ");
    line.add(tag);
    if (outcome.why() != null) {
      line.add(reason(outcome.why(), language));
    }
    return line;
  }

  private Div numbered(int nth, Span words) {
    Span number = new Span("(" + (nth + 1) + ") ");
    number.addClassName("muted");
    return new Div(number, words);
  }

  private Span marked(String words) {
    return QuizTexts.marked(new Span(words), language);
  }

  private Component withReason(Option option) {
    Div line = new Div(markdown(option.text()));
    if (!option.correct() && option.why() != null) {
      line.add(reason(option.why(), language));
    }
    return line;
  }

  private static Component reason(String why, Locale language) {
    Div reason = new Div(Rich.html(why, language));
    reason.addClassNames("muted", "small");
    return reason;
  }

  private Span nothing() {
    return new Span(getTranslation("quiz.score.nothing"));
  }

  private List<Option> options() {
    return question instanceof Question.Choice choice ? choice.options() : List.of();
  }

  private Span markdown(String text) {
    return Rich.html(text, language);
  }
}
