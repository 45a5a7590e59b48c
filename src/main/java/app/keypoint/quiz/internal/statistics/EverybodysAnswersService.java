package app.keypoint.quiz.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.quiz.EverybodysAnswers;
import app.keypoint.quiz.internal.statistics.QuestionSumsRepository.ChosenRow;
import app.keypoint.quiz.internal.statistics.QuestionSumsRepository.SumRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class EverybodysAnswersService implements EverybodysAnswers {

  private static final ResponseJson JSON = new ResponseJson();

  private final QuestionSumsRepository sums;
  private final Catalogue catalogue;

  EverybodysAnswersService(QuestionSumsRepository sums, Catalogue catalogue) {
    this.sums = sums;
    this.catalogue = catalogue;
  }

  @Override
  public List<QuestionSum> of(String quizId) {
    List<SumRow> rows = sums.sums(quizId, FEWEST_LEARNERS);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<ChosenRow>> chosen =
        sums.chosen(quizId, FEWEST_LEARNERS).stream()
            .collect(Collectors.groupingBy(ChosenRow::getQuestionId));
    Map<Long, QuestionVersion> asked =
        catalogue.versions(rows.stream().map(SumRow::getVersionId).toList());
    return rows.stream()
        .map(
            row ->
                sum(
                    row,
                    requireNonNull(asked.get(row.getVersionId())),
                    chosen.getOrDefault(row.getQuestionId(), List.of())))
        .toList();
  }

  private static QuestionSum sum(SumRow row, QuestionVersion asked, List<ChosenRow> chosen) {
    Map<String, Integer> choosers = choosers(chosen);
    List<OptionShare> options =
        asked.question() instanceof Question.Choice choice
            ? choice.options().stream()
                .map(
                    option ->
                        new OptionShare(
                            option.text(),
                            option.correct(),
                            (double) choosers.getOrDefault(option.id(), 0) / row.getLearners()))
                .toList()
            : List.of();
    return new QuestionSum(asked, row.getLearners(), row.getX() / row.getLearners(), options);
  }

  /** Of each option, how many learners picked it, alone or with others. */
  private static Map<String, Integer> choosers(List<ChosenRow> chosen) {
    Map<String, Integer> choosers = new HashMap<>();
    for (ChosenRow row : chosen) {
      if (JSON.convertToEntityAttribute(row.getResponse()) instanceof Response.Picked picked) {
        picked.optionIds().forEach(id -> choosers.merge(id, row.getLearners(), Integer::sum));
      }
    }
    return choosers;
  }
}
