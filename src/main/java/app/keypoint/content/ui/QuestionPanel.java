package app.keypoint.content.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.Outcome;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question as a learner sees it: asked first, then revealed in place. What would give the answer
 * away is put on the page by {@link #reveal} only.
 */
public class QuestionPanel extends Div {

  private final Consumer<Response> onAnswer;
  private final Runnable onOverrule;
  private final Div status = new Div();
  private final Div place = new Div();

  /**
   * @param onAnswer called with what the learner answered
   * @param onOverrule called when the learner says that a typed answer counted as wrong was right
   */
  public QuestionPanel(Consumer<Response> onAnswer, Runnable onOverrule) {
    this.onAnswer = onAnswer;
    this.onOverrule = onOverrule;
    addClassName("question");
    status.addClassName("sr-only");
    status.getElement().setAttribute("role", "status");
    add(place, status);
  }

  /** Shows a question to be answered. */
  public void ask(AskedQuestion asked) {
    status.setText("");
    place.removeAll();
    Question question = asked.version().question();
    Component input =
        switch (question) {
          case Question.Single single -> new SingleInput(inOrder(single, asked), onAnswer::accept);
          case Question.Multi multi -> new MultiInput(inOrder(multi, asked), onAnswer::accept);
          case Question.Typed typed ->
              new TypedInput(hint(typed), text -> onAnswer.accept(new Response.Typed(text, false)));
        };
    place.add(context(asked), prompt(Markdown.html(question.prompt())), input);
  }

  /** Shows what was answered, what is right, and why. */
  public void reveal(AskedQuestion asked, Response response, Outcome outcome) {
    place.removeAll();
    Question question = asked.version().question();
    Component answer =
        switch (question) {
          case Question.Choice choice ->
              new RevealedOptions(inOrder(choice, asked), (Response.Picked) response);
          case Question.Typed typed ->
              new RevealedText(typed, (Response.Typed) response, outcome, onOverrule);
        };
    place.add(
        context(asked),
        prompt(Markdown.html(question.prompt())),
        answer,
        new Explanation(question, asked.quiz()));
    status.setText(
        getTranslation(outcome.right() ? "content.status.right" : "content.status.wrong"));
  }

  private static List<Option> inOrder(Question.Choice question, AskedQuestion asked) {
    Map<String, Option> byId =
        question.options().stream().collect(Collectors.toMap(Option::id, Function.identity()));
    return asked.optionOrder().stream().map(byId::get).toList();
  }

  private static String hint(Question.Typed question) {
    return question instanceof Question.Cloze cloze ? cloze.blank().hint() : "";
  }

  /** By number: a key point's title may give the answer away. */
  private Component context(AskedQuestion asked) {
    List<String> keyPoints = asked.quiz().keyPoints().stream().map(KeyPoint::id).toList();
    int nth = keyPoints.indexOf(asked.version().question().keyPointId()) + 1;
    Div context =
        new Div(
            nth == 0
                ? asked.quiz().title()
                : getTranslation("content.context", asked.quiz().title(), nth));
    context.addClassNames("muted", "small");
    return context;
  }

  private static Component prompt(String html) {
    H1 prompt = new H1();
    prompt.add(Rich.html(html));
    prompt.addClassName("prompt");
    return prompt;
  }

  /** The letter of the nth option, from 0. */
  static Span letter(int nth) {
    Span letter = new Span(String.valueOf((char) ('A' + nth)));
    letter.addClassName("key");
    return letter;
  }
}
