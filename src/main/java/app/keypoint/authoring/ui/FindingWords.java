package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What findings say to an author, in the language of the page, by their rule. */
final class FindingWords {

  /** Rules that have words of their own; others have those of quiz files, in English. */
  static final Set<String> RULES =
      Set.of(
          "absolute",
          "accepted-and-wrong",
          "answered-by-stem",
          "blank-twice",
          "choice-only",
          "cloze",
          "distractor-why",
          "duplicate-option",
          "duplicate-stem",
          "echo",
          "empty-explanation",
          "empty-list",
          "ends-in-article",
          "explanation",
          "gives-away",
          "image-alt",
          "image-missing",
          "key-point",
          "key-position-habit",
          "list",
          "long-answer",
          "long-stem",
          "longest-key",
          "longest-key-habit",
          "lost-passage",
          "missing",
          "near-duplicate",
          "negative-stem",
          "no-question",
          "no-question-asked",
          "no-topic",
          "number",
          "number-of-keys",
          "numeric-order",
          "of-the-above",
          "option-count",
          "options-give-away",
          "ordinary-word",
          "points-at-source",
          "punctuation",
          "stop-word",
          "too-long",
          "too-long-line",
          "too-many",
          "topic-tells",
          "two-ideas",
          "vague",
          "which-first",
          "yes-or-no");

  private FindingWords() {}

  /** With the names of parts in place of their ids, which no author knows. */
  static List<ItemFinding> named(List<ItemFinding> findings, Draft draft, Component asker) {
    return findings.stream()
        .map(
            finding ->
                finding.words().isEmpty()
                    ? finding
                    : new ItemFinding(
                        finding.severity(),
                        finding.itemId(),
                        finding.field(),
                        finding.rule(),
                        finding.message(),
                        finding.advice(),
                        finding.words().stream().map(word -> name(word, draft, asker)).toList()))
        .toList();
  }

  private static String name(String word, Draft draft, Component asker) {
    return draft.item(word).map((DraftItem item) -> Names.of(item, asker)).orElse(word);
  }

  /** What is the matter and what to do, or null when there are only the words of quiz files. */
  static @Nullable String of(ItemFinding finding, Component asker) {
    return RULES.contains(finding.rule())
        ? asker.getTranslation("authoring.rule." + finding.rule(), finding.words().toArray())
        : null;
  }
}
