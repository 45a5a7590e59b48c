package app.keypoint.content.file;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What makes a question good, as far as a program can tell. Errors keep a file from being served;
 * warnings are rules of thumb, from the literature on writing test items, that an author may
 * overrule.
 */
final class Lint {

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
   * Runs all rules.
   *
   * @param items the questions that could be read
   * @param quiz the whole quiz; null when parts of it could not be read
   */
  static void check(List<Item> items, @Nullable QuizDraft quiz, Report report) {
    EACH.forEach(rule -> items.forEach(item -> rule.accept(item, report)));
    ALL.forEach(rule -> rule.accept(items, report));
    if (quiz != null) {
      KeyPointRules.duplicates(quiz, report);
      KeyPointRules.unknown(quiz, items, report);
      KeyPointRules.topics(quiz, report);
      KeyPointRules.tellAnswers(quiz, items, report);
      KeyPointRules.ordinaryWords(quiz, items, report);
      KeyPointRules.covered(quiz, report);
      PassageRules.found(quiz, report);
    }
  }

  /** Runs the rules for questions in another language than the original's. */
  static void checkTranslation(List<Item> items, Report report) {
    TRANSLATED.forEach(rule -> items.forEach(item -> rule.accept(item, report)));
    FileRules.duplicateStems(items, report);
    FileRules.keyTooOftenLongest(items, report);
  }
}
