package app.keypoint.review.internal;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Shuffles options anew at each repetition, and the same on every device and reload. */
final class OptionOrder {

  private OptionOrder() {}

  static List<String> of(Question question, long cardId, int version) {
    if (!(question instanceof Question.Choice choice)) {
      return List.of();
    }
    List<String> ids = new ArrayList<>(choice.options().stream().map(Option::id).toList());
    // Random's first draws hardly differ between neighbouring seeds: spread them.
    Collections.shuffle(ids, new Random((cardId * 31 + version) * 0x9E3779B97F4A7C15L));
    return List.copyOf(ids);
  }
}
