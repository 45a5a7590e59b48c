package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.ItemKind;
import app.keypoint.content.Finding;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What findings say to an author, in the language of the page, by their rule. */
public final class FindingWords {

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

  private static final Set<String> LISTS = Set.of("keyPoints", "questions");

  /** Rules that only a file can break; words of their own for who brings one. */
  static final Set<String> FILE_RULES =
      Set.of(
          "bad-id",
          "blanks",
          "duplicate-id",
          "no-quiz",
          "same-name",
          "schema",
          "several-quizzes",
          "too-much",
          "too-much-images",
          "too-much-packed",
          "unknown-key",
          "unknown-value",
          "wrong-type",
          "yaml",
          "zip-damaged");

  private FindingWords() {}

  /** With the names of parts in place of their ids, which no author knows. */
  public static List<ItemFinding> named(List<ItemFinding> findings, Draft draft, Component asker) {
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
                        finding.words().stream().map(word -> named(word, draft, asker)).toList()))
        .toList();
  }

  /** Every quiz has an article, whose id is a word that texts use as well. */
  private static String named(String word, Draft draft, Component asker) {
    return draft
        .item(word)
        .filter(item -> item.kind() == ItemKind.KEY_POINT || item.kind() == ItemKind.QUESTION)
        .map(item -> ItemNames.of(item, asker))
        .orElse(word);
  }

  /** What is the matter in a file that is brought, where, and what to do. */
  static Component ofFile(Finding finding, Component asker) {
    Span line = new Span(where(finding, asker));
    String rule = finding.rule();
    if (RULES.contains(rule)) {
      line.add(asker.getTranslation("authoring.rule." + rule, finding.words().toArray()));
    } else if (FILE_RULES.contains(rule)) {
      String field = finding.pointer().substring(finding.pointer().lastIndexOf('/') + 1);
      line.add(asker.getTranslation("authoring.file-rule." + rule, field));
    }
    boolean worded = RULES.contains(rule) || FILE_RULES.contains(rule);
    if (rule.equals("yaml") || rule.equals("schema") || !worded) {
      // What a parser says has no other language.
      Span told = new Span(" " + finding.message());
      told.getElement().setAttribute("lang", "en");
      line.add(told);
    }
    return line;
  }

  /** Nothing for what stands at no line. */
  private static String where(Finding finding, Component asker) {
    if (finding.line() == 0) {
      return "";
    }
    String where =
        finding.questionId() == null
            ? asker.getTranslation("authoring.bring.at", finding.line(), finding.column())
            : asker.getTranslation(
                "authoring.bring.at-question",
                finding.line(),
                finding.column(),
                finding.questionId());
    return where + " ";
  }

  /** What is the matter and what to do, or null when there are only the words of quiz files. */
  public static @Nullable String of(ItemFinding finding, Component asker) {
    return RULES.contains(finding.rule())
        ? asker.getTranslation("authoring.rule." + rule(finding), finding.words().toArray())
        : null;
  }

  /** Said of the quiz as a whole, there is no field that says of what there is none. */
  private static String rule(ItemFinding finding) {
    boolean none = finding.rule().equals("empty-list") && LISTS.contains(finding.field());
    return none ? finding.rule() + "." + finding.field() : finding.rule();
  }
}
