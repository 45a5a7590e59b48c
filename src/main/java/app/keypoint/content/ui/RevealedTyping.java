package app.keypoint.content.ui;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.TypedKey;
import app.keypoint.content.Worded;
import app.keypoint.content.grading.Outcome;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was typed, blank by blank, and how it was counted; a learner may overrule. */
class RevealedTyping extends Div {

  private final Locale language;
  private final Response.Typed response;
  private final Runnable onOverrule;

  /**
   * @param language in which the question is shown
   */
  RevealedTyping(
      Question.Typed question,
      Locale language,
      Response.Typed response,
      Outcome outcome,
      Runnable onOverrule) {
    this.language = language;
    this.response = response;
    this.onOverrule = onOverrule;
    List<TypedKey> keys = question.keys();
    if (keys.size() == 1) {
      RevealedText box = box(getTranslation("content.you-wrote"), 0, keys.getFirst(), outcome);
      if (!outcome.right() && !response.blank()) {
        box.put(overrule(getTranslation("content.i-was-right")));
      }
      add(box);
    } else {
      blanks(keys, outcome);
    }
  }

  private void blanks(List<TypedKey> keys, Outcome whole) {
    List<Outcome> outcomes = whole.blanks();
    boolean known = !outcomes.isEmpty();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      TypedKey key = keys.get(i);
      Outcome outcome = known ? outcomes.get(i) : null;
      RevealedText box = box(getTranslation("content.blank", i + 1, keys.size()), i, key, outcome);
      if (outcome == null || !outcome.right()) {
        wrong.add(String.valueOf(i + 1));
        box.say(QuizTexts.around(key.answer(), language, "content.answer-is"));
      }
      add(box);
    }
    // Which of several it was cannot be said, so it is all of them; an empty one was not right.
    if (!known) {
      if (!whole.right()) {
        add(overrule(getTranslation("content.i-was-right")));
      }
    } else if (!wrong.isEmpty() && response.texts().stream().noneMatch(String::isBlank)) {
      String which =
          ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
              .format(wrong);
      add(overrule(getTranslation("content.i-was-right-in", wrong.size(), which)));
    }
  }

  private RevealedText box(String label, int nth, TypedKey key, @Nullable Outcome outcome) {
    return new RevealedText(
        label,
        new Worded<>(response.texts().get(nth), response.language()),
        new Worded<>(key.answer(), language),
        outcome);
  }

  private NativeButton overrule(String label) {
    NativeButton overrule = new NativeButton(label);
    overrule.addClassNames("btn", "overrule");
    overrule.addClickListener(click -> onOverrule.run());
    return overrule;
  }
}
