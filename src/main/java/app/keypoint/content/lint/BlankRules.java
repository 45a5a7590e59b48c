package app.keypoint.content.lint;

import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.ClozeSyntax;
import app.keypoint.content.format.Report;
import app.keypoint.content.grading.TypedMatch;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Rules about a cloze with several blanks. */
public final class BlankRules {

  /** What stands between two blanks of which neither comes first. */
  private static final Pattern JOINED =
      Pattern.compile("(?i)[\\s\\p{P}]*(and|or|nor|as well as|[和与或及])?[\\s\\p{P}]*");

  private BlankRules() {}

  /** Error: answers that belong to no blank, or to one that is not named. */
  public static void stated(JsonNode question, String pointer, Report report) {
    int blanks = ClozeSyntax.answers(question.path("stem").asString("")).size();
    int stated = question.path("blanks").size();
    if (blanks < 2) {
      if (question.has("blanks") && blanks == 1) {
        report.error(
            "blanks",
            pointer + "/blanks",
            "The stem has one blank.",
            "Write its `accept` and `wrong` without `blanks`.");
      }
      return;
    }
    for (String field : List.of("accept", "wrong")) {
      if (question.has(field)) {
        report.error(
            "blanks",
            pointer + "/" + field,
            "The stem has " + blanks + " blanks, and `" + field + "` does not say of which.",
            "Put it under `blanks`, which has an entry for each blank in their order.");
      }
    }
    if (question.has("blanks") && stated != blanks) {
      report.error(
          "blanks",
          pointer + "/blanks" + (stated > blanks ? "/" + blanks : ""),
          stated > blanks
              ? "There is no blank for this: the stem has " + blanks + "."
              : "Of the stem's %d blanks, `blanks` has %d.".formatted(blanks, stated),
          "Give one entry for each blank in their order, `{}` where there is nothing to add.");
    }
  }

  /** Warning: two blanks that want the same. */
  static void twice(Item item, Report report) {
    if (item.question() instanceof Question.Cloze cloze && cloze.several()) {
      List<String> answers =
          cloze.keys().stream().map(TypedKey::answer).map(TypedMatch::normalise).toList();
      IntStream.range(1, answers.size())
          .filter(i -> answers.indexOf(answers.get(i)) < i)
          .forEach(
              i ->
                  report.warn(
                      "blank-twice",
                      item.at("stem"),
                      "Two blanks hide “" + cloze.keys().get(i).answer() + "”.",
                      "Hide it once, and write it out elsewhere.",
                      cloze.keys().get(i).answer()));
    }
  }

  /** Warning: two blanks side by side, of which nothing says which comes first. */
  static void interchangeable(Item item, Report report) {
    if (item.question() instanceof Question.Cloze cloze && cloze.several()) {
      List<String> texts = cloze.texts();
      List<String> hints = cloze.hints();
      for (int i = 1; i < texts.size() - 1; i++) {
        if (JOINED.matcher(texts.get(i)).matches()
            && (hints.get(i - 1).isEmpty() || hints.get(i - 1).equals(hints.get(i)))) {
          report.warn(
              "which-first",
              item.at("stem"),
              "Nothing tells which of “%s” and “%s” comes first."
                  .formatted(cloze.keys().get(i - 1).answer(), cloze.keys().get(i).answer()),
              "Give each blank a hint of its own, {{answer::hint}}, or hide one of the two.",
              cloze.keys().get(i - 1).answer(),
              cloze.keys().get(i).answer());
        }
      }
    }
  }
}
