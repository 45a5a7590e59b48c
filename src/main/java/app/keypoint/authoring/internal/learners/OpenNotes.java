package app.keypoint.authoring.internal.learners;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.content.ProblemReports.Report;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.ClozeSyntax;
import app.keypoint.content.grading.AnswerClaims;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.grading.TypedMatch;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What learners said of questions and their authors have not dealt with. */
final class OpenNotes {

  private final Map<String, List<Report>> reports;
  private final Map<String, List<Claimed>> claims;
  private final Function<AnswerClaims.Claim, List<String>> hidden;

  /** What somebody called right in one blank, from 0, of so many. */
  private record Claimed(AnswerClaims.Claim claim, int blank, int of) {

    String typed() {
      return claim.typed().get(blank);
    }

    private static Stream<Claimed> all(AnswerClaims.Claim claim) {
      int blanks = claim.typed().size();
      return IntStream.range(0, blanks).mapToObj(nth -> new Claimed(claim, nth, blanks));
    }
  }

  /**
   * @param questionOf of each wording, the question
   * @param hidden of a claim to several blanks, what these hid as they were shown
   */
  OpenNotes(
      Map<Long, String> questionOf,
      Collection<Report> reports,
      Collection<AnswerClaims.Claim> claims,
      Function<AnswerClaims.Claim, List<String>> hidden,
      Collection<DismissedNoteEntity> aside) {
    this.hidden = hidden;
    Set<String> dealtWith =
        aside.stream().map(row -> key(row.itemId, row.about)).collect(Collectors.toSet());
    Function<Report, String> reported =
        report -> questionOf.getOrDefault(report.questionVersionId(), "");
    Function<Claimed, String> answered =
        claimed -> questionOf.getOrDefault(claimed.claim().questionVersionId(), "");
    this.reports =
        reports.stream()
            .filter(
                report ->
                    !dealtWith.contains(
                        key(reported.apply(report), DismissedNoteEntity.report(report.id()))))
            .collect(Collectors.groupingBy(reported));
    this.claims =
        claims.stream()
            .flatMap(Claimed::all)
            .filter(claimed -> !TypedMatch.normalise(claimed.typed()).isEmpty())
            .filter(
                claimed ->
                    !dealtWith.contains(
                        key(
                            answered.apply(claimed),
                            DismissedNoteEntity.answer(claimed.blank() + 1, claimed.typed()))))
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

  /**
   * Answers of a question that its draft does not accept, those of most learners first. Those to a
   * wording with another number of blanks say nothing about the draft's, and neither do those to a
   * blank that hid something else.
   */
  List<LearnersNotes.Claim> claims(String itemId, ItemBody.Question now) {
    if (now.type().choice()) {
      return List.of();
    }
    List<TypedKey> keys = keys(now);
    List<Set<String>> accepted = keys.stream().map(OpenNotes::accepted).toList();
    return claims.getOrDefault(itemId, List.of()).stream()
        .filter(claimed -> claimed.of() == keys.size())
        .filter(
            claimed ->
                keys.size() == 1
                    || (hidTheSame(claimed, keys) && !right(claimed, keys.get(claimed.blank()))))
        .collect(
            Collectors.groupingBy(
                claimed -> Map.entry(claimed.blank(), TypedMatch.normalise(claimed.typed()))))
        .entrySet()
        .stream()
        .filter(
            answer -> !accepted.get(answer.getKey().getKey()).contains(answer.getKey().getValue()))
        .map(answer -> told(answer.getValue()))
        .sorted(
            Comparator.comparing(LearnersNotes.Claim::learners)
                .thenComparing(LearnersNotes.Claim::latest)
                .reversed())
        .toList();
  }

  private boolean hidTheSame(Claimed claimed, List<TypedKey> keys) {
    List<String> were = hidden.apply(claimed.claim());
    return were.size() == keys.size()
        && TypedMatch.normalise(were.get(claimed.blank()))
            .equals(TypedMatch.normalise(keys.get(claimed.blank()).answer()));
  }

  /** Of several blanks only some may have been counted as wrong. */
  private static boolean right(Claimed claimed, TypedKey key) {
    return Grading.outcome(
            new Question.Recall("", "", "", key, ""), new Response.Typed(claimed.typed(), false))
        .right();
  }

  /** What counts as right in each blank of a typed question of a draft, or in the only field. */
  static List<TypedKey> keys(ItemBody.Question now) {
    List<String> answers =
        now.type() == ItemBody.Type.CLOZE ? ClozeSyntax.answers(now.stem()) : List.of(now.answer());
    return IntStream.range(0, Math.max(1, answers.size()))
        .mapToObj(
            nth ->
                new TypedKey(
                    answers.isEmpty() ? "" : answers.get(nth),
                    now.blank(nth).accept(),
                    now.blank(nth).wrong().stream()
                        .map(wrong -> new TypedKey.WrongAnswer(wrong.text(), wrong.why()))
                        .toList(),
                    now.typos()))
        .toList();
  }

  /** What a key accepts, each in its normal form. */
  static Set<String> accepted(TypedKey key) {
    return Stream.concat(Stream.of(key.answer()), key.accept().stream())
        .map(TypedMatch::normalise)
        .collect(Collectors.toSet());
  }

  private static LearnersNotes.Claim told(List<Claimed> same) {
    Claimed latest =
        same.stream().max(Comparator.comparing(claimed -> claimed.claim().at())).orElseThrow();
    long learners = same.stream().map(claimed -> claimed.claim().learnerId()).distinct().count();
    return new LearnersNotes.Claim(
        latest.blank() + 1, latest.typed(), (int) learners, latest.claim().at());
  }
}
