package app.keypoint.lives;

import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo.Reason;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.scheduling.FsrsScheduler;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Scheduler;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a learner's data ought to be: a list of events, and everything computed anew from it. */
final class Model {

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
    Set<Event> undone = Collections.newSetFromMap(new IdentityHashMap<>());
    events.forEach(event -> undone.add(event.undoes()));
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

  /** Whether anything that stands is known of a question, here or from elsewhere. */
  boolean hasHistory(String question) {
    return !standing(question).isEmpty()
        || past.stream().anyMatch(answer -> answer.card().equals(question));
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
        state = state.after(earlier.get(next), scheduler());
      }
      state = state.after(event, scheduler());
    }
    for (; next < earlier.size(); next++) {
      state = state.after(earlier.get(next), scheduler());
    }
    return state;
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
    Count count = Count.of(what, before, after, day, grade, millis);
    boolean idle = after.equals(before);
    events.add(new Event(step, what, question, at, day, grade, until, null, count, idle));
    return after;
  }

  /** As if it had never been there. */
  void forget(String question) {
    born.remove(question);
    events.removeIf(event -> event.question().equals(question));
  }

  /** What was taken back, or why nothing was. */
  record Undone(List<Event> events, @Nullable Reason reason) {

    /** The question of the one card that was taken back, if it was one. */
    Optional<String> onlyQuestion() {
      return events.size() == 1 ? Optional.of(events.getFirst().question()) : Optional.empty();
    }
  }

  /** Takes back the latest step that stands among the last thirty. */
  Undone undo(Instant at, LocalDate day) {
    return undo(at, day, _ -> true);
  }

  /** The same of those steps alone that are asked for. */
  Undone undo(Instant at, LocalDate day, Predicate<Event> which) {
    int step = latestStep(which);
    List<Event> undone = standing().stream().filter(event -> event.step() == step).toList();
    Optional<Event> since =
        undone.stream()
            .flatMap(event -> since(event).stream())
            .max(Comparator.comparingInt(Event::step));
    if (undone.isEmpty()) {
      return new Undone(List.of(), Reason.NOTHING);
    }
    if (undone.getFirst().what() == StepKind.REPLAY || since.isPresent()) {
      return new Undone(List.of(), reason(since.orElse(undone.getFirst()).what(), undone));
    }
    int undo = newStep();
    undone.forEach(
        event -> {
          String question = event.question();
          events.add(
              new Event(
                  undo, StepKind.UNDO, question, at, day, null, null, event, Count.NONE, false));
        });
    return new Undone(undone, null);
  }

  private static Reason reason(StepKind since, List<Event> undone) {
    return undone.getFirst().what() == StepKind.REPLAY || since == StepKind.REPLAY
        ? Reason.REPLAY
        : since == StepKind.QUIZ ? Reason.QUIZ : Reason.NOT_LATEST;
  }

  /** Of those that are asked for; 0 if there is none among the last thirty. */
  int latestStep(Predicate<Event> which) {
    List<Event> standing = standing();
    return events.stream()
        .filter(event -> event.what() != StepKind.QUIZ && event.what() != StepKind.UNDO)
        .map(Event::step)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .limit(30)
        .filter(id -> standing.stream().filter(which).anyMatch(event -> event.step() == id))
        .findFirst()
        .orElse(0);
  }

  /** What stands of the same card after an entry. */
  private List<Event> since(Event event) {
    List<Event> own = standing(event.question());
    return own.subList(own.indexOf(event) + 1, own.size());
  }

  /** The counters of all days with an answer. */
  Map<LocalDate, Count> days() {
    Map<LocalDate, Count> days = new TreeMap<>();
    standing().stream()
        .filter(event -> event.what().reviewAnswer())
        .forEach(event -> days.merge(event.day(), event.count(), Count::plus));
    quizAnswers.forEach(
        (day, answers) -> days.merge(day, new Count(answers, 0, 0, 0, 0, 0, 0), Count::plus));
    past.forEach(answer -> days.merge(answer.studyDay(), Count.of(answer), Count::plus));
    return days;
  }

  /** The least likely to be remembered first. */
  List<String> forgettable(Stream<String> questions, LocalDate today) {
    Map<String, State> states = states();
    List<String> order = List.copyOf(born.keySet());
    return questions
        .sorted(
            Comparator.<String>comparingDouble(q -> states.get(q).shown(0, q).recall(today))
                .thenComparing(q -> states.get(q).due())
                .thenComparing(order::indexOf))
        .toList();
  }
}
