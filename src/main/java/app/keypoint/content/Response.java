package app.keypoint.content;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a learner answered. */
public sealed interface Response {

  /** The longest text that is taken as an answer, in UTF-16 units. */
  int MAX_TYPED = 200;

  /** More options than any question has. */
  int MAX_PICKED = 50;

  /** Options picked, by id. */
  record Picked(@Size(max = MAX_PICKED) Set<@Size(max = Quiz.MAX_ID) String> optionIds)
      implements Response {
    public Picked {
      optionIds = Set.copyOf(optionIds);
    }
  }

  /**
   * Text typed, one for each blank of a cloze.
   *
   * @param texts as typed, in the order of reading
   * @param overruled the learner saw it counted as wrong and said "I was right"
   * @param language in which the question was shown: it is graded by that
   */
  record Typed(
      @Size(max = Question.Cloze.MAX_BLANKS) List<@Size(max = MAX_TYPED) String> texts,
      boolean overruled,
      Locale language)
      implements Response {

    public Typed {
      texts = List.copyOf(texts);
    }

    /** Typed where there is one thing to type. */
    public Typed(String text, boolean overruled, Locale language) {
      this(List.of(text), overruled, language);
    }

    /** Typed to a question in its original language. */
    public Typed(String text, boolean overruled) {
      this(text, overruled, Translations.ORIGINAL);
    }

    /** The same, overruled by the learner or not. */
    public Typed overruled(boolean claim) {
      return new Typed(texts, claim, language);
    }

    /** What was typed; of several blanks with an ellipsis between them. */
    public String text() {
      return String.join(" … ", texts);
    }

    /** Whether all was left empty. */
    public boolean blank() {
      return texts.stream().allMatch(String::isBlank);
    }
  }
}
