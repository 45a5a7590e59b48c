package app.keypoint.review.internal;

import app.keypoint.review.CardSnapshot;
import app.keypoint.review.CatchingUp.DayLoad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A backlog spread over days so that the fullest day is as light as can be, and no earlier day left
 * lighter than need be.
 *
 * @param days the cards of the backlog for each day, the most forgettable on the first
 */
record CatchUpPlan(
    SortedMap<LocalDate, List<CardSnapshot>> days, Map<LocalDate, Integer> scheduled) {

  /**
   * @param scheduled cards that come up anyway on each of the days, none left out
   */
  static CatchUpPlan of(
      Collection<CardSnapshot> backlog, SortedMap<LocalDate, Integer> scheduled, LocalDate today) {
    Map<LocalDate, Integer> room = shares(backlog.size(), scheduled);
    List<CardSnapshot> cards = new ArrayList<>(backlog);
    cards.sort(CardSnapshot.mostForgettableFirst(today));
    SortedMap<LocalDate, List<CardSnapshot>> days = new TreeMap<>();
    int from = 0;
    for (LocalDate day : scheduled.keySet()) {
      int to = from + room.getOrDefault(day, 0);
      days.put(day, List.copyOf(cards.subList(from, to)));
      from = to;
    }
    return new CatchUpPlan(days, scheduled);
  }

  SortedMap<LocalDate, DayLoad> loads() {
    SortedMap<LocalDate, DayLoad> loads = new TreeMap<>();
    days.forEach(
        (day, cards) -> loads.put(day, new DayLoad(scheduled.getOrDefault(day, 0), cards.size())));
    return loads;
  }

  /** The day for each card. */
  Map<Long, LocalDate> dayByCard() {
    Map<Long, LocalDate> byCard = new HashMap<>();
    days.forEach((day, cards) -> cards.forEach(card -> byCard.put(card.id(), day)));
    return byCard;
  }

  /** Each card in turn goes to the lightest day so far, the earliest of several. */
  private static Map<LocalDate, Integer> shares(int cards, SortedMap<LocalDate, Integer> loads) {
    Map<LocalDate, Integer> totals = new LinkedHashMap<>(loads);
    Map<LocalDate, Integer> shares = new HashMap<>();
    for (int i = 0; i < cards; i++) {
      LocalDate lightest =
          totals.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
      totals.merge(lightest, 1, Integer::sum);
      shares.merge(lightest, 1, Integer::sum);
    }
    return shares;
  }
}
