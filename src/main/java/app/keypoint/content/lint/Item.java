package app.keypoint.content.lint;

import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.ClozeSyntax;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A question under the lint.
 *
 * @param pointer to it in the file
 * @param exact those of its answers of which its author says that no other word will do
 * @param prompt words of the stem, a blank in place of what a cloze hides
 * @param options words of each option; empty for a typed question
 */
public record Item(
    Question question, String pointer, Set<String> exact, String prompt, List<String> options) {

  /** A question of which other words may do for its answers. */
  public static Item of(Question question, String pointer) {
    return of(question, pointer, Set.of());
  }

  /** With answers of which no other word will do. */
  public static Item of(Question question, String pointer, Set<String> exact) {
    return new Item(
        question,
        pointer,
        exact,
        Markdown.text(ClozeSyntax.prompt(question.stem())),
        question instanceof Question.Choice choice
            ? choice.options().stream().map(option -> Markdown.text(option.text())).toList()
            : List.of());
  }

  String id() {
    return question.id();
  }

  String at(String field) {
    return pointer + "/" + field;
  }

  String atOption(int index) {
    return pointer + "/options/" + index + "/text";
  }

  /** Texts of the right options, or of the wrong ones. */
  List<String> options(boolean correct) {
    return question instanceof Question.Choice choice
        ? IntStream.range(0, options.size())
            .filter(i -> choice.options().get(i).correct() == correct)
            .mapToObj(options::get)
            .toList()
        : List.of();
  }

  /** The right answer in words. */
  String answer() {
    return question instanceof Question.Typed typed
        ? typed.answer()
        : String.join("; ", options(true));
  }

  /** The same, of several blanks one by one. */
  List<String> answers() {
    return question instanceof Question.Typed typed
        ? typed.keys().stream().map(TypedKey::answer).toList()
        : List.of(answer());
  }

  /** Where what belongs to the nth blank, from 0, stands. */
  String atBlank(int nth) {
    return question instanceof Question.Cloze cloze && cloze.several()
        ? pointer + "/blanks/" + nth
        : pointer;
  }

  /** Index of the only right option; -1 when there is not exactly one. */
  int key() {
    if (!(question instanceof Question.Choice choice)) {
      return -1;
    }
    List<Option> right = choice.options().stream().filter(Option::correct).toList();
    return right.size() == 1 ? choice.options().indexOf(right.getFirst()) : -1;
  }
}
