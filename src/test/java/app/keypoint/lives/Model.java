package app.keypoint.lives;

import app.keypoint.review.CardState;
import app.keypoint.review.Grade;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.PastAnswer.Phase;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.StepKind;
import app.keypoint.review.scheduler.FsrsScheduler;
import app.keypoint.review.scheduler.Memory;
import app.keypoint.review.scheduler.Scheduler;
import app.keypoint.review.scheduler.Sm2Scheduler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a learner's data ought to be: a list of events, and everything computed anew from it. */
final class Model {

  /**
   * An entry of the log.
   *
   * @param step entries of one step have the same
   * @param count what it added to its day
   * @param idle whether it left the card as it was
   */
  record Event(
      int step,
      StepKind what,
      String question,
      Instant at,
      LocalDate day,
      @Nullable Grade grade,
      @Nullable LocalDate until,
      @Nullable Event undoes,
      Count count,
      boolean idle) {}

  record Count(
      int answers, int cleared, int dueDone, int begun, int reviews, int remembered, long millis) {
    static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0);

    Count plus(Count o) {
      return new Count(
          answers + o.answers,
          cleared + o.cleared,
          dueDone + o.dueDone,
          begun + o.begun,
          reviews + o.reviews,
          remembered + o.remembered,
          millis + o.millis);
    }
  }

  record State(
      Memory memory,
      LocalDate due,
      boolean drill,
      LocalDate comesUp,
      Instant queuedAt,
      @Nullable LocalDate reviewed,
      @Nullable LocalDate seen,
      int lapses,
      boolean suspended) {

    static State fresh(LocalDate day, Instant at) {
      return new State(Memory.NONE, day, false, day, at, null, null, 0, false);
    }

    boolean isFresh() {
      return seen == null;
    }

    boolean seenOn(LocalDate day) {
      return seen != null && !seen.isBefore(day);
    }

    boolean drilledOn(LocalDate day) {
      return drill && day.isBefore(due);
    }

    State answered(Grade grade, LocalDate day, Instant at, Scheduler by) {
      if (drilledOn(day)) {
        boolean again = grade.q() < 4;
        return new State(
            memory, due, again, again ? day : due, at, reviewed, day, lapses, suspended);
      }
      long elapsed = reviewed == null ? 0 : Math.max(0, day.toEpochDay() - reviewed.toEpochDay());
      Memory next = by.after(memory, grade, (int) elapsed);
      LocalDate nextDue = day.plusDays(next.intervalDays());
      boolean again = by.drills(grade);
      int lapsed = grade.lapse() && memory.intervalDays() > 0 ? 1 : 0;
      return new State(
          next, nextDue, again, again ? day : nextDue, at, day, day, lapses + lapsed, suspended);
    }

    State practised(LocalDate day) {
      return new State(memory, due, drill, comesUp, queuedAt, reviewed, day, lapses, suspended);
    }

    State until(LocalDate day, boolean suspend) {
      return new State(memory, due, drill, day, queuedAt, reviewed, seen, lapses, suspend);
    }

    State remembering(Memory other) {
      return new State(other, due, drill, comesUp, queuedAt, reviewed, seen, lapses, suspended);
    }

    State after(Event event, Scheduler by) {
      LocalDate day = event.day();
      return switch (event.what()) {
        case QUIZ, SCHEDULED, DRILL -> answered(event.grade(), day, event.at(), by);
        case PRACTICE -> practised(day);
        case BURY -> event.idle() ? this : notBefore(day.plusDays(1));
        case CATCH_UP -> comesUp.isBefore(day) ? until(event.until(), suspended) : this;
        case SUSPEND -> until(comesUp, true);
        case RESUME -> until(drilledOn(day) ? day : due, false);
        case RESET -> new State(Memory.NONE, day, false, day, event.at(), null, seen, 0, suspended);
        case EASE -> remembering(by.eased(memory));
        case REPLAY, UNDO -> this;
      };
    }

    private State notBefore(LocalDate day) {
      return comesUp.isBefore(day) ? until(day, suspended) : this;
    }
  }

  /** When a card was made; their order is that of the cards. */
  final Map<String, State> born = new LinkedHashMap<>();

  final List<Event> events = new ArrayList<>();
  final List<PastAnswer> past = new ArrayList<>();
  final Map<LocalDate, Integer> quizAnswers = new HashMap<>();
  final Predicate<String> served;
  ReviewPreferences preferences = ReviewPreferences.DEFAULT;
  private int steps;

  Model(Predicate<String> served) {
    this.served = served;
  }

  Scheduler scheduler() {
    return preferences.algorithm() == Algorithm.SM2
        ? new Sm2Scheduler()
        : new FsrsScheduler(preferences.retention());
  }

  List<Event> standing() {
    List<Event> undone = events.stream().map(Event::undoes).toList();
    return events.stream()
        .filter(event -> event.what() != StepKind.UNDO && !undone.contains(event))
        .toList();
  }

  List<Event> standing(String question) {
    return standing().stream().filter(event -> event.question().equals(question)).toList();
  }

  int version(String question) {
    return (int) events.stream().filter(event -> event.question().equals(question)).count();
  }

  /** All that happened to a card, by the scheduler that the learner has now. */
  State state(String question) {
    State state = born.get(question);
    List<PastAnswer> earlier =
        past.stream()
            .filter(answer -> answer.card().equals(question))
            .sorted(Comparator.comparing(PastAnswer::at))
            .toList();
    if (!earlier.isEmpty() && earlier.getFirst().at().isBefore(state.queuedAt())) {
      state = State.fresh(earlier.getFirst().studyDay(), earlier.getFirst().at());
    }
    int next = 0;
    for (Event event : standing(question)) {
      for (; next < earlier.size() && earlier.get(next).at().isBefore(event.at()); next++) {
        state = after(state, earlier.get(next));
      }
      state = state.after(event, scheduler());
    }
    for (; next < earlier.size(); next++) {
      state = after(state, earlier.get(next));
    }
    return state;
  }

  private State after(State state, PastAnswer answer) {
    return answer.phase() == Phase.PRACTICE
        ? state.practised(answer.studyDay())
        : state.answered(
            Grade.ofRating(answer.rating()), answer.studyDay(), answer.at(), scheduler());
  }

  Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    born.keySet().forEach(question -> states.put(question, state(question)));
    return states;
  }

  /** Cards that are served and not suspended, so that they come up some day. */
  Map<String, State> queued() {
    Map<String, State> queued = states();
    queued.entrySet().removeIf(c -> !served.test(c.getKey()) || c.getValue().suspended());
    return queued;
  }

  int newStep() {
    return ++steps;
  }

  /** Appends an entry and says how the card is after it. */
  State happens(
      int step,
      StepKind what,
      String question,
      Instant at,
      LocalDate day,
      @Nullable Grade grade,
      @Nullable LocalDate until,
      long millis) {
    State before = state(question);
    Event event = new Event(step, what, question, at, day, grade, until, null, Count.NONE, false);
    State after = before.after(event, scheduler());
    boolean learned = what == StepKind.SCHEDULED && before.memory().intervalDays() > 0;
    boolean asked = !before.isFresh() && !before.seenOn(day) && !before.comesUp().isAfter(day);
    Count count =
        !what.queueAnswer()
            ? new Count(
                what == StepKind.PRACTICE ? 1 : 0,
                0,
                what == StepKind.PRACTICE && asked ? 1 : 0,
                0,
                0,
                0,
                0)
            : new Count(
                1,
                after.comesUp().isAfter(day) ? 1 : 0,
                asked ? 1 : 0,
                before.isFresh() ? 1 : 0,
                learned ? 1 : 0,
                learned && !grade.lapse() ? 1 : 0,
                millis);
    boolean idle = after.equals(before);
    events.add(new Event(step, what, question, at, day, grade, until, null, count, idle));
    return after;
  }

  /** Takes back the latest step that stands among the last thirty, and says which entries. */
  List<Event> undo(Instant at, LocalDate day) {
    return undo(at, day, _ -> true);
  }

  /** The same of those steps alone that are asked for. */
  List<Event> undo(Instant at, LocalDate day, Predicate<Event> which) {
    List<Event> standing = standing();
    Integer step =
        events.stream()
            .filter(event -> event.what() != StepKind.QUIZ && event.what() != StepKind.UNDO)
            .map(Event::step)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(30)
            .filter(id -> standing.stream().filter(which).anyMatch(e -> e.step() == id))
            .findFirst()
            .orElse(null);
    List<Event> undone =
        standing.stream().filter(event -> step != null && event.step() == step).toList();
    boolean stands =
        undone.stream()
            .allMatch(
                event ->
                    event.what() != StepKind.REPLAY
                        && standing(event.question()).getLast().equals(event));
    if (!stands) {
      return List.of();
    }
    int undo = newStep();
    undone
        .reversed()
        .forEach(
            event ->
                events.add(
                    new Event(
                        undo,
                        StepKind.UNDO,
                        event.question(),
                        at,
                        day,
                        null,
                        null,
                        event,
                        Count.NONE,
                        false)));
    return undone;
  }

  /** The counters of all days with an answer. */
  Map<LocalDate, Count> days() {
    Map<LocalDate, Count> days = new TreeMap<>();
    standing().stream()
        .filter(event -> event.what().reviewAnswer())
        .forEach(event -> days.merge(event.day(), event.count(), Count::plus));
    quizAnswers.forEach(
        (day, answers) -> days.merge(day, new Count(answers, 0, 0, 0, 0, 0, 0), Count::plus));
    for (PastAnswer answer : past) {
      int review = answer.phase() == Phase.REVIEW ? 1 : 0;
      days.merge(
          answer.studyDay(),
          new Count(1, 0, 0, 0, review, answer.rating() > 1 ? review : 0, 0),
          Count::plus);
    }
    return days;
  }

  enum Source {
    DUE,
    NEW,
    AGAIN
  }

  /** The cards of the day in the order in which each part of the queue asks them. */
  Map<Source, List<String>> parts(LocalDate today) {
    Map<String, State> waiting = queued();
    waiting.values().removeIf(card -> card.comesUp().isAfter(today));
    List<String> order = List.copyOf(born.keySet());
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

  static CardState toState(long learner, String question, State s) {
    return new CardState(
        learner,
        question,
        s.memory().repetitions(),
        s.memory().easiness(),
        s.memory().intervalDays(),
        s.memory().stability(),
        s.memory().difficulty(),
        s.due(),
        s.reviewed(),
        s.lapses());
  }

  /** The least likely to be remembered first. */
  List<String> forgettable(Stream<String> questions, LocalDate today) {
    Map<String, State> states = states();
    List<String> order = List.copyOf(born.keySet());
    return questions
        .sorted(
            Comparator.<String>comparingDouble(q -> toState(0, q, states.get(q)).recall(today))
                .thenComparing(q -> states.get(q).due())
                .thenComparing(order::indexOf))
        .toList();
  }
}
