package app.keypoint.support.races;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.races.Races.Ending;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What a duel comes to when its two do not meet. Whoever races must end like one of these: never
 * with something that neither order explains.
 *
 * @param oneFirst when the first came first
 * @param otherFirst when the second did
 */
public record InTurn(Told oneFirst, Told otherFirst) {

  /** What each of the two is told, and what is to be seen afterwards. */
  public record Told(String one, String other, String picture) {}

  /**
   * Races a duel in all ways, each of the two held at each point, and finds every one to end as if
   * the two had come in turn: in the order in which they took the lock.
   *
   * @param duels makes the same duel again and again, each of a new learner
   */
  public static InTurn always(Races races, Lock lock, Supplier<Duel> duels) {
    InTurn turns = of(duels);
    for (Point point : Point.values()) {
      Told one = race(races, lock, point, duels, true);
      assertThat(one)
          .as("the first is held %s", point)
          .isEqualTo(point == Point.BEFORE_LOCK ? turns.otherFirst : turns.oneFirst);
      Told other = race(races, lock, point, duels, false);
      assertThat(other)
          .as("the second is held %s", point)
          .isEqualTo(point == Point.BEFORE_LOCK ? turns.oneFirst : turns.otherFirst);
    }
    return turns;
  }

  private static InTurn of(Supplier<Duel> duels) {
    Duel first = duels.get();
    String one = Outcome.of(first.one()).told();
    String other = Outcome.of(first.other()).told();
    Duel second = duels.get();
    String otherBefore = Outcome.of(second.other()).told();
    String oneAfter = Outcome.of(second.one()).told();
    return new InTurn(
        new Told(one, other, picture(first)), new Told(oneAfter, otherBefore, picture(second)));
  }

  private static Told race(
      Races races, Lock lock, Point point, Supplier<Duel> duels, boolean oneIsHeld) {
    Duel duel = duels.get();
    Callable<?> held = oneIsHeld ? duel.one() : duel.other();
    Callable<?> overtaking = oneIsHeld ? duel.other() : duel.one();
    Ending ending = races.run(held, point, lock, overtaking);
    assertThat(ending.waited())
        .as("waited for the one that stood %s: %s", point, ending)
        .isEqualTo(point != Point.BEFORE_LOCK);
    String heldTold = ending.held().told();
    String overtakingTold = ending.overtaking().told();
    return oneIsHeld
        ? new Told(heldTold, overtakingTold, picture(duel))
        : new Told(overtakingTold, heldTold, picture(duel));
  }

  private static String picture(Duel duel) {
    try {
      return String.valueOf(duel.picture().call());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
