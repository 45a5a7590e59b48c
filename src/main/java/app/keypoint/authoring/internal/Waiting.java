package app.keypoint.authoring.internal;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.content.AnswerClaims;
import app.keypoint.content.ProblemReports.Report;
import app.keypoint.content.TypedMatch;
import app.keypoint.content.file.ClozeSyntax;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What learners said of questions and their authors have not dealt with. */
final class Waiting {

  private final Map<String, List<Report>> reports;
  private final Map<String, List<AnswerClaims.Claim>> claims;

  /**
   * @param questionOf of each wording, the question
   */
  Waiting(
      Map<Long, String> questionOf,
      Collection<Report> reports,
      Collection<AnswerClaims.Claim> claims,
      Collection<AsideEntity> aside) {
    Set<String> dealtWith =
        aside.stream().map(row -> key(row.itemId, row.about)).collect(Collectors.toSet());
    Function<Report, String> reported =
        report -> questionOf.getOrDefault(report.questionVersionId(), "");
    Function<AnswerClaims.Claim, String> answered =
        claim -> questionOf.getOrDefault(claim.questionVersionId(), "");
    this.reports =
        reports.stream()
            .filter(
                report ->
                    !dealtWith.contains(
                        key(reported.apply(report), AsideEntity.report(report.id()))))
            .collect(Collectors.groupingBy(reported));
    this.claims =
        claims.stream()
            .filter(claim -> !TypedMatch.normalise(claim.typed()).isEmpty())
            .filter(
                claim ->
                    !dealtWith.contains(
                        key(answered.apply(claim), AsideEntity.answer(claim.typed()))))
            .collect(Collectors.groupingBy(answered));
  }

  private static String key(String itemId, String about) {
    return itemId + " " + about;
  }

  /** Questions with answers that somebody called right, whatever their drafts accept by now. */
  Set<String> claimed() {
    return claims.keySet();
  }

  /** Problems of a question, the newest first. */
  List<Report> reports(String itemId) {
    return reports.getOrDefault(itemId, List.of()).stream()
        .sorted(Comparator.comparing(Report::at).reversed())
        .toList();
  }

  /** Answers of a question that its draft does not accept, those of most learners first. */
  List<LearnersNotes.Claim> claims(String itemId, ItemBody.Question now) {
    if (now.type().choice()) {
      return List.of();
    }
    Set<String> accepted = accepted(now);
    return claims.getOrDefault(itemId, List.of()).stream()
        .collect(Collectors.groupingBy(claim -> TypedMatch.normalise(claim.typed())))
        .entrySet()
        .stream()
        .filter(answer -> !accepted.contains(answer.getKey()))
        .map(answer -> told(answer.getValue()))
        .sorted(
            Comparator.comparing(LearnersNotes.Claim::learners)
                .thenComparing(LearnersNotes.Claim::latest)
                .reversed())
        .toList();
  }

  /** What a typed question of a draft accepts, each in its normal form. */
  static Set<String> accepted(ItemBody.Question now) {
    String answer =
        now.type() == ItemBody.Type.CLOZE ? ClozeSyntax.answer(now.stem()) : now.answer();
    return Stream.concat(Stream.of(answer), now.accept().stream())
        .map(TypedMatch::normalise)
        .collect(Collectors.toSet());
  }

  private static LearnersNotes.Claim told(List<AnswerClaims.Claim> same) {
    AnswerClaims.Claim latest =
        same.stream().max(Comparator.comparing(AnswerClaims.Claim::at)).orElseThrow();
    long learners = same.stream().map(AnswerClaims.Claim::learnerId).distinct().count();
    return new LearnersNotes.Claim(latest.typed(), (int) learners, latest.at());
  }
}
