package app.keypoint.lives;

import app.keypoint.scheduling.Grade;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Something that happens in a life.
 *
 * @param who which learner
 * @param later seconds since what happened before
 * @param a which one, or how; taken modulo what there is
 * @param b the same once more
 */
record Op(Kind kind, int who, int later, int a, int b) {

  enum Kind {
    REVIEW(20),
    REVIEW_TWICE(3),
    REVIEW_STALE(4),
    ACT(8),
    PRACTISE(9),
    PRACTISE_STALE(3),
    PRACTISE_ACT(4),
    PRACTISE_ENOUGH(1),
    PRACTISE_UNDO(4),
    UNDO(9),
    UNDO_NAMED(3),
    UNDO_RACE(2),
    SECOND_THOUGHT(3),
    ACT_ON_MANY(4),
    RESUME(2),
    CATCH_UP(3),
    ADD(4),
    WITHDRAW(2),
    QUIZ_ANSWER(6),
    QUIZ_REST(5),
    QUIZ_RESTART(1),
    QUIZ_FINISH(2),
    QUIZ_TIDY(2),
    IMPORT(2),
    IMPORT_AGAIN(1),
    IMPORT_BACK(2),
    SCHEDULER(3),
    LIMITS(2),
    EXAM(3),
    COHORT_EXAM(2),
    RETIRE(2),
    LEAVE_BEHIND(1),
    CORRECT(1),
    MOVE(1),
    DAYS(12),
    TURN_OF_DAY(2),
    CLOCK_BACK(1);

    private final int often;

    Kind(int often) {
      this.often = often;
    }
  }

  static final int LEARNERS = 3;

  /** How often at least a kind happens in a life whose theme it belongs to. */
  private static final int IN_THEME = 8;

  private static final Set<Kind> TO_CARDS = EnumSet.of(Kind.ADD, Kind.ACT, Kind.ACT_ON_MANY);

  /** What matters to each other, and so is worth happening in a row. */
  private static final List<Set<Kind>> THEMES =
      List.of(
          EnumSet.of(Kind.ADD, Kind.WITHDRAW, Kind.ACT_ON_MANY, Kind.UNDO, Kind.QUIZ_ANSWER),
          EnumSet.of(Kind.ADD, Kind.ACT, Kind.QUIZ_REST, Kind.QUIZ_FINISH, Kind.UNDO_NAMED),
          EnumSet.of(Kind.REVIEW_TWICE, Kind.REVIEW_STALE, Kind.UNDO, Kind.UNDO_RACE, Kind.ACT),
          EnumSet.of(
              Kind.PRACTISE, Kind.PRACTISE_ACT, Kind.PRACTISE_STALE, Kind.PRACTISE_UNDO, Kind.UNDO),
          EnumSet.of(Kind.PRACTISE, Kind.LIMITS, Kind.ADD, Kind.UNDO, Kind.PRACTISE_ACT),
          EnumSet.of(Kind.LIMITS, Kind.ADD, Kind.ACT, Kind.SECOND_THOUGHT, Kind.UNDO),
          EnumSet.of(
              Kind.EXAM, Kind.COHORT_EXAM, Kind.PRACTISE, Kind.ACT_ON_MANY, Kind.TURN_OF_DAY),
          EnumSet.of(
              Kind.SCHEDULER, Kind.CATCH_UP, Kind.ACT, Kind.PRACTISE_ENOUGH, Kind.UNDO_NAMED),
          EnumSet.of(Kind.SCHEDULER, Kind.PRACTISE_ENOUGH),
          EnumSet.of(Kind.SCHEDULER, Kind.PRACTISE_ENOUGH, Kind.TURN_OF_DAY),
          EnumSet.of(Kind.IMPORT, Kind.RETIRE, Kind.ADD),
          EnumSet.of(Kind.IMPORT, Kind.IMPORT_AGAIN, Kind.IMPORT_BACK, Kind.ADD, Kind.RETIRE),
          EnumSet.of(Kind.RETIRE, Kind.CORRECT, Kind.ADD, Kind.QUIZ_ANSWER, Kind.REVIEW_STALE),
          EnumSet.of(Kind.RETIRE, Kind.LEAVE_BEHIND, Kind.ADD, Kind.IMPORT, Kind.ACT),
          EnumSet.of(Kind.QUIZ_ANSWER, Kind.QUIZ_RESTART, Kind.QUIZ_FINISH, Kind.QUIZ_TIDY),
          EnumSet.of(Kind.MOVE, Kind.TURN_OF_DAY, Kind.CLOCK_BACK, Kind.RESUME, Kind.ACT));

  /**
   * A life. Most keep to one or two themes, some to half of all that could happen: who does
   * everything seldom does two things that matter to each other. Some things are taken back at
   * once, whatever they were.
   */
  static Arbitrary<List<Op>> lives(int longest) {
    Arbitrary<Set<Kind>> one = Arbitraries.of(THEMES);
    Arbitrary<Set<Kind>> two = Combinators.combine(one, one).as(Op::both);
    Arbitrary<Set<Kind>> half = Arbitraries.of(Kind.class).set().ofMinSize(4);
    return Arbitraries.frequencyOf(
            Tuple.of(3, one.map(kinds -> weighed(kinds, IN_THEME))),
            Tuple.of(3, two.map(kinds -> weighed(kinds, IN_THEME))),
            Tuple.of(3, half.map(kinds -> weighed(kinds, 1))))
        .flatMap(
            kinds ->
                of(kinds)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(longest)
                    .withSizeDistribution(RandomDistribution.uniform()))
        .map(life -> life.stream().flatMap(Op::andBack).toList());
  }

  /** How often each of some kinds happens, and so much at least; what is everyday as usual. */
  private static List<Tuple.Tuple2<Integer, Kind>> weighed(Set<Kind> chosen, int least) {
    return Stream.concat(
            chosen.stream().map(kind -> Tuple.of(Math.max(kind.often, least), kind)),
            Stream.of(Kind.REVIEW, Kind.QUIZ_REST, Kind.DAYS)
                .map(kind -> Tuple.of(kind.often, kind)))
        .toList();
  }

  /**
   * Some are taken back at once, and what was done to cards also after a quiz's end, which is no
   * step of its own.
   */
  private Stream<Op> andBack() {
    Op undo = new Op(Kind.UNDO, who, 1, a, b);
    if (later % 3 == 0 && TO_CARDS.contains(kind)) {
      return Stream.of(this, new Op(Kind.QUIZ_REST, who, 30, a, b), undo);
    }
    return later % 9 == 1 ? Stream.of(this, undo) : Stream.of(this);
  }

  private static Set<Kind> both(Set<Kind> one, Set<Kind> other) {
    Set<Kind> both = EnumSet.copyOf(one);
    both.addAll(other);
    return both;
  }

  private static Arbitrary<Op> of(List<Tuple.Tuple2<Integer, Kind>> kinds) {
    return Combinators.combine(
            Arbitraries.frequency(kinds),
            Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2)),
            Arbitraries.integers().between(1, 400),
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 99))
        .as(Op::new);
  }

  String quiz() {
    return a % 2 == 0 ? "fruit" : "stone";
  }

  /** Never a quiz's first question, so that each quiz has one. */
  String question() {
    List<String> some = Shelf.QUESTIONS.get(quiz());
    return some.get(1 + b % (some.size() - 1));
  }

  /** How many days ahead an exam is set; most lie so near that the day of one comes soon. */
  int daysAhead() {
    return b % 3 == 0 ? 1 + b % 20 : 1 + b % 4;
  }

  Grade grade() {
    return Grade.values()[a % 10 < 6 ? a % 6 : 4];
  }

  @Override
  public String toString() {
    return "%s(%d, +%ds, %d, %d)".formatted(kind, who, later, a, b);
  }
}
