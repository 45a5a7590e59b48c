package app.keypoint.content.lint;

import app.keypoint.content.format.Report;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What makes a question good, as far as a program can tell. Errors keep a file from being served;
 * warnings are rules of thumb, from the literature on writing test items, that an author may
 * overrule.
 */
public final class Lint {

  private static final List<BiConsumer<Item, Report>> EACH =
      List.of(
          OptionRules::duplicates,
          OptionRules::numberOfKeys,
          OptionRules::ofTheAbove,
          OptionRules::longestIsKey,
          OptionRules::absoluteOrVague,
          OptionRules::answeredByStem,
          OptionRules::number,
          OptionRules::punctuation,
          OptionRules::numericOrder,
          StemRules::negative,
          StemRules::pointsAtSource,
          StemRules::endsInArticle,
          StemRules::tooLong,
          StemRules::asksNothing,
          TypedRules::acceptedAndWrong,
          TypedRules::blanks,
          TypedRules::hidden,
          BlankRules::twice,
          BlankRules::interchangeable,
          TypedRules::yesOrNo,
          TypedRules::longAnswer,
          TypedRules::list,
          ExplanationRules::repeatsTheAnswer);

  private static final List<BiConsumer<List<Item>, Report>> ALL =
      List.of(
          FileRules::duplicateIds,
          FileRules::duplicateStems,
          FileRules::keyTooOftenLongest,
          FileRules::keyTooOftenInOnePlace,
          FileRules::echoOfTheStem,
          FileRules::givesAway,
          FileRules::optionsGiveAway,
          FileRules::nearDuplicates);

  private static final List<BiConsumer<Readable, Report>> WHOLE =
      List.of(
          KeyPointRules::duplicates,
          KeyPointRules::unknown,
          KeyPointRules::topics,
          KeyPointRules::tellAnswers,
          KeyPointRules::ordinaryWords,
          KeyPointRules::covered,
          PassageRules::found);

  /** Those that hold in every language. */
  private static final List<BiConsumer<Item, Report>> TRANSLATED =
      List.of(
          OptionRules::duplicates,
          OptionRules::punctuation,
          OptionRules::numericOrder,
          StemRules::asksNothing,
          TypedRules::acceptedAndWrong,
          TypedRules::blanks,
          BlankRules::twice,
          BlankRules::interchangeable);

  private Lint() {}

  /**
   * Runs all rules, each on what of the quiz can be read: an incomplete part hides nothing about
   * the others.
   */
  public static void check(Readable quiz, Report report) {
    EACH.forEach(rule -> quiz.items().forEach(item -> rule.accept(item, report)));
    ALL.forEach(rule -> rule.accept(quiz.items(), report));
    WHOLE.forEach(rule -> rule.accept(quiz, report));
  }

  /** Runs the rules for questions in another language than the original's. */
  public static void checkTranslation(List<Item> items, Report report) {
    TRANSLATED.forEach(rule -> items.forEach(item -> rule.accept(item, report)));
    FileRules.duplicateStems(items, report);
    FileRules.keyTooOftenLongest(items, report);
  }
}
