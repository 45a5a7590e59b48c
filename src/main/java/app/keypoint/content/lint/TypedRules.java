package app.keypoint.content.lint;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.ClozeSyntax;
import app.keypoint.content.format.Report;
import app.keypoint.content.grading.TypedMatch;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about one question that is answered by typing. */
final class TypedRules {

  private static final int MAX_WORDS = 5;
  private static final int MAX_CHARACTERS = 40;

  private static final Set<String> YES_OR_NO = Set.of("yes", "no", "true", "false");
  private static final Pattern YES_OR_NO_STEM =
      Pattern.compile(
          "(?is)(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)\\b"
              + "(?!.*\\bor\\b).*\\?");
  private static final Pattern LIST_STEM =
      Pattern.compile(
          "(?is).*(\\b(list|enumerate)\\b"
              + "|\\b(name|give|which|what|who)\\b.*\\b(two|three|four|five|six|[2-6]|several|all)\\b).*");
  private static final Pattern SEVERAL = Pattern.compile("(?i).*([,;/&]|\\b(and|or)\\b).*");

  /** So many other right wordings show that an idea is asked for. */
  private static final int SYNONYMS = 2;

  private static final Pattern NAME_OR_NUMBER =
      Pattern.compile(
          "\\p{Lu}|\\p{Nd}"
              + "|\\b(one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half)\\b");

  private TypedRules() {}

  /** Error: one text is both right and wrong. */
  static void acceptedAndWrong(Item item, Report report) {
    if (!(item.question() instanceof Question.Typed typed)) {
      return;
    }
    for (int nth = 0; nth < typed.keys().size(); nth++) {
      acceptedAndWrong(typed.keys().get(nth), item.atBlank(nth), report);
    }
  }

  private static void acceptedAndWrong(TypedKey key, String pointer, Report report) {
    List<String> right =
        Stream.concat(Stream.of(key.answer()), key.accept().stream())
            .map(TypedMatch::normalise)
            .toList();
    for (int i = 0; i < key.wrong().size(); i++) {
      String wrong = key.wrong().get(i).text();
      if (right.contains(TypedMatch.normalise(wrong))) {
        report.error(
            "accepted-and-wrong",
            pointer + "/wrong/" + i,
            "“" + wrong + "” is listed as wrong, and accepted.",
            "Remove it from one of the two.",
            wrong);
      }
    }
  }

  /** Error: a cloze without a few blanks that hide something; a blank in another type. */
  static void blanks(Item item, Report report) {
    String stem = item.question().stem();
    List<String> hidden = ClozeSyntax.answers(stem);
    String message;
    if (!(item.question() instanceof Question.Cloze)) {
      message = hidden.isEmpty() ? "" : "The stem has a blank, and the question is no cloze.";
    } else if (ClozeSyntax.unbalanced(stem)) {
      message = "The braces of the blank are not balanced.";
    } else if (hidden.isEmpty() || hidden.size() > Question.Cloze.MAX_BLANKS) {
      message = "The stem has " + hidden.size() + " blanks.";
    } else if (hidden.contains("")) {
      message =
          hidden.size() == 1
              ? "The blank hides nothing."
              : "Blank " + (hidden.indexOf("") + 1) + " hides nothing.";
    } else {
      message = "";
    }
    if (!message.isEmpty()) {
      report.error(
          "cloze",
          item.at("stem"),
          message,
          "A cloze has one to "
              + Question.Cloze.MAX_BLANKS
              + " blanks, {{answer}} or {{answer::hint}}; other types have none.",
          "{{answer}}",
          "{{answer::hint}}");
    }
  }

  /** Warning: a blank that hides two ideas, or a word that means nothing by itself. */
  static void hidden(Item item, Report report) {
    if (!(item.question() instanceof Question.Cloze cloze)) {
      return;
    }
    cloze.keys().forEach(key -> hidden(key.answer(), item, report));
  }

  private static void hidden(String answer, Item item, Report report) {
    if (SEVERAL.matcher(answer).matches()) {
      report.warn(
          "two-ideas",
          item.at("stem"),
          "“" + answer + "” is more than one idea in one blank.",
          "Hide one, or give each a blank of its own.",
          answer);
    } else if (Words.stop(answer)) {
      report.warn(
          "stop-word",
          item.at("stem"),
          "The blank hides “" + answer + "”, which carries no idea.",
          "Hide the word that the key point is about.",
          answer);
    }
  }

  /** Warning: a word that the key point chose, where who understood it would choose another. */
  static void ordinaryWord(Item item, KeyPoint keyPoint, Report report) {
    if (item.question() instanceof Question.Cloze cloze) {
      cloze.keys().forEach(key -> ordinaryWord(key, item, keyPoint, report));
    }
  }

  private static void ordinaryWord(TypedKey key, Item item, KeyPoint keyPoint, Report report) {
    if (item.exact().contains(key.answer())
        || key.accept().size() >= SYNONYMS
        || NAME_OR_NUMBER.matcher(key.answer()).find()) {
      return;
    }
    List<String> answer = Words.of(key.answer());
    List<String> text = Words.of(keyPoint.title() + " . " + keyPoint.text());
    if (Collections.indexOfSubList(text, answer) >= 0) {
      report.warn(
          "ordinary-word",
          item.at("stem"),
          "“" + key.answer() + "” is a word of the key point, and others would do as well.",
          "Accept two synonyms; or list it under `terms` of the file, or say in `exact` why only"
              + " this word will do; or ask for the idea by options.",
          key.answer());
    }
  }

  /** Warning: a guess is right half of the time. */
  static void yesOrNo(Item item, Report report) {
    if (item.question() instanceof Question.Recall recall
        && (YES_OR_NO.contains(TypedMatch.normalise(recall.key().answer()))
            || YES_OR_NO_STEM.matcher(item.prompt()).matches())) {
      report.warn(
          "yes-or-no",
          item.at("stem"),
          "This can be answered by yes or no.",
          "Ask who, what, why or how.");
    }
  }

  /** Warning: an answer that few will type alike. */
  static void longAnswer(Item item, Report report) {
    if (item.question() instanceof Question.Recall recall) {
      String answer = recall.key().answer();
      if (Words.of(answer).size() > MAX_WORDS || answer.length() > MAX_CHARACTERS) {
        report.warn(
            "long-answer",
            item.at("answer"),
            "The answer is longer than people will type alike.",
            "Ask for " + MAX_WORDS + " words or fewer, or offer options.",
            String.valueOf(MAX_WORDS));
      }
    }
  }

  /** Warning: several answers in one field. */
  static void list(Item item, Report report) {
    if (item.question() instanceof Question.Recall recall
        && (LIST_STEM.matcher(item.prompt()).matches()
            || SEVERAL.matcher(recall.key().answer()).matches())) {
      report.warn(
          "list",
          item.at("stem"),
          "This asks for a list.",
          "Ask for one thing at a time, or make the type `multi`.");
    }
  }
}
