package app.keypoint.quiz.internal.statistics;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.quiz.ItemStatistics.OptionFigures;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Part;
import app.keypoint.quiz.internal.statistics.SumsRepository.ChoiceRow;
import app.keypoint.statistics.ItemAnalysis;
import app.keypoint.statistics.TotalSums;
import java.util.List;
import java.util.Set;

/** Who chose what of one question, option by option. */
final class Choices {

  private static final ResponseJson JSON = new ResponseJson();

  private Choices() {}

  private record Choice(Set<String> picked, ChoiceRow row) {}

  /**
   * @param rows each set of options that was picked, once
   */
  static List<OptionFigures> of(Question question, TotalSums totals, List<ChoiceRow> rows) {
    if (!(question instanceof Question.Choice choice)) {
      return List.of();
    }
    List<Choice> choices =
        rows.stream().map(row -> new Choice(picked(row.getResponse()), row)).toList();
    int above = rows.stream().mapToInt(ChoiceRow::getAbove).sum();
    int below = rows.stream().mapToInt(ChoiceRow::getBelow).sum();
    return choice.options().stream()
        .map(option -> of(option, totals, choices, above, below))
        .toList();
  }

  private static OptionFigures of(
      Option option, TotalSums totals, List<Choice> choices, int above, int below) {
    List<ChoiceRow> chose =
        choices.stream()
            .filter(choice -> choice.picked().contains(option.id()))
            .map(Choice::row)
            .toList();
    int chosen = chose.stream().mapToInt(ChoiceRow::getAttempts).sum();
    double theirs = chose.stream().mapToDouble(ChoiceRow::getTotals).sum();
    return new OptionFigures(
        option.id(),
        option.correct(),
        chosen,
        new Part(chosen, totals.attempts()).share(),
        chosen == 0 ? null : theirs / chosen,
        ItemAnalysis.pointBiserial(totals, chosen, theirs),
        new Part(chose.stream().mapToInt(ChoiceRow::getAbove).sum(), above),
        new Part(chose.stream().mapToInt(ChoiceRow::getBelow).sum(), below));
  }

  /** The options that a stored answer picked. */
  static Set<String> picked(String response) {
    return JSON.convertToEntityAttribute(response) instanceof Response.Picked picked
        ? picked.optionIds()
        : Set.of();
  }
}
