package app.keypoint.content.grading;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer is worth: pure, and the same wherever a question is answered. */
public final class Grading {

  private Grading() {}

  /**
   * Grades a response.
   *
   * <p>Single: 1 for the right option, else 0. Multi: +1/k for each right option picked, -1/k for
   * each wrong one, not below 0, where k is the number of right options. Typed: 1 when the text
   * matches an accepted answer, see {@link TypedMatch}, or the learner overruled; else 0. Of
   * several blanks each counts 1/k.
   *
   * @throws IllegalArgumentException when the response does not fit the question: another kind, an
   *     option that it does not have, or another number of blanks
   */
  public static Outcome outcome(Question question, Response response) {
    return switch (question) {
      case Question.Single single when response instanceof Response.Picked picked ->
          new Outcome(known(single, picked).equals(keys(single)) ? 1 : 0, null, null);
      case Question.Multi multi when response instanceof Response.Picked picked ->
          new Outcome(share(known(multi, picked), keys(multi)), null, null);
      case Question.Typed typed
          when response instanceof Response.Typed text
              && text.texts().size() == typed.keys().size() ->
          TypedMatch.outcome(typed.keys(), text);
      default ->
          throw new IllegalArgumentException(
              "Question " + question.id() + " cannot be answered by " + response);
    };
  }

  /**
   * The share of the marks that blind picking gives on average: of a single choice any option, of a
   * multiple choice any set of them that is not empty, each as likely as another. Nothing is typed
   * by chance.
   */
  public static double chance(Question question) {
    return switch (question) {
      case Question.Single single -> 1.0 / single.options().size();
      case Question.Multi multi -> {
        int right = keys(multi).size();
        yield chance(right, multi.options().size() - right);
      }
      case Question.Typed _ -> 0;
    };
  }

  private static double chance(int right, int wrong) {
    double marks = 0;
    for (int hits = 1; hits <= right; hits++) {
      for (int misses = 0; misses < hits && misses <= wrong; misses++) {
        marks += sets(right, hits) * sets(wrong, misses) * (hits - misses) / right;
      }
    }
    return marks / (Math.pow(2, right + wrong) - 1);
  }

  /** How many sets of so many there are. */
  private static double sets(int of, int size) {
    double sets = 1;
    for (int i = 1; i <= size; i++) {
      sets = sets * (of - size + i) / i;
    }
    return sets;
  }

  private static double share(Set<String> picked, Set<String> keys) {
    long hits = picked.stream().filter(keys::contains).count();
    long misses = picked.size() - hits;
    return Math.max(0.0, (double) (hits - misses) / keys.size());
  }

  private static Set<String> known(Question.Choice question, Response.Picked picked) {
    Set<String> ids = question.options().stream().map(Option::id).collect(Collectors.toSet());
    if (!ids.containsAll(picked.optionIds())) {
      throw new IllegalArgumentException(
          "Question " + question.id() + " has no such option in " + picked.optionIds());
    }
    return picked.optionIds();
  }

  private static Set<String> keys(Question.Choice question) {
    return question.options().stream()
        .filter(Option::correct)
        .map(Option::id)
        .collect(Collectors.toSet());
  }
}
