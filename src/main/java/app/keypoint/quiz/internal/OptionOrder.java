package app.keypoint.quiz.internal;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The order in which an attempt shows options: shuffled once, then kept. */
final class OptionOrder {

  private OptionOrder() {}

  /** Option ids; empty for a typed question. */
  static List<String> of(Question question, Random random) {
    if (!(question instanceof Question.Choice choice)) {
      return List.of();
    }
    List<String> ids = new ArrayList<>(choice.options().stream().map(Option::id).toList());
    Collections.shuffle(ids, random);
    return List.copyOf(ids);
  }
}
