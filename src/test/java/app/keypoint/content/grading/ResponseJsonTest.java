package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers in databases out there are never rewritten: these literals must go on being read. */
class ResponseJsonTest {

  private record Stored(String json, Response response) {}

  static List<Stored> stored() {
    return List.of(
        new Stored("{\"picked\":[\"a\",\"c\"]}", new Response.Picked(Set.of("c", "a"))),
        new Stored("{\"typed\":\"three\",\"overruled\":false}", new Response.Typed("three", false)),
        new Stored("{\"typed\":\"\",\"overruled\":true}", new Response.Typed("", true)),
        new Stored(
            "{\"typed\":\"三\",\"overruled\":false,\"language\":\"zh-CN\"}",
            new Response.Typed("三", false, Locale.SIMPLIFIED_CHINESE)),
        new Stored(
            "{\"blanks\":[\"three … four\",\"\"],\"overruled\":false}",
            new Response.Typed(List.of("three … four", ""), false, Locale.ENGLISH)));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void readsWhatIsStored(Stored stored) {
    assertThat(new ResponseJson().convertToEntityAttribute(stored.json()))
        .isEqualTo(stored.response());
  }

  @ParameterizedTest
  @MethodSource("stored")
  void writesWhatIsStored(Stored stored) {
    assertThat(new ResponseJson().convertToDatabaseColumn(stored.response()))
        .isEqualTo(stored.json());
  }

  @Test
  void nothingIsNothing() {
    assertThat(new ResponseJson().convertToDatabaseColumn(null)).isNull();
    assertThat(new ResponseJson().convertToEntityAttribute(null)).isNull();
  }
}
