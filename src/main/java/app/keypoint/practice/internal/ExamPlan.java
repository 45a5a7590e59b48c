package app.keypoint.practice.internal;

import app.keypoint.review.CardSnapshot;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Which cards to practise today so that each is seen shortly before an exam. Nothing is stored: the
 * rest is divided by the days that are left, so a missed day is made up by the others.
 *
 * @param from the day from which a card counts as seen shortly before the exam
 * @param today cards to practise today, the best remembered first: the weakest come nearest to the
 *     exam
 * @param seen cards seen since then, or coming up by themselves before the exam
 */
record ExamPlan(LocalDate from, List<CardSnapshot> today, int seen) {

  /** So many cards a day are no burden besides the reviews. */
  private static final int CARDS_A_DAY = 20;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 14;

  /**
   * @param cards all of the quiz's cards that can be practised
   */
  static ExamPlan of(Collection<CardSnapshot> cards, LocalDate examDay, LocalDate today) {
    int window = Math.clamp(Math.ceilDiv(cards.size(), CARDS_A_DAY), SHORTEST, LONGEST);
    LocalDate from = examDay.minusDays(window);
    List<CardSnapshot> unseen =
        cards.stream()
            .filter(card -> !card.seenOn(from) && !comesUp(card, from, today, examDay))
            .sorted(CardSnapshot.mostForgettableFirst(today).reversed())
            .toList();
    int seen = cards.size() - unseen.size();
    if (today.isBefore(from) || !today.isBefore(examDay)) {
      return new ExamPlan(from, List.of(), seen);
    }
    int doneToday = (int) cards.stream().filter(card -> card.seenOn(today)).count();
    int daysLeft = (int) (examDay.toEpochDay() - today.toEpochDay());
    int share = Math.ceilDiv(unseen.size() + doneToday, daysLeft) - doneToday;
    return new ExamPlan(from, unseen.subList(0, Math.clamp(share, 0, unseen.size())), seen);
  }

  /** Whether the queue will show the card in the days before the exam. */
  private static boolean comesUp(
      CardSnapshot card, LocalDate from, LocalDate today, LocalDate examDay) {
    return card.queueDay() != null
        && card.queueDay().isBefore(examDay)
        && !card.queueDay().isBefore(from)
        && !card.queueDay().isBefore(today);
  }
}
