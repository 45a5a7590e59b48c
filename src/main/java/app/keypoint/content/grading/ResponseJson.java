package app.keypoint.content.grading;

import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes responses as {@code {"picked":["a"]}}, {@code {"typed":"three","overruled":false}} or, of
 * several blanks, {@code {"blanks":["three","four"],"overruled":false}}, with a {@code language}
 * where that is not the original's; the same wherever they are stored.
 */
@Converter
public class ResponseJson implements AttributeConverter<@Nullable Response, @Nullable String> {

  private static final JsonMapper JSON = new JsonMapper();

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Stored(
      @Nullable Set<String> picked,
      @Nullable String typed,
      @Nullable List<String> blanks,
      @Nullable Boolean overruled,
      @Nullable String language) {}

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Response response) {
    return switch (response) {
      case null -> null;
      case Response.Picked picked ->
          JSON.writeValueAsString(
              new Stored(new TreeSet<>(picked.optionIds()), null, null, null, null));
      case Response.Typed typed ->
          JSON.writeValueAsString(
              new Stored(
                  null,
                  typed.texts().size() == 1 ? typed.texts().getFirst() : null,
                  typed.texts().size() == 1 ? null : typed.texts(),
                  typed.overruled(),
                  tag(typed.language())));
    };
  }

  @Override
  public @Nullable Response convertToEntityAttribute(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Stored stored = JSON.readValue(json, Stored.class);
    if (stored.picked() != null) {
      return new Response.Picked(stored.picked());
    }
    return new Response.Typed(
        stored.blanks() != null
            ? stored.blanks()
            : List.of(stored.typed() == null ? "" : stored.typed()),
        Boolean.TRUE.equals(stored.overruled()),
        stored.language() == null
            ? Translations.ORIGINAL
            : Locale.forLanguageTag(stored.language()));
  }

  /** A stored response without what was typed; whether it was called right stays. */
  public static String withoutWords(String json) {
    Stored stored = JSON.readValue(json, Stored.class);
    return JSON.writeValueAsString(
        new Stored(
            stored.picked(),
            stored.typed() == null ? null : "",
            stored.blanks() == null ? null : Collections.nCopies(stored.blanks().size(), ""),
            stored.overruled(),
            stored.language()));
  }

  private static @Nullable String tag(Locale language) {
    return language.equals(Translations.ORIGINAL) ? null : language.toLanguageTag();
  }
}
