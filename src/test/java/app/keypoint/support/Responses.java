package app.keypoint.support;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.TypedKey;
import java.util.List;
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
      case Question.Typed typed ->
          typed(typed.keys().stream().map(TypedKey::answer).toArray(String[]::new));
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
      case Question.Typed typed ->
          typed(typed.keys().stream().map(_ -> "nothing like it").toArray(String[]::new));
    };
  }

  /** Typed into each blank. */
  public static Response.Typed typed(String... blanks) {
    return new Response.Typed(List.of(blanks), false, Translations.ORIGINAL);
  }
}
