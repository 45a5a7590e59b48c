package app.keypoint.content.lint;

import app.keypoint.content.Question;
import app.keypoint.content.format.Report;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about the stem of one question. */
final class StemRules {

  private static final int MAX_WORDS = 40;

  /** In capitals they are emphasised. */
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "\\b([Nn]ot|[Nn]ever|[Ee]xcept|[Cc]annot|[Ff]alse|[Ii]ncorrect|\\w+n['’]t)\\b");

  private static final Pattern EMPHASISED =
      Pattern.compile("(\\*{1,3}|_{1,3})(?=\\S)(.+?)(?<=\\S)\\1");

  /** Parts of a text that a card between other cards does not have before it. */
  private static final Pattern PART_OF_SOURCE =
      Pattern.compile(
          "(?i)\\b(the|this|that|its) (section|paragraph|passage|chapter|excerpt|article|text|piece"
              + "|quote|quotation)\\b|\\b(the|its|an?)"
              + " (opening|closing|introduction|conclusion)\\b(?!"
              + " (of|up|down)\\b)|\\b(in|by|according to) the (core|main|central|final)"
              + " (argument|claim|verdict)\\b|\\bin (the )?[\\w.]+['’]s? (own |exact |very"
              + " )?(word|words|wording|phrase|term)\\b|\\b(mentioned|described|said|stated|listed|quoted|named)"
              + " (above|below|earlier|later)\\b|\\bhere\\b");

  private static final Pattern ENDS_IN_ARTICLE = Pattern.compile("(?i).*\\b(a|an)[\\s:_…]*");

  private StemRules() {}

  /** Warning: a negative that is easily overlooked. A statement with a blank is no trap. */
  static void negative(Item item, Report report) {
    if (item.question() instanceof Question.Cloze) {
      return;
    }
    Matcher matcher = NEGATIVE.matcher(EMPHASISED.matcher(item.question().stem()).replaceAll(" "));
    if (matcher.find()) {
      report.warn(
          "negative-stem",
          item.at("stem"),
          "“" + matcher.group() + "” is easily overlooked.",
          "Ask positively, or emphasise it: **" + matcher.group() + "**.",
          matcher.group());
    }
  }

  /** Warning: a or an before the answer gives away its first letter. */
  static void endsInArticle(Item item, Report report) {
    List<String> texts = List.of(item.prompt().split("_____", -1));
    List<String> before =
        item.question() instanceof Question.Cloze
            ? texts.subList(0, Math.max(1, texts.size() - 1))
            : List.of(item.prompt());
    if (before.stream().anyMatch(text -> ENDS_IN_ARTICLE.matcher(text).matches())) {
      report.warn(
          "ends-in-article",
          item.at("stem"),
          "The article before the answer tells how it begins.",
          "Write “a(n)”, or move the article into the answers.");
    }
  }

  /** Warning: more to read than to know. */
  static void tooLong(Item item, Report report) {
    int words = Words.of(item.prompt()).size();
    if (words > MAX_WORDS) {
      report.warn(
          "long-stem",
          item.at("stem"),
          "The stem has " + words + " words.",
          "Say it in " + MAX_WORDS + " or fewer.",
          String.valueOf(words),
          String.valueOf(MAX_WORDS));
    }
  }

  /** Warning: the learner has not got before them what the stem points at. */
  static void pointsAtSource(Item item, Report report) {
    Matcher matcher = PART_OF_SOURCE.matcher(item.prompt());
    if (matcher.find()) {
      report.warn(
          "points-at-source",
          item.at("stem"),
          "“" + matcher.group() + "” points at a text that is not in front of the learner.",
          "Say who holds it, or what it is about, so that the card stands alone.",
          matcher.group());
    }
  }

  /** Warning: nothing is asked. */
  static void asksNothing(Item item, Report report) {
    if (!item.prompt().matches("(?s).*([?？]|__).*")) {
      report.warn(
          "no-question",
          item.at("stem"),
          "The stem has neither a question mark nor a blank.",
          "Make it a question, or leave a blank for the answer.");
    }
  }
}
