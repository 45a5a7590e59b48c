package app.keypoint.content.grading;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Orders options so that their place gives nothing away. */
public final class OptionOrder {

  private OptionOrder() {}

  /** Ids of a question's options, shuffled; none for typed questions. */
  public static List<String> shuffled(Question question, RandomGenerator random) {
    if (!(question instanceof Question.Choice choice)) {
      return List.of();
    }
    List<String> ids = new ArrayList<>(choice.options().stream().map(Option::id).toList());
    Collections.shuffle(ids, random);
    return List.copyOf(ids);
  }

  /** The same order whenever the seed is the same. */
  public static List<String> seeded(Question question, long seed) {
    // Random's first draws would hardly differ between neighbouring seeds.
    return shuffled(question, new SplittableRandom(seed));
  }
}
