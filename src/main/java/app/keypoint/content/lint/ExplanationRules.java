package app.keypoint.content.lint;

import app.keypoint.content.Markdown;
import app.keypoint.content.format.Report;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Rules about the explanation of one question. */
final class ExplanationRules {

  /** Roots of words that point at a place or call an answer right, and explain nothing. */
  private static final Set<String> EMPTY =
      Words.roots(
          "right correct true answer option choice key so because article section paragraph opening"
              + " sentence text source first second third fourth fifth last call name state describe"
              + " mention tell explain write give");

  private ExplanationRules() {}

  /** Warning: it repeats the answer and adds nothing to answer and stem. */
  static void repeatsTheAnswer(Item item, Report report) {
    Set<String> answer = Words.roots(item.answer());
    Set<String> said = new HashSet<>(Words.roots(Markdown.text(item.question().explanation())));
    boolean repeats = said.stream().anyMatch(answer::contains);
    for (Set<String> known : Arrays.asList(answer, Words.roots(item.prompt()), EMPTY)) {
      said.removeAll(known);
    }
    if (repeats && said.isEmpty()) {
      report.warn(
          "empty-explanation",
          item.at("explanation"),
          "The explanation only repeats the answer.",
          "Say why it is so, or how the others go wrong.");
    }
  }
}
