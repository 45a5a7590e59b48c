package app.keypoint.demo;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.TypedKey;
import app.keypoint.scheduling.Grade;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How one demo learner answers: a chance of being right that falls with the question's difficulty,
 * and grades and times that go with it. All randomness comes from the learner's own seeded source.
 *
 * @param ability chance of being right on a question of middling difficulty, 0..1
 */
record DemoMemory(double ability, RandomGenerator random) {

  /** Whether an answer is right. */
  boolean knows(Question question) {
    return random.nextDouble() < Math.clamp(ability - difficulty(question), 0.05, 0.99);
  }

  /** -0.15..0.15, a property of the question alone. */
  private static double difficulty(Question question) {
    return (Math.floorMod(question.id().hashCode(), 101) - 50) / 50.0 * 0.15;
  }

  /** A right answer, or a plausible wrong one. */
  Response response(Question question, boolean right) {
    return switch (question) {
      case Question.Choice choice -> new Response.Picked(pick(choice, right));
      case Question.Typed typed ->
          new Response.Typed(
              typed.keys().stream().map(key -> type(key, right)).toList(),
              false,
              Translations.ORIGINAL);
    };
  }

  private Set<String> pick(Question.Choice question, boolean right) {
    Set<String> keys =
        question.options().stream()
            .filter(Option::correct)
            .map(Option::id)
            .collect(Collectors.toSet());
    if (right) {
      return keys;
    }
    List<String> distractors =
        question.options().stream().map(Option::id).filter(id -> !keys.contains(id)).toList();
    return Set.of(any(distractors));
  }

  private String type(TypedKey key, boolean right) {
    if (right) {
      return key.answer();
    }
    return key.wrong().isEmpty() ? "?" : any(key.wrong()).text();
  }

  /** How well it was remembered: mostly Good, sometimes Hard or Easy. */
  Grade grade(boolean right) {
    if (!right) {
      return Grade.FORGOT;
    }
    double feeling = random.nextDouble();
    if (feeling < 0.12) {
      return Grade.HARD;
    }
    return feeling < 0.85 ? Grade.GOOD : Grade.EASY;
  }

  /** 4 to 40 seconds, shorter ones more often. */
  Duration timeTaken() {
    double share = random.nextDouble();
    return Duration.ofMillis(4_000 + (long) (36_000 * share * share));
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
