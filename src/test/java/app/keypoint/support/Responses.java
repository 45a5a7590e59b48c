package app.keypoint.support;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import java.util.stream.Collectors;

/** Answers to any question. */
public final class Responses {

  private Responses() {}

  public static Response right(Question question) {
    return switch (question) {
      case Question.Choice choice ->
          new Response.Picked(
              choice.options().stream()
                  .filter(Option::correct)
                  .map(Option::id)
                  .collect(Collectors.toSet()));
      case Question.Typed typed -> new Response.Typed(typed.key().answer(), false);
    };
  }

  /** Worth no marks at all. */
  public static Response wrong(Question question) {
    return switch (question) {
      case Question.Choice choice ->
          new Response.Picked(
              choice.options().stream()
                  .filter(option -> !option.correct())
                  .map(Option::id)
                  .limit(1)
                  .collect(Collectors.toSet()));
      case Question.Typed typed -> new Response.Typed("nothing like it", false);
    };
  }
}
