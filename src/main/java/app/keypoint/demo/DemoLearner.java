package app.keypoint.demo;

import java.time.LocalDate;
import java.util.Random;

/**
 * Who a demo learner is: fixed by a number, so that every new demo shows the same people.
 *
 * @param number from 1; 0 is the account that visitors use
 * @param ability chance of being right on a question of middling difficulty, 0..1
 * @param diligence chance of reviewing on a given day, 0..1
 * @param firstDay days after the demo's start on which they begin
 * @param lastDay days before its end on which they were last seen; 0 for most
 */
record DemoLearner(int number, double ability, double diligence, int firstDay, int lastDay) {

  private static final long SEED = 20261123;

  static DemoLearner of(int number) {
    Random random = new Random(SEED + number);
    random.nextInt(); // neighbouring seeds give neighbouring first numbers
    double ability = 0.72 + 0.24 * random.nextDouble();
    double diligence = 0.62 + 0.36 * random.nextDouble();
    int firstDay = random.nextInt(14);
    int lastDay = number % 8 == 3 ? 4 + random.nextInt(12) : 0;
    return number == 0
        ? new DemoLearner(0, 0.88, 1, 20, 0)
        : new DemoLearner(number, ability, diligence, firstDay, lastDay);
  }

  /** The account that visitors sign in to. */
  boolean isVisitor() {
    return number == 0;
  }

  /** Some take quizzes again once they have taken all. */
  boolean retakes() {
    return number % 3 == 1;
  }

  String username() {
    return isVisitor() ? "learner" : "learner-%02d".formatted(number);
  }

  String displayName() {
    return isVisitor() ? "Demo learner" : "Demo learner %02d".formatted(number);
  }

  /** A source of their own for a day, so that one day's events never shift the next day's. */
  Random random(LocalDate day) {
    Random random = new Random(SEED * 31 + number * 10_007L + day.toEpochDay());
    random.nextInt();
    return random;
  }
}
