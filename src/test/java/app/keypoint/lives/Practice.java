package app.keypoint.lives;

import app.keypoint.practice.Exam;
import app.keypoint.practice.PracticeScope;
import app.keypoint.review.StepKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What there is to practise on a day, and how far exams are prepared, from the model alone. */
record Practice(Life life, LocalDate today, World world) {

  private static final int HARDEST = 20;

  /** The last answer to each card since an instant, in the order of the answers. */
  private Map<String, Event> latest(Instant since) {
    Map<String, Event> latest = new LinkedHashMap<>();
    life.model.standing().stream()
        .filter(event -> event.what() == StepKind.PRACTICE && !event.at().isBefore(since))
        .filter(event -> !event.day().isBefore(life.day(since)))
        .forEach(
            event -> {
              latest.remove(event.question());
              latest.put(event.question(), event);
            });
    return latest;
  }

  int done(Instant since) {
    return (int) latest(since).values().stream().filter(event -> !event.grade().lapse()).count();
  }

  List<String> left(PracticeScope scope, Instant since) {
    Map<String, Event> latest = latest(since);
    List<String> left = new ArrayList<>(inScope(scope));
    left.removeAll(latest.keySet());
    latest.values().stream()
        .filter(event -> event.grade().lapse())
        .map(Event::question)
        .filter(question -> practicable(Stream.of(question)).findAny().isPresent())
        .forEach(left::add);
    left.removeIf(this::buried);
    return left;
  }

  /** Whether practice may show a card. */
  boolean takes(String question) {
    return practicable(Stream.of(question)).findAny().isPresent() && !buried(question);
  }

  /** Answered, served, and neither suspended nor put off. */
  private Stream<String> practicable(Stream<String> questions) {
    Map<String, State> queued = life.model.queued();
    return questions.filter(q -> queued.containsKey(q) && !queued.get(q).isFresh());
  }

  /** Buried today, by the queue or by practice, and not brought back since. */
  private boolean buried(String question) {
    return life.model.standing(question).reversed().stream()
        .takeWhile(event -> event.what() != StepKind.RESUME && event.what() != StepKind.RESET)
        .anyMatch(event -> event.what() == StepKind.BURY && event.day().equals(today));
  }

  private List<String> inScope(PracticeScope scope) {
    return switch (scope) {
      case PracticeScope.OfQuiz(String quiz) -> byRecall(q -> Shelf.quizOf(q).equals(quiz));
      case PracticeScope.OfKeyPoint(String point) ->
          byRecall(q -> Shelf.keyPointOf(q).equals(point));
      case PracticeScope.Hardest() -> hardest();
      case PracticeScope.WrongThisWeek() -> {
        List<String> wrong =
            life.model.standing().stream()
                .filter(event -> event.what() == StepKind.QUIZ || event.what().queueAnswer())
                .filter(event -> !event.day().isBefore(today.minusDays(6)))
                .filter(event -> event.grade().lapse())
                .map(Event::question)
                .toList();
        yield byRecall(wrong::contains);
      }
      case PracticeScope.SureWrong() -> List.of(); // Nobody here says how sure they are.
      case PracticeScope.BeforeExam(String quiz) ->
          dates()
              .filter(date -> date.quiz().equals(quiz) && date.day().isAfter(today))
              .findFirst()
              .map(date -> plan(quiz, date.day()).today())
              .orElse(List.of());
    };
  }

  private List<String> byRecall(java.util.function.Predicate<String> which) {
    return life.model.forgettable(
        practicable(life.model.born.keySet().stream().filter(which)), today);
  }

  private List<String> hardest() {
    Map<String, State> states = life.model.states();
    List<String> order = List.copyOf(states.keySet());
    Comparator<String> lapses = Comparator.comparing(q -> -states.get(q).lapses());
    return practicable(states.keySet().stream())
        .filter(
            q ->
                states.get(q).lapses() > 0
                    || states.get(q).memory().easiness() < 250
                    || states.get(q).memory().difficulty() > 6)
        .sorted(
            lapses
                .thenComparing(q -> states.get(q).memory().easiness())
                .thenComparing(q -> -states.get(q).memory().difficulty())
                .thenComparing(order::indexOf))
        .limit(HARDEST)
        .toList();
  }

  /** What to practise today for an exam. */
  record Plan(LocalDate from, List<String> today, int seen, int cards) {}

  private Plan plan(String quiz, LocalDate day) {
    Map<String, State> states = life.model.states();
    List<String> cards =
        practicable(states.keySet().stream().filter(q -> Shelf.quizOf(q).equals(quiz))).toList();
    LocalDate from = day.minusDays(3);
    List<String> unseen =
        life.model
            .forgettable(
                cards.stream()
                    .filter(q -> !states.get(q).seenOn(from))
                    .filter(
                        q ->
                            !states.get(q).comesUp().isBefore(day)
                                || states.get(q).comesUp().isBefore(from)
                                || states.get(q).comesUp().isBefore(today)),
                today)
            .reversed();
    int seen = cards.size() - unseen.size();
    if (today.isBefore(from) || !today.isBefore(day)) {
      return new Plan(from, List.of(), seen, cards.size());
    }
    int done = (int) cards.stream().filter(q -> states.get(q).seenOn(today)).count();
    int daysLeft = (int) (day.toEpochDay() - today.toEpochDay());
    int share = Math.ceilDiv(unseen.size() + done, daysLeft) - done;
    return new Plan(
        from, unseen.subList(0, Math.clamp(share, 0, unseen.size())), seen, cards.size());
  }

  private record Date(String quiz, LocalDate day, boolean own) {}

  private Stream<Date> dates() {
    return Stream.concat(dates(life.exams, true), dates(world.cohortExams, false))
        .filter(date -> !date.day().isBefore(today))
        .sorted(Comparator.comparing(Date::day).thenComparing(Date::quiz));
  }

  private static Stream<Date> dates(Map<String, LocalDate> exams, boolean own) {
    return exams.entrySet().stream().map(exam -> new Date(exam.getKey(), exam.getValue(), own));
  }

  /** The coming exams, the nearest first. */
  List<Exam> exams() {
    Map<String, State> states = life.model.states();
    return dates()
        .map(
            exam -> {
              Plan plan = plan(exam.quiz(), exam.day());
              long unbegun =
                  Shelf.QUESTIONS.get(exam.quiz()).stream()
                      .filter(world.shelf::served)
                      .filter(q -> !states.containsKey(q) || states.get(q).isFresh())
                      .count();
              long suspended =
                  states.entrySet().stream()
                      .filter(c -> Shelf.quizOf(c.getKey()).equals(exam.quiz()))
                      .filter(c -> world.shelf.served(c.getKey()))
                      .filter(c -> c.getValue().suspended() && !c.getValue().isFresh())
                      .count();
              return new Exam(
                  exam.quiz(),
                  exam.day(),
                  exam.own() ? null : Cohorting.NAME,
                  plan.from(),
                  plan.today().size(),
                  plan.seen(),
                  plan.cards(),
                  (int) suspended,
                  (int) unbegun);
            })
        .toList();
  }
}
