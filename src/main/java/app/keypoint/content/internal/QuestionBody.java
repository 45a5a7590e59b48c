package app.keypoint.content.internal;

import app.keypoint.content.Option;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as JSON in the database. Bodies are never rewritten, so what is here must go on
 * reading those of earlier releases: add components, do not rename them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionBody(
    Type type,
    String keyPoint,
    String stem,
    @Nullable List<Option> options,
    @Nullable TypedKey key,
    @Nullable List<TypedKey> keys,
    String explanation,
    @Nullable Picture picture) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  enum Type {
    single,
    multi,
    recall,
    cloze
  }

  static String write(Question q) {
    Type type =
        switch (q) {
          case Question.Single s -> Type.single;
          case Question.Multi m -> Type.multi;
          case Question.Recall r -> Type.recall;
          case Question.Cloze c -> Type.cloze;
        };
    return JSON.writeValueAsString(
        new QuestionBody(
            type,
            q.keyPointId(),
            q.stem(),
            q instanceof Question.Choice choice ? choice.options() : null,
            q instanceof Question.Typed typed && typed.keys().size() == 1
                ? typed.keys().getFirst()
                : null,
            q instanceof Question.Cloze cloze && cloze.several() ? cloze.keys() : null,
            q.explanation(),
            q.picture()));
  }

  static Question read(String id, String json) {
    QuestionBody body = JSON.readValue(json, QuestionBody.class);
    return switch (body.type) {
      case single ->
          new Question.Single(
              id, body.keyPoint, body.stem, body.choice(), body.explanation, body.picture);
      case multi ->
          new Question.Multi(
              id, body.keyPoint, body.stem, body.choice(), body.explanation, body.picture);
      case recall ->
          new Question.Recall(
              id, body.keyPoint, body.stem, body.typed(), body.explanation, body.picture);
      case cloze ->
          new Question.Cloze(
              id,
              body.keyPoint,
              body.stem,
              body.keys == null ? List.of(body.typed()) : body.keys,
              body.explanation,
              body.picture);
    };
  }

  private List<Option> choice() {
    return List.copyOf(Objects.requireNonNull(options));
  }

  private TypedKey typed() {
    return Objects.requireNonNull(key);
  }
}
