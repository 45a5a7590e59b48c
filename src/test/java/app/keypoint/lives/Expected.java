package app.keypoint.lives;

import app.keypoint.quiz.ReviewOutlook.Outlook;
import app.keypoint.review.CardState;
import app.keypoint.review.DueCard.Preview;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.StepKind;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.scheduling.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the screens ought to say on a day, from the model's events alone. */
record Expected(Model model, LocalDate today) {

  private static final int PAGE = 20;

  ReviewProgress progress() {
    Count day = day();
    Map<Source, List<String>> parts = parts();
    List<String> due = parts.get(Source.DUE);
    int backlog = (int) due.stream().filter(q -> state(q).comesUp().isBefore(today)).count();
    Integer limit = model.preferences.reviewsPerDay();
    int room = limit == null ? Integer.MAX_VALUE : Math.max(0, limit - day.dueDone());
    int fresh =
        Math.min(
            parts.get(Source.NEW).size(), Math.max(0, model.preferences.newPerDay() - day.begun()));
    SortedMap<LocalDate, Integer> later = coming();
    later.keySet().removeIf(each -> !each.isAfter(today));
    return new ReviewProgress(
        day.cleared(),
        parts.get(Source.AGAIN).size(),
        Math.min(due.size() - backlog, room - Math.min(backlog, room)),
        Math.min(backlog, room),
        fresh,
        Math.max(0, due.size() - room),
        later.isEmpty() ? null : later.firstKey(),
        later.isEmpty() ? 0 : later.get(later.firstKey()));
  }

  private Count day() {
    return model.days().getOrDefault(today, Count.NONE);
  }

  private State state(String question) {
    return model.state(question);
  }

  /** Cards by the day on which they come up, new ones left out. */
  private SortedMap<LocalDate, Integer> coming() {
    SortedMap<LocalDate, Integer> coming = new TreeMap<>();
    model.queued().values().stream()
        .filter(card -> !card.isFresh())
        .forEach(card -> coming.merge(card.comesUp(), 1, Integer::sum));
    return coming;
  }

  Optional<String> head() {
    ReviewProgress now = progress();
    int due = now.today() + now.backlog();
    long begun = day().begun();
    long done = begun + day().dueDone();
    long ofDay = begun + now.fresh();
    boolean turnOfNew = (begun + 1) * (ofDay + day().dueDone() + due) <= (done + 1) * ofDay;
    Source source =
        due == 0 && now.fresh() == 0
            ? Source.AGAIN
            : now.fresh() > 0 && (due == 0 || turnOfNew) ? Source.NEW : Source.DUE;
    List<String> page = parts().get(source).stream().limit(PAGE).toList();
    Optional<String> last =
        model.standing().reversed().stream()
            .filter(event -> event.what().queueAnswer() && event.day().equals(today))
            .findFirst()
            .map(Event::question)
            .filter(model.served)
            .map(Shelf::keyPointOf);
    return page.stream()
        .filter(q -> last.isEmpty() || !last.get().equals(Shelf.keyPointOf(q)))
        .findFirst()
        .or(() -> page.stream().findFirst());
  }

  /** Whether the queue may show a card right now, within the day's numbers. */
  boolean asksNow(String question) {
    State card = state(question);
    if (!model.queued().containsKey(question) || card.comesUp().isAfter(today)) {
      return false;
    }
    ReviewProgress now = progress();
    return card.isFresh() ? now.fresh() > 0 : card.seenOn(today) || now.today() + now.backlog() > 0;
  }

  StepKind kind(String question) {
    return state(question).drilledOn(today) ? StepKind.DRILL : StepKind.SCHEDULED;
  }

  Map<Grade, Preview> previews(String question) {
    Map<Grade, Preview> previews = new EnumMap<>(Grade.class);
    State card = state(question);
    for (Grade grade : Grade.values()) {
      State after = card.answered(grade, today, card.queuedAt(), model.scheduler());
      previews.put(grade, preview(after));
    }
    return previews;
  }

  Preview preview(State after) {
    return new Preview(
        (int) (after.due().toEpochDay() - today.toEpochDay()), !after.comesUp().isAfter(today));
  }

  SortedMap<LocalDate, Integer> forecast(int days) {
    SortedMap<LocalDate, Integer> forecast = new TreeMap<>();
    today.datesUntil(today.plusDays(days)).forEach(day -> forecast.put(day, 0));
    coming()
        .forEach(
            (day, cards) -> forecast.merge(day.isBefore(today) ? today : day, cards, Integer::sum));
    return new TreeMap<>(forecast.headMap(today.plusDays(days)));
  }

  LearnerLoad load() {
    Map<String, State> cards = model.states();
    cards.entrySet().removeIf(c -> !model.served.test(c.getKey()) || c.getValue().isFresh());
    SortedMap<LocalDate, Integer> coming = coming();
    return new LearnerLoad(
        sum(coming.headMap(today.plusDays(1))),
        sum(coming.headMap(today)),
        cards.size(),
        (int)
            cards.values().stream()
                .filter(card -> card.memory().intervalDays() >= CardState.MATURE_DAYS)
                .count(),
        (int) cards.values().stream().filter(State::suspended).count());
  }

  Outlook outlook(List<String> questions) {
    List<State> cards =
        model.states().entrySet().stream()
            .filter(card -> questions.contains(card.getKey()) && model.served.test(card.getKey()))
            .map(Map.Entry::getValue)
            .filter(card -> !card.isFresh())
            .toList();
    return new Outlook(
        cards.size(),
        (int) cards.stream().filter(c -> !c.suspended() && !c.comesUp().isAfter(today)).count());
  }

  private static int sum(Map<LocalDate, Integer> cards) {
    return cards.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What is left of today, at the pace of the cards that left the queue in the last 30 days. */
  Duration timeDue() {
    Count recent =
        model.days().entrySet().stream()
            .filter(day -> day.getKey().isAfter(today.minusDays(30)))
            .filter(day -> !day.getKey().isAfter(today))
            .map(Map.Entry::getValue)
            .reduce(Count.NONE, Count::plus);
    Duration perCard =
        recent.cleared() <= 0
            ? Duration.ofSeconds(15)
            : Duration.ofMillis(recent.millis()).dividedBy(recent.cleared());
    return perCard.multipliedBy(progress().left());
  }

  private enum Source {
    DUE,
    NEW,
    AGAIN
  }

  /** The cards of the day in the order in which each part of the queue asks them. */
  private Map<Source, List<String>> parts() {
    Map<String, State> waiting = model.queued();
    waiting.values().removeIf(card -> card.comesUp().isAfter(today));
    List<String> order = List.copyOf(model.born.keySet());
    Comparator<String> first =
        Comparator.<String, Instant>comparing(q -> waiting.get(q).queuedAt())
            .thenComparing(order::indexOf);
    Comparator<String> late = Comparator.comparingDouble(q -> -lateness(waiting.get(q), today));
    Comparator<String> day = Comparator.comparing(q -> waiting.get(q).comesUp());
    return Map.of(
        Source.DUE,
        sorted(waiting, s -> !s.isFresh() && !s.seenOn(today), late.thenComparing(first)),
        Source.NEW,
        sorted(waiting, State::isFresh, day.thenComparing(first)),
        Source.AGAIN,
        sorted(waiting, s -> s.seenOn(today), first));
  }

  private static List<String> sorted(
      Map<String, State> cards, Predicate<State> which, Comparator<String> order) {
    return cards.entrySet().stream()
        .filter(card -> which.test(card.getValue()))
        .map(Map.Entry::getKey)
        .sorted(order)
        .toList();
  }

  private static double lateness(State card, LocalDate today) {
    return (double) (today.toEpochDay() - card.due().toEpochDay())
        / Math.max(1, card.memory().intervalDays());
  }
}
