package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.History;
import app.keypoint.review.CardEvent;
import app.keypoint.review.StepKind;
import app.keypoint.review.ui.ReviewTexts;
import app.keypoint.scheduling.Grade;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says how a card's easiness, or under FSRS its difficulty, came about. */
final class EasinessTexts {

  private static final int AT_FIRST = 250;
  private static final int MIN = 130;

  /** What sets the easiness without regard to what it was. */
  private static final Set<StepKind> RESETS =
      EnumSet.of(StepKind.RESET, StepKind.EASE, StepKind.REPLAY);

  private EasinessTexts() {}

  static boolean resettable(Card card) {
    return card.difficulty() > 0 || card.easiness() != AT_FIRST;
  }

  /** Before and after, or after alone where nothing changed. */
  static String change(CardEvent event) {
    if (event.difficultyAfter() == 0 && event.difficultyBefore() > 0) {
      return text("cards.change", CardTexts.difficulty(event.difficultyBefore()), CardTexts.NONE);
    }
    if (event.difficultyAfter() > 0) {
      String after = CardTexts.difficulty(event.difficultyAfter());
      String before = CardTexts.difficulty(event.difficultyBefore());
      return event.difficultyBefore() == 0 || before.equals(after)
          ? after
          : text("cards.change", before, after);
    }
    String after = CardTexts.easiness(event.easinessAfter());
    return event.easinessBefore() == event.easinessAfter()
        ? after
        : text("cards.change", CardTexts.easiness(event.easinessBefore()), after);
  }

  /** Why it changed or did not; empty for what has nothing to do with it. */
  static String why(CardEvent event) {
    if (event.kind() == StepKind.REPLAY) {
      return text("cards.why.rescheduled");
    }
    if (RESETS.contains(event.kind())) {
      return text("cards.why.reset");
    }
    Grade grade = event.grade();
    if (grade == null) {
      return "";
    }
    if (event.kind() == StepKind.DRILL || event.kind() == StepKind.PRACTICE) {
      return text("cards.why.drill");
    }
    return event.difficultyAfter() > 0
        ? ofDifficulty(event, name(grade))
        : ofEasiness(event, grade);
  }

  private static String ofEasiness(CardEvent event, Grade grade) {
    int change = event.easinessAfter() - event.easinessBefore();
    if (event.easinessAfter() == MIN && (change < 0 || grade == Grade.HARD)) {
      return text("cards.why.least", name(grade));
    }
    return change == 0
        ? text("cards.why.leaves", name(grade))
        : text("cards.why.changes", name(grade), signed(change));
  }

  private static String ofDifficulty(CardEvent event, String grade) {
    double before = event.difficultyBefore();
    if (before == 0) {
      return text("cards.why.first", grade);
    }
    double change = event.difficultyAfter() - before;
    if (CardTexts.difficulty(before).equals(CardTexts.difficulty(event.difficultyAfter()))) {
      return text("cards.why.leaves", grade);
    }
    return text(change > 0 ? "cards.why.raises" : "cards.why.lowers", grade);
  }

  /** All that changed it since it was last set, in one line. */
  static String sum(History history, boolean fsrs) {
    Card card = history.card();
    if (fsrs) {
      return card.difficulty() > 0
          ? text("cards.easiness.fsrs-now", CardTexts.difficulty(card.difficulty()))
          : text("cards.easiness.fsrs-none");
    }
    List<CardEvent> events = history.events();
    int from = 0;
    for (int i = 0; i < events.size(); i++) {
      from = RESETS.contains(events.get(i).kind()) ? i + 1 : from;
    }
    List<CardEvent> since = events.subList(from, events.size());
    int start = since.isEmpty() ? card.easiness() : since.getFirst().easinessBefore();
    List<String> parts = new ArrayList<>();
    parts.add(
        text(
            from == 0 ? "cards.easiness.start" : "cards.easiness.restart",
            CardTexts.easiness(start)));
    for (Grade grade : List.of(Grade.HARD, Grade.EASY)) {
      List<Integer> changes =
          since.stream()
              .filter(event -> event.grade() == grade)
              .map(event -> event.easinessAfter() - event.easinessBefore())
              .filter(change -> change != 0)
              .toList();
      if (!changes.isEmpty()) {
        int sum = changes.stream().mapToInt(Integer::intValue).sum();
        parts.add(text("cards.easiness.part", signed(sum), changes.size(), name(grade)));
      }
    }
    if (parts.size() == 1) {
      return text("cards.easiness.unchanged", parts.getFirst());
    }
    return text(
        "cards.easiness.sum",
        String.join(text("cards.comma"), parts),
        CardTexts.easiness(card.easiness()));
  }

  private static String name(Grade grade) {
    return ReviewTexts.text("grade." + grade);
  }

  /** With a real minus sign. */
  private static String signed(int hundredths) {
    return (hundredths < 0 ? "−" : "+") + CardTexts.easiness(Math.abs(hundredths));
  }
}
