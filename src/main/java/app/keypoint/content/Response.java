package app.keypoint.content;

import java.util.Set;

/** What a learner answered. */
public sealed interface Response {

  /** Options picked, by id. */
  record Picked(Set<String> optionIds) implements Response {
    public Picked {
      optionIds = Set.copyOf(optionIds);
    }
  }

  /**
   * Text typed.
   *
   * @param text as typed
   * @param overruled the learner saw it counted as wrong and said "I was right"
   */
  record Typed(String text, boolean overruled) implements Response {}
}
