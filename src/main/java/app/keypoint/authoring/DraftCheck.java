package app.keypoint.authoring;

import app.keypoint.content.Finding.Severity;
import app.keypoint.content.Question;
import java.util.List;
import java.util.Map;

/**
 * What the check of quiz files says of a draft.
 *
 * @param findings in the order of the quiz
 * @param questions those that are complete enough to be answered on trial, by item
 */
public record DraftCheck(List<ItemFinding> findings, Map<String, Question> questions) {

  public DraftCheck {
    findings = List.copyOf(findings);
    questions = Map.copyOf(questions);
  }

  /** Whether nothing keeps it from being published. */
  public boolean publishable() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Those about one item. */
  public List<ItemFinding> of(String itemId) {
    return findings.stream().filter(finding -> finding.itemId().equals(itemId)).toList();
  }

  /**
   * Something to do about a part of a draft.
   *
   * @param itemId the heading's when it is about the quiz as a whole
   * @param field which of its fields, as quiz files name them: {@code stem}, {@code options/1/why};
   *     empty when it is about the part as a whole, {@code keyPoints} or {@code questions} when it
   *     is about all of them
   * @param rule short stable name, such as {@code duplicate-id}
   * @param words what of the quiz it names, by rule; another part by its id
   */
  public record ItemFinding(
      Severity severity,
      String itemId,
      String field,
      String rule,
      String message,
      String advice,
      List<String> words) {}
}
